namespace CoroGen.Runtime.Tests;

/// <summary><c>co.Timeout</c>: a deadline, the child's end, and a cancel of the caller, in whichever order they come (invariant 9).</summary>
public sealed partial class Timeouts : ExecutionsTest<Timeouts>
{
    [Fact]
    public void What_ends_in_time_gives_its_result_and_leaves_no_timer() =>
        Always("a@2 cleanup a! b@3 cleanup 7@3", test => test.EndsInTime, test => test.EndsInTime());

    [Fact]
    public void What_fails_in_time_throws_its_own_exception() =>
        Always("True broken@1", test => test.FailsInTime, test => test.FailsInTime());

    [Fact]
    public void At_the_deadline_the_child_is_cancelled_and_waited_for() =>
        Always(
            "cleanup timeout@5 The coroutine 'Slow' did not end within 00:00:05. CoroutineCanceledException Canceled",
            test => test.IsLate,
            test => test.IsLate());

    [Fact]
    public void Delegates_have_deadlines_too() =>
        Always("a@1 cleanup a! cleanup timeout@3 cleanup timeout@5", test => test.TimesDelegates, test => test.TimesDelegates());

    [Fact]
    public void Invariant_09_a_result_is_not_replaced_by_a_timeout() =>
        Always("stubborn@5 stubborn! exact@10 cleanup exact!", test => test.FinishesAllTheSame, test => test.FinishesAllTheSame());

    [Fact]
    public void An_exception_of_the_cleanup_is_not_replaced_by_a_timeout() =>
        Always("InvalidTimeZoneException:cleanup@5", test => test.FailsInCleanup, test => test.FailsInCleanup());

    [Fact]
    public void Zero_is_enough_for_what_does_not_wait() =>
        Always("at-once! cleanup timeout@0 cleanup timeout@0", test => test.HasNoTime, test => test.HasNoTime());

    [Fact]
    public void Endless_limits_have_no_end() =>
        Always("a@1000000 cleanup a! b@2000000 cleanup b!", test => test.HasAllTime, test => test.HasAllTime());

    [Fact]
    public void A_negative_limit_is_refused_before_anything_is_launched() =>
        Always("ArgumentOutOfRangeException:limit ArgumentOutOfRangeException:limit New", test => test.HasNegativeLimit, test => test.HasNegativeLimit());

    [Fact]
    public void A_cancel_of_the_caller_cancels_the_child_and_waits_for_it() =>
        Always("cleanup canceled@1 Caller:enough Canceled:enough", test => test.RunsCancelledCaller, test => test.RunsCancelledCaller());

    [Fact]
    public void A_result_is_not_replaced_by_a_cancel_of_the_caller() =>
        Always("stubborn@1 stubborn! canceled", test => test.RunsCancelledCallerOfStubborn, test => test.RunsCancelledCallerOfStubborn());

    [Fact]
    public void A_cancelled_caller_launches_nothing() =>
        Always("CoroutineCanceledException New", test => test.RunsCancelledBefore, test => test.RunsCancelledBefore());

    [Fact]
    public void A_cancel_of_the_child_by_somebody_else_is_no_timeout() =>
        Always("cleanup CoroutineCanceledException@1", test => test.ChildIsCancelled, test => test.ChildIsCancelled());

    [Theory]
    [InlineData(2, 5, "cleanup outer@2")]
    [InlineData(5, 2, "cleanup inner@2")]
    [InlineData(3, 3, "cleanup outer@3")]
    public void Invariant_09_of_nested_ones_the_outermost_that_has_expired_wins(int outer, int inner, string log) =>
        Always(log, test => co => test.Nests(co, outer, inner), test => test.Nests(outer, inner));

    [Fact]
    public void The_outermost_wins_also_when_the_inner_one_expired_before_it() =>
        Always("ends@4 outer@4", test => test.ExpiresInsideFirst, test => test.ExpiresInsideFirst());

    [Fact]
    public void A_coroutine_that_runs_already_can_be_given_a_limit() =>
        Always("cleanup timeout@3 a@4 cleanup a! a!@4", test => test.WaitsForRunning, test => test.WaitsForRunning());

    [Fact]
    public void A_coroutine_cannot_wait_for_itself() =>
        Assert.Throws<InvalidOperationException>(() => Loop.Run(WaitsForItself()));

    [Fact]
    public void No_coroutine_is_an_argument_error()
    {
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Timeout(TimeSpan.Zero, (Coroutine)null!));
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Timeout(TimeSpan.Zero, (Coroutine<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Timeout(TimeSpan.Zero, (CoAction)null!));
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Timeout(TimeSpan.Zero, (CoFunc<int>)null!));
    }

    [Fact]
    public void What_a_callback_of_the_cancel_throws_is_reported_and_changes_nothing()
    {
        var errors = new List<Exception>();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock, UnobservedError = (_, error) => errors.Add(error) });
        Assert.Throws<TimeoutException>(() => loop.Run(LimitsRegistered()));
        var error = Assert.IsType<AggregateException>(Assert.Single(errors));
        Assert.IsType<InvalidTimeZoneException>(error.InnerException);
    }

    [Fact]
    public void Plain_code_that_is_stopped_gives_the_child_up()
    {
        Schedule(StopsAfter(1));
        Assert.Throws<OperationCanceledException>(() => Loop.Blocking.Timeout(TimeSpan.FromSeconds(9), Slow("a", 5)));
        Loop.RunUntilEmpty();
        Assert.Equal("cleanup", Log);
        Assert.Equal(TimeSpan.FromSeconds(1), Clock.Elapsed);
    }

    [Fact]
    public void A_disposed_loop_ends_both()
    {
        var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock });
        var caller = loop.Schedule(Caller(Slow("a", 5), 9));
        loop.Tick();
        loop.Tick();
        loop.Dispose();
        Assert.Equal("cleanup canceled@0 Caller:the loop is disposed", Log);
        Assert.Equal(CoroutineStatus.Finished, caller.Status);
    }
}
