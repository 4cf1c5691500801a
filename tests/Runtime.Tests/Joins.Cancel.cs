namespace CoroGen.Runtime.Tests;

public sealed partial class Joins
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void A_cancelled_wait_leaves_the_other_waits_as_they_are(int canceled)
    {
        var slow = Loop.Schedule(Slow("slow", 1));
        Coroutine[] waiters = [.. Enumerable.Range(0, 5).Select(i => AwaitsAndSays(i, slow))];
        Schedule(waiters);
        Loop.Tick();
        waiters[canceled].Cancel();
        Loop.RunUntilEmpty();
        var others = Enumerable.Range(0, 5).Where(i => i != canceled);
        Assert.Equal($"slow@1 {string.Join(' ', others)}", Log);
        Assert.Equal(CoroutineStatus.Canceled, waiters[canceled].Status);
    }

    [Fact]
    public void A_cancel_of_the_wait_does_not_cancel_what_was_waited_for()
    {
        var waiter = Waits(Slow("a", 2), Slow("b", 1));
        RunAll(waiter, Cancels(waiter));
        Assert.Equal("b@1 a@2", Log);
        Assert.Equal(CoroutineStatus.Canceled, waiter.Status);
    }

    [Fact]
    public void A_join_that_was_granted_wins_over_a_cancel()
    {
        var child = Slow("child", 1);
        var waiter = Returns(child);
        RunAll(waiter, CancelsAfterEndOf(child, waiter));
        Assert.Equal("child@1", Log);
        Assert.Equal("child!", waiter.Result);
    }

    [Fact]
    public void A_cancelled_coroutine_does_not_launch_what_it_cannot_wait_for()
    {
        Coroutine<string>[] children = [Slow("a", 1), Slow("b", 1), Slow("c", 1), Slow("d", 1), Slow("e", 1)];
        RunAll(WaitsThoughCancelled(children));
        Assert.Equal("canceled canceled canceled canceled canceled", Log);
        Assert.All(children, child => Assert.Equal(CoroutineStatus.New, child.Status));
    }

    [Fact]
    public void A_cancelled_coroutine_can_still_take_results_that_are_there()
    {
        var ended = Slow("a", 1);
        Loop.Run(ended);
        Assert.Equal("a!", Loop.Run(TakesThoughCancelled(ended)));
    }
}
