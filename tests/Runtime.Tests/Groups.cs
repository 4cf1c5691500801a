namespace CoroGen.Runtime.Tests;

/// <summary><c>co.Group</c>: no group ends with live children, and no error is lost (invariant 10).</summary>
public sealed partial class Groups : ExecutionsTest<Groups>
{
    [Fact]
    public void Invariant_10_a_group_ends_when_all_that_was_launched_inside_has_ended_and_gives_the_result_of_its_body() =>
        Always("body@0 b@1 a@2 c@4 result@4", test => test.EndsWithTheLast, test => test.EndsWithTheLast());

    [Fact]
    public void A_group_of_delegates_is_a_group() =>
        Always("b@1 a@2 body@2 7@3", test => test.GroupsDelegates, test => test.GroupsDelegates());

    [Fact]
    public void The_first_failure_cancels_the_others_in_the_order_of_their_launches() =>
        Always(
            "body-cut@2 a-cut@2 c-cut@2 InvalidTimeZoneException:b@2 The coroutine 'Works' was canceled: 'Breaks' failed in the same group",
            test => test.FailsFirst,
            test => test.FailsFirst());

    [Fact]
    public void All_errors_are_kept_in_the_order_in_which_they_occurred() =>
        Always("AggregateException: c a b", test => test.FailsOften, test => test.FailsOften());

    [Fact]
    public void The_same_exception_counts_once() =>
        Always("InvalidTimeZoneException:same@1", test => test.FailsWithTheSame, test => test.FailsWithTheSame());

    [Fact]
    public void The_failure_of_the_body_cancels_the_others() =>
        Always("a-cut@1 InvalidTimeZoneException:body@1", test => test.BodyFails, test => test.BodyFails());

    [Fact]
    public void What_was_launched_fails_the_group_also_when_somebody_waits_for_it() =>
        Always("caught:a@1 a-cut@1 InvalidTimeZoneException:a@1", test => test.CatchesTheErrorOfALaunch, test => test.CatchesTheErrorOfALaunch());

    [Fact]
    public void What_a_wait_has_launched_fails_that_wait_only() =>
        Always(
            "Await:a@1 Wait:1-finished,-1-failed@2 WaitAll:a@3 WaitAny:a@4 Timeout:a@5 Group:a@6 Shield:a@7 done@7",
            test => test.CatchesTheErrorsOfWaits,
            test => test.CatchesTheErrorsOfWaits());

    [Fact]
    public void What_a_wait_has_launched_fails_the_group_when_nobody_waits_for_it_any_more() =>
        Always("first:a@1 body-cut@2 InvalidTimeZoneException:b@2", test => test.WaitsForTheFirst, test => test.WaitsForTheFirst());

    [Fact]
    public void An_error_that_an_abandoned_wait_has_not_thrown_yet_is_the_groups() =>
        Always("b-cut@2 InvalidTimeZoneException:a@2", test => test.AbandonsItsWait, test => test.AbandonsItsWait());

    [Fact]
    public void A_member_that_is_cancelled_alone_is_no_failure() =>
        Always("a-cut@1 b@2 done@2", test => test.CancelsAMember, test => test.CancelsAMember());

    [Fact]
    public void A_cancel_of_the_body_cancels_the_group() =>
        Always("body-cut@1 a-cut@1 CoroutineCanceledException:enough@1", test => test.CancelsTheBody, test => test.CancelsTheBody());

    [Fact]
    public void A_cancel_of_the_caller_cancels_all_and_waits_for_their_ends() =>
        Always("body-cut@1 a-cut@1 cleanup@4 caller-cut:enough@4 Canceled", test => test.CancelsTheCaller, test => test.CancelsTheCaller());

    [Fact]
    public void A_group_that_is_complete_all_the_same_is_not_replaced_by_a_cancel_of_the_caller() =>
        Always("stubborn@1 7@1 caller-cut@1", test => test.CancelsTheCallerOfStubborn, test => test.CancelsTheCallerOfStubborn());

    [Fact]
    public void A_group_whose_body_is_complete_but_not_its_members_is_cancelled_with_the_caller() =>
        Always("a-cut@1 caller-cut@1 Canceled", test => test.CancelsTheCallerOfEarlyBody, test => test.CancelsTheCallerOfEarlyBody());

    [Fact]
    public void An_error_in_the_cleanup_is_not_replaced_by_a_cancel_of_the_caller() =>
        Always("InvalidTimeZoneException:cleanup@1", test => test.CancelsTheCallerOfBrokenCleanup, test => test.CancelsTheCallerOfBrokenCleanup());

