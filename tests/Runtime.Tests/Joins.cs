namespace CoroGen.Runtime.Tests;

/// <summary>Waiting for coroutines: Launch, Await, Wait, WaitAll, WaitAny; cancelled waits leave no residue (invariants 3 and 10).</summary>
public sealed partial class Joins : LoopTest
{
    [Fact]
    public void A_launch_goes_on_at_once_and_an_await_returns_the_result()
    {
        Assert.Equal("tray", Loop.Run(LaunchesAndAwaits()));
        Assert.Equal("launched started bill@2", Log);
    }

    [Fact]
    public void An_await_launches_a_new_coroutine()
    {
        Assert.Equal("a!", Loop.Run(Returns(Slow("a", 1))));
        Assert.Equal("a@1", Log);
    }

    [Fact]
    public void An_await_of_an_ended_coroutine_does_not_suspend()
    {
        var ended = Slow("a", 1);
        Loop.Run(ended);
        var passes = Loop.Passes;
        Assert.Equal("a!", Loop.Run(Returns(ended)));
        Assert.Equal(passes + 1, Loop.Passes);
    }

    [Fact]
    public void An_await_throws_what_ended_the_coroutine()
    {
        var failing = Fails("broken", 1);
        Loop.Run(Catches(failing));
        Assert.Equal("InvalidTimeZoneException:broken", Log);
        Assert.Equal(CoroutineStatus.Error, failing.Status);
    }

    [Fact]
    public void All_who_await_the_same_coroutine_go_on_in_the_order_in_which_they_began()
    {
        var slow = Loop.Schedule(Slow("slow", 1));
        RunAll([.. Enumerable.Range(0, 5).Select(i => AwaitsAndSays(i, slow))]);
        Assert.Equal("slow@1 0 1 2 3 4", Log);
    }

    [Fact]
    public void Wait_starts_all_in_the_first_pass_in_order_and_never_throws()
    {
        Assert.Equal("2 finished, 2 failed", Loop.Run(Waits(Slow("a", 2), Fails("b", 1), Slow("c", 3), CancelsItself())).ToString());
        Assert.Equal("a@2 c@3", Log);
    }

    [Fact]
    public void A_wait_result_lists_the_coroutines()
    {
        Coroutine[] coroutines = [Slow("a", 1), Fails("b", 1)];
        var result = Loop.Run(Waits(coroutines));
        Assert.Equal(coroutines, result.Coroutines);
        Assert.Equal((1, 1), (result.Finished, result.Failed));
        Assert.Empty(default(WaitResult).Coroutines);
    }

    [Fact]
    public void A_wait_for_none_does_not_suspend()
    {
        var result = Loop.Run(Waits());
        Assert.Equal((0, 0, 1), (result.Finished, result.Failed, Loop.Passes));
    }

    [Fact]
    public void Wait_all_returns_the_results_in_the_order_given()
    {
        Assert.Equal(["a!", "b!", "c!"], Loop.Run(WaitsAllFor(Slow("a", 3), Slow("b", 1), Slow("c", 2))));
        Assert.Equal("b@1 c@2 a@3", Log);
    }

