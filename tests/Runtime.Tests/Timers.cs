namespace CoroGen.Runtime.Tests;

/// <summary>Timers are ordered by (deadline, sequence), never fire early, and a timer cancelled after expiry does nothing (invariant 7).</summary>
public sealed partial class Timers : LoopTest
{
    [Fact]
    public void Sleepers_wake_in_the_order_of_their_deadlines()
    {
        RunAll(Sleeper("c", 3000), Sleeper("a", 1000), Sleeper("d", 4000), Sleeper("b", 2000));
        Assert.Equal("a@1 b@2 c@3 d@4", Log);
    }

    [Fact]
    public void Of_equal_deadlines_the_first_to_sleep_wakes_first()
    {
        RunAll(SleepsTwice("a", 1000, 2000), SleepsTwice("b", 2000, 1000), SleepsTwice("c", 1500, 1500));
        Assert.Equal("a@1 c@1.5 b@2 a@3 c@3 b@3", Log);
    }

    [Fact]
    public void Invariant_07_many_sleepers_some_cancelled_wake_in_the_order_of_deadline_and_sequence()
    {
        var random = new Random(7);
        var durations = Enumerable.Range(0, 1000).Select(_ => random.Next(1, 50)).ToArray();
        var sleepers = Enumerable.Range(0, durations.Length).Select(i => Sleeper(i, durations[i])).ToArray();
        Schedule(sleepers);
        Loop.Tick();
        var canceled = Enumerable.Range(0, durations.Length).Where(_ => random.Next(3) == 0).ToHashSet();
        foreach (var i in canceled)
            sleepers[i].Cancel();
        Loop.RunUntilEmpty();
        var expected = Enumerable.Range(0, durations.Length).Where(i => !canceled.Contains(i)).OrderBy(i => durations[i]);
        Assert.Equal(string.Join(' ', expected.Select(i => FormattableString.Invariant($"{i}@{durations[i] / 1000.0}"))), Log);
    }

    [Fact]
    public void Invariant_07_a_sleep_is_never_early_on_a_clock_with_coarse_units()
    {
        var clock = new ManualClock(frequency: 1000);
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = clock });
        loop.Schedule(SleepsExactly(TimeSpan.FromMilliseconds(1.5)));
        loop.Tick();
        clock.Timestamp = 1;
        loop.Tick();
        Assert.Equal("", Log);
        clock.Timestamp = 2;
        loop.Tick();
        Assert.Equal("awake", Log);
    }

    [Theory]
    [InlineData(10_000_000, 3, 3)]
    [InlineData(1_000_000_000, 3, 300)]
    [InlineData(1000, 10_001, 2)]
    [InlineData(2_441_406, 10_000_000, 2_441_406)]
    [InlineData(24_000_000, 1, 3)]
    [InlineData(10_000_000, long.MaxValue, long.MaxValue)]
    [InlineData(1_000_000_000, long.MaxValue, long.MaxValue)]
    public void A_deadline_is_rounded_up_and_does_not_overflow(long frequency, long ticks, long expected)
    {
        var clock = new LoopClock(new ManualClock(frequency), new PostQueue());
        Assert.Equal(expected, clock.DeadlineAfter(TimeSpan.FromTicks(ticks)));
    }

    [Fact]
    public void The_longest_sleep_does_not_overflow()
    {
        Clock.Advance(TimeSpan.FromDays(1));
        var sleeper = Loop.Schedule(SleepsExactly(TimeSpan.MaxValue));
        Loop.Run(CancelsAfter(1000, sleeper));
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Canceled, sleeper.Status);
        Assert.Equal(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1), Clock.Elapsed);
    }

    [Fact]
    public void A_cancelled_sleep_leaves_no_timer_behind()
    {
        var sleeper = Loop.Schedule(Sleeper("late", 3_600_000));
        RunAll(CancelsAfter(1000, sleeper));
        Assert.Equal(TimeSpan.FromSeconds(1), Clock.Elapsed);
        Assert.Equal("", Log);
    }

    [Fact]
    public void Invariant_07_a_cancel_after_expiry_does_nothing_to_the_sleep()
    {
        var second = Sleeper("second", 1000);
        RunAll(CancelsAfter(1000, second), second);
        Assert.Equal("second@1", Log);
        Assert.Equal(CoroutineStatus.Finished, second.Status);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(int.MinValue)]
    public void A_negative_sleep_throws(int milliseconds)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Loop.Run(Sleeper("never", milliseconds)));
        Assert.Equal(TimeSpan.Zero, Clock.Elapsed);
    }

    [Fact]
    public void An_endless_sleep_ends_by_a_cancel_alone()
    {
        var sleeper = Loop.Schedule(Sleeper("never", Timeout.Infinite));
        RunAll(CancelsAfter(5000, sleeper));
        Assert.Equal(CoroutineStatus.Canceled, sleeper.Status);
        Assert.Equal(TimeSpan.FromSeconds(5), Clock.Elapsed);
    }

    [Coroutine]
    private void Sleeper(Co co, object name, int milliseconds)
    {
        co.Sleep(milliseconds);
        SayWhen(name);
    }

    [Coroutine]
    private void SleepsTwice(Co co, string name, int first, int second)
    {
        co.Sleep(first);
        SayWhen(name);
        co.Sleep(second);
        SayWhen(name);
    }

    [Coroutine]
    private void SleepsExactly(Co co, TimeSpan duration)
    {
        co.Sleep(duration);
        Say("awake");
    }

    [Coroutine]
    private static void CancelsAfter(Co co, int milliseconds, Coroutine target)
    {
        co.Sleep(milliseconds);
        target.Cancel();
    }
}
