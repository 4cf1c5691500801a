using System.Runtime.CompilerServices;

namespace CoroGen.Runtime.Tests;

/// <summary>Tokens that cancel coroutines, and tokens that coroutines cancel.</summary>
public sealed partial class CancelWith : ExecutionsTest<CancelWith>
{
    [Fact]
    public void A_token_cancels_a_coroutine_before_the_next_pass() =>
        Always("cancels@1 next its token was canceled@1 Canceled", test => test.CancelsChild, test => test.CancelsChild());

    [Fact]
    public void A_token_that_is_cancelled_already_cancels_before_the_first_wait_ends() =>
        Always("enough@0", test => test.LaunchesCancelled, test => test.LaunchesCancelled());

    [Fact]
    public void The_token_of_a_coroutine_is_cancelled_with_it() =>
        Always("told@1 enough@1", test => test.CancelsOwner, test => test.CancelsOwner());

    [Fact]
    public void A_token_of_another_thread_wakes_the_loop()
    {
        using var loop = new EventLoop();
        using var source = new CancellationTokenSource();
        var sleeper = loop.Schedule(Sleeps());
        sleeper.CancelWith(source.Token);
        var loopThread = Thread.CurrentThread;
        var thread = new Thread(() =>
        {
            SpinWait.SpinUntil(() => loopThread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            source.Cancel();
        });
        thread.Start();
        loop.RunUntilEmpty();
        thread.Join();
        Assert.Equal(CoroutineStatus.Canceled, sleeper.Status);
    }

    [Fact]
    public void Several_tokens_may_cancel_one()
    {
        using CancellationTokenSource first = new(), second = new();
        var sleeper = Loop.Schedule(Sleeps());
        sleeper.CancelWith(first.Token, "first");
        sleeper.CancelWith(second.Token, "second");
        Loop.Tick();
        second.Cancel();
        first.Cancel();
        Loop.RunUntilEmpty();
        Assert.Equal("second", Assert.IsType<CoroutineCanceledException>(sleeper.Error).Reason);
    }

    [Fact]
    public void A_token_does_not_keep_a_coroutine_that_has_ended()
    {
        using var source = new CancellationTokenSource();
        var ended = Ended(source.Token);
        GC.Collect();
        Assert.False(ended.TryGetTarget(out _));
        source.Cancel();
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void It_is_for_coroutines_that_have_been_launched()
    {
        using var source = new CancellationTokenSource();
        Assert.Throws<InvalidOperationException>(() => Sleeps().CancelWith(source.Token));
        var ended = Says("ended");
        Loop.Run(ended);
        ended.CancelWith(source.Token);
        source.Cancel();
        Assert.Equal(CoroutineStatus.Finished, ended.Status);
    }

    [Fact]
    public void A_token_that_is_cancelled_after_the_end_of_the_loop_is_harmless()
    {
        using var source = new CancellationTokenSource();
        var loop = new EventLoop();
        loop.Schedule(Sleeps()).CancelWith(source.Token);
        loop.Dispose();
        source.Cancel();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference<Coroutine> Ended(CancellationToken token)
    {
        var coroutine = Loop.Schedule(Says("ended"));
        coroutine.CancelWith(token);
        Loop.RunUntilEmpty(CancellationToken.None);
        return new WeakReference<Coroutine>(coroutine);
    }

    [Coroutine]
    private void CancelsChild(Co co)
    {
        using var source = new CancellationTokenSource();
        var child = co.Launch(SaysReason());
        child.CancelWith(source.Token);
        co.Sleep(1000);
        SayWhen("cancels");
        source.Cancel();
        co.Yield();
        Say("next");
        co.Wait(child);
        Say(child.Status);
    }

    [Coroutine]
    private void LaunchesCancelled(Co co)
    {
        var child = co.Launch(SaysReason());
        child.CancelWith(new CancellationToken(canceled: true), "enough");
        co.Wait(child);
    }

    [Coroutine]
    private void CancelsOwner(Co co)
    {
        var owner = co.Launch(SaysReason());
        co.Yield();
        using var registration = owner.CancellationToken.Register(() => SayWhen("told"));
        co.Sleep(1000);
        owner.Cancel("enough");
        co.Wait(owner);
    }

    [Coroutine]
    private void SaysReason(Co co)
    {
        try
        {
            co.Sleep(Timeout.InfiniteTimeSpan);
        }
        catch (CoroutineCanceledException e)
        {
            SayWhen(e.Reason!);
            throw;
        }
    }

    [Coroutine]
    private static void Sleeps(Co co) => co.Sleep(Timeout.InfiniteTimeSpan);

    [Coroutine]
    private void Says(Co co, string what)
    {
        co.Yield();
        Say(what);
    }
}
