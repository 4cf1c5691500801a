namespace CoroGen.Runtime.Tests;

/// <summary>Virtual time jumps to the next deadline when nothing is ready; other clocks are waited for (invariants 7, 12 and 13).</summary>
public sealed partial class VirtualTimes : LoopTest
{
    [Fact]
    public void The_clock_stands_still_while_coroutines_run()
    {
        RunAll(YieldsThenTellsTime(100));
        Assert.Equal("yielded@0", Log);
    }

    [Fact]
    public void Years_pass_at_once()
    {
        RunAll(SleepsFor(TimeSpan.FromDays(3650)));
        Assert.Equal(TimeSpan.FromDays(3650), Clock.Elapsed);
        Assert.Equal(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(3650), Clock.GetUtcNow());
    }

    [Fact]
    public void Two_runs_give_the_same_trace()
    {
        RunAll(SleepsFor(TimeSpan.FromSeconds(2)), YieldsThenTellsTime(3), SleepsFor(TimeSpan.FromSeconds(1)));
        using var other = new VirtualTimes();
        other.RunAll(other.SleepsFor(TimeSpan.FromSeconds(2)), other.YieldsThenTellsTime(3), other.SleepsFor(TimeSpan.FromSeconds(1)));
        Assert.Equal(Log, other.Log);
    }

    [Fact]
    public void Timers_of_the_clock_are_called_in_order_each_at_its_own_time()
    {
        using var late = Clock.CreateTimer(_ => SayWhen("late"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var early = Clock.CreateTimer(_ => SayWhen("early"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        using var same = Clock.CreateTimer(_ => SayWhen("same"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        RunAll(SleepsFor(TimeSpan.FromSeconds(2)));
        Assert.Equal("early@1 same@1 awake@2", Log);
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("early@1 same@1 awake@2 late@3", Log);
        Assert.Equal(TimeSpan.FromSeconds(7), Clock.Elapsed);
    }

    [Fact]
    public void A_periodic_timer_comes_again_until_it_is_disposed()
    {
        using (Clock.CreateTimer(_ => SayWhen("tick"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)))
            Clock.Advance(TimeSpan.FromSeconds(5));
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("tick@1 tick@3 tick@5", Log);
    }

    [Fact]
    public void A_timer_that_is_changed_comes_at_its_new_time_only()
    {
        using var timer = Clock.CreateTimer(_ => SayWhen("timer"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        Assert.True(timer.Change(TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan));
        Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal("timer@4", Log);
        timer.Dispose();
        Assert.False(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void A_delay_of_a_task_in_virtual_time_is_jumped_to()
    {
        Assert.Equal("delayed@30", Loop.Run(AwaitsDelay(TimeSpan.FromSeconds(30))));
    }

    [Fact]
    public void Time_cannot_be_turned_back() => Assert.Throws<ArgumentOutOfRangeException>(() => Clock.Advance(TimeSpan.FromTicks(-1)));

    [Fact]
    public void The_end_of_time_does_not_overflow()
    {
        Clock.Advance(TimeSpan.MaxValue);
        Clock.Advance(TimeSpan.MaxValue);
        Assert.Equal(TimeSpan.MaxValue, Clock.Elapsed);
        Assert.Equal(DateTimeOffset.MaxValue, Clock.GetUtcNow());
    }

    [Fact]
    public void A_loop_waits_for_a_clock_that_somebody_else_moves()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = clock });
        Assert.Same(clock, loop.TimeProvider);
        var sleeper = loop.Schedule(SleepsFor(TimeSpan.FromMinutes(1)));
        var thread = new Thread(loop.RunUntilEmpty);
        thread.Start();
        SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        Assert.Equal(CoroutineStatus.Running, sleeper.Status);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        thread.Join();
        Assert.Equal("awake@0", Log);
    }

    [Coroutine]
    private void SleepsFor(Co co, TimeSpan duration)
    {
        co.Sleep(duration);
        SayWhen("awake");
    }

    [Coroutine]
    private void YieldsThenTellsTime(Co co, int times)
    {
        for (var i = 0; i < times; i++)
            co.Yield();
        SayWhen("yielded");
    }

    [Coroutine]
    private string AwaitsDelay(Co co, TimeSpan duration)
    {
        co.Await(Task.Delay(duration, Clock));
        SayWhen("delayed");
        return Log;
    }
}
