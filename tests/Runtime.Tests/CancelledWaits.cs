namespace CoroGen.Runtime.Tests;

/// <summary>In a cancelled coroutine each suspension that has to wait throws, and only those (invariant 6).</summary>
public sealed partial class CancelledWaits : ExecutionsTest<CancelledWaits>
{
    [Fact]
    public void Invariant_06_each_system_call_that_has_to_wait_throws() =>
        Always(
            "Yield Sleep-zero Sleep Sleep-endless Await-new Await Await-result Wait WaitAll WaitAll-results WaitAny Timeout Group Lock Acquire Task Task-result ValueTask "
                + "ValueTask-result Async Suspend Offload Event Barrier Send Receive Condition Select New",
            test => test.WaitsForAll,
            test => test.WaitsForAll());

    [Fact]
    public void No_system_call_throws_that_need_not_wait() =>
        Always("Await Await-result Wait WaitAll WaitAny Timeout Lock Acquire Task Task-result Event Send Receive-7 Select Shield", test => test.WaitsForNothing, test => test.WaitsForNothing());

    [Fact]
    public void What_takes_free_locks_for_long_lets_others_run_also_when_it_is_cancelled() =>
        Always("other locked", test => test.LocksOften, test => test.LocksOften());

    [Fact]
    public void One_that_catches_its_cancels_again_and_again_is_reported_once_and_lets_others_run()
    {
        var reported = new List<(Coroutine? Coroutine, Exception Error)>();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock, UnobservedError = (task, e) => reported.Add((task, e)) });
        var stubborn = loop.Schedule(IsStubborn());
        loop.Tick();
        stubborn.Cancel();
        loop.Run(CountsTurns(1000));
        var (coroutine, error) = Assert.Single(reported);
        Assert.Same(stubborn, coroutine);
        Assert.Same(stubborn, Assert.IsType<CancellationIgnoredException>(error).Coroutine);
        Assert.Contains("'IsStubborn'", error.Message, StringComparison.Ordinal);
        Assert.Contains($"CancelledWaits.Bodies.cs:{_line}. ", error.Message, StringComparison.Ordinal);
        Assert.Contains("co.Shield", error.Message, StringComparison.Ordinal);
        Assert.Equal("1000-turns", Log);
        _isEnough = true;
        loop.Run(stubborn);
    }

    [Fact]
    public void Plain_code_that_catches_its_cancels_again_and_again_lets_others_run()
    {
        var counts = Loop.Schedule(CountsTurns(1000));
        var co = Loop.Blocking;
        co.Current.Cancel();
        while (!counts.IsDone)
        {
            try
            {
                co.Sleep(1);
            }
            catch (CoroutineCanceledException)
            {
                Say(".");
            }
        }
        var reported = Assert.Throws<CancellationIgnoredException>(Loop.RunUntilEmpty);
        Assert.Contains("code without a state machine", reported.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_cancels_that_are_caught_are_not_too_many()
    {
        var coroutine = Loop.Schedule(CatchesCancels(100));
        coroutine.Cancel();
        Loop.Run(coroutine);
        Assert.Equal("100", Log);
    }
}
