namespace CoroGen;

/// <summary>The loop's time: deadlines as timestamps of the <see cref="TimeProvider"/>, and how to wait for one.</summary>
internal sealed class LoopClock(TimeProvider provider, PostQueue posts)
{
    private readonly VirtualTime? _virtual = provider as VirtualTime;
    private readonly long _frequency = provider.TimestampFrequency;

    /// <summary>How many units a tick has, when it is a whole number of them, as on most machines; else 0.</summary>
    private readonly long _unitsPerTick = provider.TimestampFrequency % TimeSpan.TicksPerSecond == 0 ? provider.TimestampFrequency / TimeSpan.TicksPerSecond : 0;

    public TimeProvider Provider => provider;

    public bool IsVirtual => _virtual is not null;

    public long Now => provider.GetTimestamp();

    /// <summary>Whether the clock has timers of its own, that may wake the loop.</summary>
    public bool HasTimers => _virtual is not null && _virtual.HasTimers;

    /// <summary>The timestamp at which a duration that begins now is over: rounded up, so that nothing is ever early.</summary>
    public long DeadlineAfter(TimeSpan duration)
    {
        var now = Now;
        if (_unitsPerTick != 0 && duration.Ticks <= (long.MaxValue - now) / _unitsPerTick)
            return now + duration.Ticks * _unitsPerTick;
        var units = decimal.Ceiling((decimal)duration.Ticks * _frequency / TimeSpan.TicksPerSecond);
        return (long)Math.Min(now + units, long.MaxValue);
    }

    /// <summary>How long ago a timestamp was.</summary>
    public TimeSpan Since(long timestamp) => provider.GetElapsedTime(timestamp);

    /// <summary>How long it is until a timestamp; zero when that is over.</summary>
    public TimeSpan Until(long timestamp)
    {
        var now = Now;
        return timestamp > now ? provider.GetElapsedTime(now, timestamp) : TimeSpan.Zero;
    }

    /// <summary>Sleeps until the deadline, or until something is posted. It may return early. Virtual time jumps instead, unless real work is under way.</summary>
    public void WaitUntil(long? deadline, bool isWorkUnderWay)
    {
        if (_virtual is not null && !isWorkUnderWay && _virtual.JumpToNext(deadline))
            return;
        if (deadline is not { } end || _virtual is not null)
            posts.Wait(Timeout.Infinite);
        else if (ReferenceEquals(provider, TimeProvider.System))
            posts.Wait(MillisecondsUntil(end));
        else
            WaitOnProvider(end);
    }

    /// <summary>
    /// With a clock of the user's, only its own timers know when a time has come. Setting one takes two looks at the clock, and the clock may be moved
    /// in between, by a test on another thread: so the timer is set again until the clock stood still. (A clock that always moves is never set far.)
    /// </summary>
    private void WaitOnProvider(long end)
    {
        using var timer = provider.CreateTimer(static state => ((PostQueue)state!).Wake(), posts, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var now = Now;
            if (now >= end)
                return;
            timer.Change(TimeSpan.FromMilliseconds(MillisecondsUntil(end)), Timeout.InfiniteTimeSpan);
            if (Now == now)
                break;
        }
        posts.Wait(Timeout.Infinite);
    }

    private int MillisecondsUntil(long end)
    {
        var left = (decimal)(end - Now) * 1000 / _frequency;
        return (int)Math.Clamp(decimal.Ceiling(left), 0, int.MaxValue - 1);
    }
}
