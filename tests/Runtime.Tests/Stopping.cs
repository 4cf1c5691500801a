namespace CoroGen.Runtime.Tests;

/// <summary><c>Stop</c> ends the run under way; what is alive stays, and goes on when the loop runs again (invariant 11).</summary>
public sealed partial class Stopping : LoopTest
{
    [Fact]
    public void A_stop_ends_the_run_after_the_present_step_and_the_next_run_goes_on_there()
    {
        Schedule(Counts("a", 2), Stops(), Counts("b", 2));
        Loop.RunUntilEmpty();
        Assert.Equal("a stops", Log);
        Loop.RunUntilEmpty();
        Assert.Equal("a stops b a stopped b", Log);
    }

    [Fact]
    public void A_run_that_is_stopped_returns_before_its_coroutine_has_ended()
    {
        var counting = Counts("a", 2);
        Schedule(Stops());
        Loop.Run(counting);
        Assert.Equal(CoroutineStatus.Running, counting.Status);
        Loop.Run(counting);
        Assert.Equal(CoroutineStatus.Finished, counting.Status);
    }

    [Fact]
    public void A_run_with_a_result_that_is_stopped_throws()
    {
        Schedule(Stops());
        var coroutine = Returns(3);
        Assert.Throws<InvalidOperationException>(() => Loop.Run(coroutine));
        Assert.Equal(3, Loop.Run(coroutine));
    }

    [Fact]
    public void A_stop_before_a_run_ends_it_before_its_first_pass()
    {
        Schedule(Counts("a", 1));
        Loop.Stop();
        Loop.RunUntilEmpty();
        Assert.Equal("", Log);
        Loop.RunUntilEmpty();
        Assert.Equal("a", Log);
    }

    [Fact]
    public void A_stop_on_another_thread_wakes_a_loop_that_sleeps()
    {
        using var loop = new EventLoop();
        var sleeper = loop.Schedule(SleepsForEver());
        var loopThread = Thread.CurrentThread;
        var thread = new Thread(() =>
        {
            SpinWait.SpinUntil(() => loopThread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            loop.Stop();
        });
        thread.Start();
        loop.RunUntilEmpty();
        thread.Join();
        Assert.Equal(CoroutineStatus.Running, sleeper.Status);
    }

    [Fact]
    public void A_run_ends_with_its_coroutine_and_what_else_lives_goes_on_in_the_next()
    {
        Schedule(Counts("a", 3));
        Loop.Run(Counts("b", 1));
        Assert.Equal("a b a", Log);
        Loop.RunUntilEmpty();
        Assert.Equal("a b a a", Log);
    }

    [Fact]
    public void A_run_of_an_ended_coroutine_returns_its_result_and_runs_nothing()
    {
        var coroutine = Returns(3);
        Loop.Run(coroutine);
        Schedule(Counts("a", 1));
        Assert.Equal(3, Loop.Run(coroutine));
        Assert.Equal("", Log);
    }

    [Coroutine]
    private void Counts(Co co, string text, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Say(text);
            co.Yield();
        }
    }

    [Coroutine]
    private void Stops(Co co)
    {
        Say("stops");
        co.Loop.Stop();
        co.Yield();
        Say("stopped");
    }

    [Coroutine]
    private static int Returns(Co co, int result)
    {
        co.Yield();
        return result;
    }

    [Coroutine]
    private static void SleepsForEver(Co co) => co.Sleep(Timeout.InfiniteTimeSpan);
}
