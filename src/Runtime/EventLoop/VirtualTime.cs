namespace CoroGen;

/// <summary>
/// A clock that stands still while coroutines run, and jumps to the next deadline when none is ready: programs that sleep for hours end at once,
/// and always in the same order. It begins at 2000-01-01 00:00 UTC.
/// </summary>
/// <remarks>
/// It may be read on any thread. Timers made with <see cref="CreateTimer"/> run in virtual time too; their callbacks are called by whoever moves the clock.
/// One loop may jump; give a second loop a clock of its own. While <c>co.Offload</c> has work under way the clock does not jump; while tasks are awaited it does.
/// </remarks>
public sealed class VirtualTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly object _gate = new();
    private readonly List<VirtualTimer> _timers = [];
    private long _now;

    /// <summary>How long the clock has run.</summary>
    public TimeSpan Elapsed => new(GetTimestamp());

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Universal time, wherever the program runs.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    internal bool HasTimers => NextTimer() is not null;

    /// <inheritdoc/>
    public override long GetTimestamp() => Volatile.Read(ref _now);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var now = GetTimestamp();
        return now < (DateTimeOffset.MaxValue - Start).Ticks ? Start.AddTicks(now) : DateTimeOffset.MaxValue;
    }

    /// <summary>Moves the clock by hand. Timers that come due are called on the way, each at its own time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public void Advance(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "Time does not run backwards.");
        MoveTo(After(duration));
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Guard.NotNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Jumps to the loop's next deadline, or to the next timer when that is earlier.</summary>
    /// <returns>False when there is nothing to jump to.</returns>
    internal bool JumpToNext(long? deadline)
    {
        var timer = NextTimer()?.Due;
        if (deadline is null && timer is null)
            return false;
        MoveTo(Math.Min(deadline ?? long.MaxValue, timer ?? long.MaxValue));
        return true;
    }

    private long After(TimeSpan duration)
    {
        var now = GetTimestamp();
        return duration.Ticks > long.MaxValue - now ? long.MaxValue : now + duration.Ticks;
    }

    private void MoveTo(long end)
    {
        while (NextTimer() is { } timer && timer.Due <= end)
        {
            SetNow(timer.Due);
            timer.Fire();
        }
        SetNow(end);
    }

    private void SetNow(long now) => Volatile.Write(ref _now, Math.Max(now, _now));

    private VirtualTimer? NextTimer()
    {
        lock (_gate)
            return _timers.Count == 0 ? null : _timers[0];
    }

    /// <summary>Puts a timer where it belongs among the others: by time and, at the same time, behind those that are set already.</summary>
    private void Set(VirtualTimer timer, long? due)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (due is not { } time)
                return;
            timer.Due = time;
            var place = _timers.FindIndex(other => other.Due > time);
            _timers.Insert(place < 0 ? _timers.Count : place, timer);
        }
    }

    private sealed class VirtualTimer(VirtualTime clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;
        private bool _isDisposed;

        public long Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (_isDisposed)
                return false;
            _period = period;
            clock.Set(this, dueTime < TimeSpan.Zero ? null : clock.After(dueTime));
            return true;
        }

        public void Fire()
        {
            clock.Set(this, _period > TimeSpan.Zero ? Due + _period.Ticks : null);
            callback(state);
        }

        public void Dispose()
        {
            _isDisposed = true;
            clock.Set(this, null);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