    [Fact]
    public void What_is_launched_into_a_cancelled_group_runs_to_its_first_suspension() =>
        Always("late-begins@1 late-cut@1 InvalidTimeZoneException:a@1 Canceled", test => test.LaunchesLate, test => test.LaunchesLate());

    [Fact]
    public void A_failure_inside_of_a_nested_group_cancels_the_outer_one_from_the_inside_to_the_outside() =>
        Always("inner-cut@1 outer-cut@1 InvalidTimeZoneException:a@1", test => test.FailsInNested, test => test.FailsInNested());

    [Fact]
    public void A_failure_outside_of_a_nested_group_cancels_what_is_inside() =>
        Always("inner-cut@1 inner-body-cut@1 outer-cut@1 InvalidTimeZoneException:a@1", test => test.FailsAroundNested, test => test.FailsAroundNested());

    [Fact]
    public void A_deadline_reaches_all_members() =>
        Always("a-cut@1 b-cut@1 caller-cut:it-did-not-end-within-00:00:01@1 timeout@1", test => test.HasDeadline, test => test.HasDeadline());

    [Fact]
    public void Of_deadlines_inside_and_outside_of_a_group_the_outermost_that_has_expired_wins() =>
        Always("a-cut@2 cleanup@5 caller-cut:it-did-not-end-within-00:00:04@5 timeout@5 4", test => test.NestsDeadlines, test => test.NestsDeadlines());

    [Fact]
    public void A_cancelled_caller_launches_nothing() =>
        Always("CoroutineCanceledException New", test => test.BeginsCancelled, test => test.BeginsCancelled());

    [Fact]
    public void A_body_that_was_launched_is_refused_and_goes_on() =>
        Always("InvalidOperationException InvalidOperationException a@1 a@1 done", test => test.GroupsLaunched, test => test.GroupsLaunched());

    [Fact]
    public void No_body_is_an_argument_error()
    {
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Group((Coroutine)null!));
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Group((Coroutine<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Group((CoAction)null!));
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Group((CoFunc<int>)null!));
    }

    [Fact]
    public void What_plain_code_launches_by_a_blocking_handle_is_in_no_group()
    {
        var co = Loop.Blocking;
        var task = co.Launch(Works("a", 3));
        co.Group(Works("body", 1));
        Assert.Equal(CoroutineStatus.Running, task.Status);
    }

    [Fact]
    public void Errors_of_a_group_that_plain_code_has_given_up_are_reported()
    {
        Schedule(Stops(1));
        Assert.Throws<OperationCanceledException>(() => Loop.Blocking.Group(BreaksInCleanup("cleanup")));
        var thrown = Assert.Throws<InvalidTimeZoneException>(Loop.RunUntilEmpty);
        Assert.Equal("cleanup", thrown.Message);
    }

    [Fact]
    public void An_error_of_a_timeout_that_plain_code_has_given_up_is_reported()
    {
        Schedule(Stops(1));
        Assert.Throws<OperationCanceledException>(() => Loop.Blocking.Timeout(TimeSpan.FromSeconds(9), BreaksInCleanup("cleanup")));
        var thrown = Assert.Throws<InvalidTimeZoneException>(Loop.RunUntilEmpty);
        Assert.Equal("cleanup", thrown.Message);
    }

    [Fact]
    public void Errors_of_members_are_not_reported_as_unobserved()
    {
        var unobserved = new List<Exception>();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock, UnobservedError = (_, e) => unobserved.Add(e) });
        loop.Run(FailsOften());
        Assert.Empty(unobserved);
        Assert.Equal("AggregateException: c a b", Log);
    }

    [Fact]
    public void A_callback_of_a_cancel_that_fails_is_reported_and_the_other_members_are_cancelled()
    {
        var thrown = Assert.Throws<AggregateException>(() => Loop.Run(CancelsRegistered()));
        Assert.Equal([typeof(InvalidTimeZoneException), typeof(AggregateException)], thrown.InnerExceptions.Select(inner => inner.GetType()));
        Assert.Equal("b-cut@1", Log);
    }

    [Fact]
    public void Members_that_wait_for_each_other_are_a_deadlock() =>
        Assert.Throws<DeadlockException>(() => Loop.Run(Deadlocks()));

    [Fact]
    public void A_group_keeps_no_members_that_have_ended()
    {
        var alive = Loop.Run(CountsAliveInGroup());
        Assert.InRange(alive, 0, 100);
    }
}
