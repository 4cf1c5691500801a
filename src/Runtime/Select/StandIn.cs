using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// Stands in a queue, or among those that sleep, for one case of a select. It is none of the live coroutines: no run waits for it.
/// </summary>
internal sealed class StandIn : Coroutine
{
    private static readonly FrameInfo StandIns = new("select", "", "");

    private SelectCase? _case;

    public StandIn(SelectCase @case)
        : base(StandIns) => _case = @case;

    /// <summary>Leaves its place.</summary>
    /// <returns>Whether it can be used again. One whose time has come is ready already, and steps when the wait may be over, or another one under way.</returns>
    public bool Leave()
    {
        if (TimerPlace != 0)
            Loop.RemoveTimer(this);
        else if (Queue is not null)
            Queue.Abandon(this);
        else
            _case = null;
        return _case is not null;
    }

    internal override void Wake(Exception? thrown) => Choose(thrown);

    /// <inheritdoc/>
    protected override bool Resume(Co co)
    {
        Choose(null);
        return false;
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
    }

    private void Choose(Exception? thrown) => _case?.Wait!.Choose(_case, thrown);
}
