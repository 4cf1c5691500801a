namespace CoroGen.Runtime.Tests;

/// <summary>
/// <c>Sleep(0)</c> and <c>Yield()</c> yield exactly once; work made ready during a pass waits for the next; an uncontended lock does not suspend, yet
/// cannot starve others (invariant 8).
/// </summary>
public sealed partial class Fairness : LoopTest
{
    [Fact]
    public void Coroutines_take_turns()
    {
        RunAll(Repeat("spam", 3), Repeat("eggs", 1), Repeat("bacon", 2));
        Assert.Equal("spam eggs bacon spam bacon spam", Log);
    }

    [Fact]
    public void Invariant_08_a_sleep_of_zero_yields_exactly_once()
    {
        RunAll(SleepsZero("a"), Repeat("b", 3));
        Assert.Equal("a b a b a b", Log);
        Assert.Equal(TimeSpan.Zero, Clock.Elapsed);
    }

    [Fact]
    public void Invariant_08_what_is_launched_during_a_pass_waits_for_the_next()
    {
        RunAll(Launcher(), Repeat("b", 3));
        Assert.Equal("launches b child launched-on b child b", Log);
    }

    [Fact]
    public void A_tick_runs_each_once()
    {
        Schedule(Repeat("a", 2), Repeat("b", 2));
        Assert.True(Loop.Tick());
        Assert.Equal("a b", Log);
        Assert.True(Loop.Tick());
        Assert.Equal("a b a b", Log);
        Assert.False(Loop.Tick());
    }

    [Fact]
    public void A_tick_does_not_wait()
    {
        Schedule(Sleeps(1000));
        Assert.True(Loop.Tick());
        Assert.True(Loop.Tick());
        Assert.Equal(TimeSpan.Zero, Clock.Elapsed);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(Loop.Tick());
        Assert.Equal("awake", Log);
    }

    [Fact]
    public void A_pass_runs_what_was_posted_then_those_that_were_ready_then_those_whose_time_has_come()
    {
        Schedule(Sleeps(1000));
        Loop.Tick();
        Clock.Advance(TimeSpan.FromSeconds(1));
        Schedule(Repeat("ready", 1));
        Loop.Post(() => Say("posted"));
        Loop.Tick();
        Assert.Equal("posted ready awake", Log);
    }

    [Fact]
    public void A_free_lock_does_not_suspend()
    {
        RunAll(TakesFreeThings(new CoLock(), new CoSemaphore(1)), Repeat("other", 1));
        Assert.Equal("locked acquired released other", Log);
    }

    [Fact]
    public void A_loop_of_free_locks_does_not_starve_others()
    {
        var flag = new Flag();
        RunAll(LocksUntil(flag, new CoLock()), Sets(flag));
        Assert.Equal("set done", Log);
    }

    [Fact]
    public void A_loop_of_free_permits_does_not_starve_others()
    {
        var flag = new Flag();
        RunAll(AcquiresUntil(flag, new CoSemaphore(1)), Sets(flag));
        Assert.Equal("set done", Log);
    }

    [Fact]
    public void A_loop_of_free_locks_in_plain_code_does_not_starve_coroutines()
    {
        var flag = new Flag();
        Schedule(Sets(flag));
        LocksUntil(Loop.Blocking, flag, new CoLock());
        Assert.Equal("set done", Log);
    }

    [Fact]
    public void A_loop_that_receives_what_is_in_a_channel_does_not_starve_others()
    {
        var flag = new Flag();
        var channel = new CoChannel<int>(100_000);
        RunAll(Fills(channel, 100_000), EnumeratesUntil(flag, channel), Sets(flag));
        Assert.Equal("set done", Log);
    }

    [Coroutine]
    private static void Fills(Co co, CoChannel<int> channel, int count)
    {
        for (var i = 0; i < count; i++)
            channel.TrySend(i);
        channel.Close();
    }

    [Coroutine]
    private void EnumeratesUntil(Co co, Flag flag, CoChannel<int> channel)
    {
        foreach (var item in channel)
        {
            if (!flag.IsSet)
                continue;
            Say("done");
            break;
        }
    }

    [Coroutine]
    private void Repeat(Co co, string text, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Say(text);
            co.Yield();
        }
    }

    [Coroutine]
    private void SleepsZero(Co co, string text)
    {
        for (var i = 0; i < 3; i++)
        {
            Say(text);
            co.Sleep(0);
        }
    }

    [Coroutine]
    private void Launcher(Co co)
    {
        Say("launches");
        co.Launch(Repeat("child", 2));
        co.Yield();
        Say("launched-on");
    }

    [Coroutine]
    private void Sleeps(Co co, int milliseconds)
    {
        co.Sleep(milliseconds);
        Say("awake");
    }

    [Coroutine]
    private void TakesFreeThings(Co co, CoLock @lock, CoSemaphore semaphore)
    {
        using (co.Lock(@lock))
        {
            Say("locked");
            using (co.Acquire(semaphore))
                Say("acquired");
        }
        Say("released");
    }

    [Coroutine]
    private void LocksUntil(Co co, Flag flag, CoLock @lock)
    {
        while (!flag.IsSet)
        {
            using (co.Lock(@lock))
            {
            }
        }
        Say("done");
    }

    [Coroutine]
    private void AcquiresUntil(Co co, Flag flag, CoSemaphore semaphore)
    {
        while (!flag.IsSet)
        {
            using (co.Acquire(semaphore))
            {
            }
        }
        Say("done");
    }

    [Coroutine]
    private void Sets(Co co, Flag flag)
    {
        co.Yield();
        flag.IsSet = true;
        Say("set");
    }

    private sealed class Flag
    {
        public bool IsSet { get; set; }
    }
}
