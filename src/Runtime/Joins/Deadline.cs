using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// A time on the loop's clock at which a coroutine is cancelled. It stands among those that sleep and, when it has come, among those that are ready, but is
/// none of the live ones: no run waits for it.
/// </summary>
internal sealed class Deadline : Coroutine, IDisposable
{
    private static readonly FrameInfo Deadlines = new("deadline", "");

    private readonly Coroutine _target;
    private readonly string _reason;

    /// <param name="target">A live coroutine.</param>
    /// <param name="limit">From now; without a time, it has come already.</param>
    public Deadline(Coroutine target, TimeSpan limit)
        : base(Deadlines)
    {
        _target = target;
        _reason = $"it did not end within {limit}";
        SetLaunched(target.Loop);
        if (limit == TimeSpan.Zero)
            Expire();
        else if (limit != Timeout.InfiniteTimeSpan)
            Loop.AddTimer(this, limit);
    }

    /// <summary>Whether it has come before the coroutine ended.</summary>
    public bool HasExpired { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public static void Check(TimeSpan limit)
    {
        if (limit < TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "The limit must not be negative.");
    }

    public void Dispose()
    {
        if (TimerPlace != 0)
            Loop.RemoveTimer(this);
    }

    /// <inheritdoc/>
    protected override bool Resume(Co co)
    {
        Expire();
        return false;
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
    }

    private void Expire()
    {
        if (_target.IsDone)
            return;
        HasExpired = true;
        try
        {
            _target.Cancel(_reason);
        }
        catch (Exception e)
        {
            // By code of the user's that is told of cancels. Nobody is there to catch it.
            Loop.ReportError(e);
        }
    }
}