    [Fact]
    public void Wait_all_throws_one_error_as_it_is_after_all_have_ended()
    {
        var error = Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(WaitsAll(Fails("b", 1), Slow("a", 3))));
        Assert.Equal("b", error.Message);
        Assert.Equal("a@3", Log);
    }

    [Fact]
    public void Wait_all_throws_several_errors_as_one()
    {
        var error = Assert.Throws<AggregateException>(() => Loop.Run(WaitsAll(Fails("late", 2), Slow("a", 1), Fails("early", 1))));
        Assert.Equal(["late", "early"], error.InnerExceptions.Select(inner => inner.Message));
    }

    [Fact]
    public void Wait_any_returns_the_first_to_end_and_the_others_go_on()
    {
        RunAll(WaitsAny(Slow("a", 3), Slow("b", 1), Slow("c", 2)));
        Assert.Equal("b@1 first:b! c@2 a@3", Log);
    }

    [Fact]
    public void Wait_any_returns_a_failed_coroutine_without_throwing()
    {
        Loop.Run(WaitsAny(Fails("broken", 1), Slow("a", 2)));
        Assert.Equal("first:failed", Log);
    }

    [Fact]
    public void Wait_any_of_ended_ones_returns_the_first_in_the_order_given()
    {
        Coroutine[] ended = [Slow("a", 2), Slow("b", 1)];
        Loop.Run(Waits(ended));
        RunAll(WaitsAny(ended));
        Assert.Equal("b@1 a@2 first:a!", Log);
    }

    [Fact]
    public void Wait_any_of_none_throws() => Assert.Throws<ArgumentException>(() => Loop.Run(WaitsAny()));

    [Fact]
    public void The_same_coroutine_may_be_given_several_times()
    {
        var slow = Slow("a", 1);
        Assert.Equal(2, Loop.Run(Waits(slow, slow)).Finished);
        var other = Slow("b", 1);
        RunAll(WaitsAny(other, other), WaitsAny(other));
        Assert.Equal("a@1 b@2 first:b! first:b!", Log);
    }

    [Fact]
    public void The_array_given_may_change_meanwhile()
    {
        Coroutine[] given = [Slow("a", 1), Slow("b", 2)];
        RunAll(Waits(given), Overwrites(given));
        Assert.Equal("a@1 b@2", Log);
    }

    [Fact]
    public void A_coroutine_cannot_wait_for_itself()
    {
        Loop.Run(AwaitsItself());
        Assert.Equal("Await:InvalidOperationException Wait:InvalidOperationException", Log);
    }

    [Fact]
    public void Coroutines_that_await_each_other_are_reported_as_a_deadlock()
    {
        var pair = new Coroutine[2];
        pair[0] = AwaitsPartner(pair, 1);
        pair[1] = AwaitsPartner(pair, 0);
        Schedule(pair);
        var error = Assert.Throws<DeadlockException>(Loop.RunUntilEmpty);
        Assert.Matches(@"'AwaitsPartner' \(Joins\.Bodies\.cs:\d+\) waits for 'AwaitsPartner' \(Joins\.Bodies\.cs:\d+\) waits for 'AwaitsPartner'\.$", error.Message);
    }

    [Fact]
    public void A_coroutine_of_another_loop_is_refused_before_anything_is_launched()
    {
        using var other = new EventLoop();
        var stranger = other.Schedule(CancelsItself());
        var mine = Slow("a", 1);
        Assert.Throws<InvalidOperationException>(() => Loop.Run(Waits(mine, stranger)));
        Assert.Equal(CoroutineStatus.New, mine.Status);
    }

    [Fact]
    public void No_coroutine_is_an_argument_error_before_anything_is_launched()
    {
        var mine = Slow("a", 1);
        Assert.Throws<ArgumentNullException>(() => Loop.Run(Waits(mine, null!)));
        Assert.Throws<ArgumentNullException>(() => Loop.Run(Waits(null!)));
        Assert.Throws<ArgumentNullException>(() => Loop.Run(Returns(null!)));
        Assert.Equal(CoroutineStatus.New, mine.Status);
    }

    [Fact]
    public void A_coroutine_cannot_be_launched_twice()
    {
        var mine = Loop.Schedule(Slow("a", 1));
        Assert.Throws<InvalidOperationException>(() => Loop.Schedule(mine));
        Assert.Equal("a!", Loop.Run(mine));
        Assert.Throws<InvalidOperationException>(() => Loop.Schedule(mine));
    }

    [Fact]
    public void Who_waits_for_all_takes_over_an_error_that_nobody_has_seen()
    {
        var failing = Fails("broken", 1);
        RunAll(failing, CatchesOfAll(failing));
        Assert.Equal("other@3 InvalidTimeZoneException:broken", Log);
    }

    [Coroutine]
    private void CatchesOfAll(Co co, Coroutine failing)
    {
        co.Sleep(2000);
        Assert.True(failing.IsDone);
        try
        {
            co.WaitAll(failing, Slow("other", 1));
        }
        catch (InvalidTimeZoneException e)
        {
            Say($"{e.GetType().Name}:{e.Message}");
        }
    }
}
