using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// A time on the loop's clock at which something is done. It stands among those that sleep and, when it has come, among those that are ready, but is none of the
/// live ones: no run waits for it.
/// </summary>
internal abstract class Alarm : Coroutine, IDisposable
{
    private static readonly FrameInfo Alarms = new("alarm", "", "");

    protected Alarm(EventLoop loop)
        : base(Alarms) => SetLaunched(loop);

    public virtual void Dispose()
    {
        if (TimerPlace != 0)
            Loop.RemoveTimer(this);
    }

    /// <summary>Sets the time, from now; <see cref="Timeout.InfiniteTimeSpan"/> never comes.</summary>
    protected void SetTo(TimeSpan time)
    {
        if (time != Timeout.InfiniteTimeSpan)
            Loop.AddTimer(this, time);
    }

    /// <summary>The time has come.</summary>
    protected abstract void Ring();

    /// <inheritdoc/>
    protected override bool Resume(Co co)
    {
        Ring();
        return false;
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
    }
}
