namespace CoroGen;

/// <summary>
/// How long those that are left may take to end when their loop is disposed: on the loop's clock and, when that is another one, on the system's as well, for a clock
/// that is virtual, or moved by hand, may stand still for ever.
/// </summary>
internal sealed class Grace : Alarm
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly Timer? _timer;

    public Grace(EventLoop loop, TimeSpan time)
        : base(loop)
    {
        SetTo(time);
        if (loop.TimeProvider != TimeProvider.System)
            _timer = new Timer(static self => ((Grace)self!).RingOnLoop(), this, time < LongestTimer ? time : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool IsOver { get; private set; }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _timer?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override void Ring()
    {
        IsOver = true;
        Loop.Stop();
    }

    private void RingOnLoop()
    {
        try
        {
            Loop.Post(Ring);
        }
        catch (ObjectDisposedException)
        {
            // All have ended in time.
        }
    }
}
