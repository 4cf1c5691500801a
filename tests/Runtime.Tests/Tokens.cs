namespace CoroGen.Runtime.Tests;

/// <summary>Runs that a token cancels.</summary>
public sealed partial class Tokens : LoopTest
{
    [Fact]
    public void A_token_cancels_the_coroutine_of_the_run_and_nothing_else()
    {
        using var source = new CancellationTokenSource();
        Schedule(Sleeps("other", 2));
        var thrown = Assert.Throws<CoroutineCanceledException>(() => Loop.Run(CancelsAndSleeps(source), source.Token));
        Assert.Equal("the token of the run was canceled", thrown.Reason);
        Assert.Equal("canceled-cut@1", Log);
        Loop.RunUntilEmpty();
        Assert.Equal("canceled-cut@1 other@2", Log);
    }

    [Fact]
    public void A_token_that_is_cancelled_already_lets_the_coroutine_come_to_its_first_suspension()
    {
        Assert.Throws<CoroutineCanceledException>(() => Loop.Run(BeginsAndSleeps(), new CancellationToken(canceled: true)));
        Assert.Equal("begins@0 begun-cut@0", Log);
    }

    [Fact]
    public void A_result_is_not_replaced_by_the_cancel()
    {
        Assert.Equal(7, Loop.Run(Seven(), new CancellationToken(canceled: true)));
        Assert.Equal(7, Loop.Run(Seven(), CancellationToken.None));
        Loop.Run((Coroutine)Seven(), CancellationToken.None);
    }

    [Fact]
    public void Another_thread_cancels_a_loop_that_sleeps()
    {
        using var loop = new EventLoop();
        using var source = new CancellationTokenSource();
        var loopThread = Thread.CurrentThread;
        var thread = new Thread(() =>
        {
            SpinWait.SpinUntil(() => loopThread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            source.Cancel();
        });
        thread.Start();
        Assert.Throws<CoroutineCanceledException>(() => loop.Run(Sleeps("endless", -1), source.Token));
        thread.Join();
    }

    [Fact]
    public void The_token_has_no_effect_after_the_run()
    {
        using var source = new CancellationTokenSource();
        var sleeps = Sleeps("a", 2);
        Schedule(Stops(1));
        Loop.Run(sleeps, source.Token);
        source.Cancel();
        Loop.RunUntilEmpty();
        Assert.Equal("a@2", Log);
    }

    [Fact]
    public void A_cancel_that_the_stopped_run_did_not_come_to_has_no_effect_on_the_next()
    {
        using var source = new CancellationTokenSource();
        Schedule(CancelsAndStops(source), Sleeps("a", 2));
        Loop.RunUntilEmpty(source.Token);
        Loop.RunUntilEmpty();
        Assert.Equal("a@2", Log);
    }

    [Fact]
    public void A_token_cancels_all_in_the_order_of_their_launches_but_not_what_is_shielded()
    {
        using var source = new CancellationTokenSource();
        Schedule(Sleeps("a", 9), ShieldsSleep("shielded", 2), CancelsAndSleeps(source), Sleeps("b", 9));
        Loop.RunUntilEmpty(source.Token);
        Assert.Equal("a-cut@1 canceled-cut@1 b-cut@1 shielded@2", Log);
    }

    [Fact]
    public void What_is_launched_after_the_cancel_of_all_is_cancelled_at_once()
    {
        Schedule(LaunchesInCleanup());
        Loop.RunUntilEmpty(new CancellationToken(canceled: true));
        Assert.Equal("late-cut@0", Log);
        RunAll(Sleeps("next", 1));
        Assert.Equal("late-cut@0 next@1", Log);
    }

    [Fact]
    public void A_cancel_of_all_reaches_the_plain_code_that_waits()
    {
        Schedule(Sleeps("a", 9));
        Loop.Post(() => Loop.CancelAll("enough"));
        var thrown = Assert.Throws<CoroutineCanceledException>(() => Loop.Blocking.Sleep(5000));
        Assert.Equal("enough", thrown.Reason);
        Loop.Blocking.Sleep(1000);
        Assert.Equal("a-cut@0", Log);
    }

    [Fact]
    public void A_run_that_is_refused_changes_nothing()
    {
        using var other = new EventLoop();
        var foreign = other.Schedule(Sleeps("foreign", 0));
        var token = new CancellationToken(canceled: true);
        Assert.Throws<InvalidOperationException>(() => Loop.Run(foreign, token));
        Assert.Throws<ArgumentNullException>(() => Loop.Run((Coroutine)null!, token));
        Assert.Throws<ArgumentNullException>(() => Loop.Run((Coroutine<int>)null!, token));
        Loop.RunUntilEmpty();
        other.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Finished, foreign.Status);
    }

    [Coroutine]
    private void Sleeps(Co co, string name, int seconds)
    {
        try
        {
            co.Sleep(seconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds));
            SayWhen(name);
        }
        catch (CoroutineCanceledException)
        {
            SayWhen(name + "-cut");
            throw;
        }
    }

    [Coroutine]
    private void BeginsAndSleeps(Co co)
    {
        SayWhen("begins");
        Sleeps(co, "begun", 9);
    }

    [Coroutine]
    private void CancelsAndSleeps(Co co, CancellationTokenSource source)
    {
        co.Sleep(1000);
        source.Cancel();
        Sleeps(co, "canceled", 9);
    }

    [Coroutine]
    private void ShieldsSleep(Co co, string name, int seconds) => co.Shield(Sleeps(name, seconds));

    [Coroutine]
    private static int Seven(Co co) => 7;

    [Coroutine]
    private static void Stops(Co co, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        co.Loop.Stop();
    }

    [Coroutine]
    private static void CancelsAndStops(Co co, CancellationTokenSource source)
    {
        co.Sleep(1000);
        source.Cancel();
        co.Loop.Stop();
    }

    [Coroutine]
    private void LaunchesInCleanup(Co co)
    {
        try
        {
            co.Sleep(9000);
        }
        finally
        {
            co.Launch(Sleeps("late", 1));
        }
    }
}
