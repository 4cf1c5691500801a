namespace CoroGen.Runtime.Tests;

/// <summary>Conditions: a wait comes back with its lock, however it ends, and no notify is lost (invariants 2, 3 and 5).</summary>
public sealed partial class Conditions : ExecutionsTest<Conditions>
{
    private readonly CoLock _lock = new();
    private readonly CoCondition _condition;
    private readonly Queue<int> _items = new();

    public Conditions() => _condition = new CoCondition(_lock);

    [Fact]
    public void Who_waits_for_something_gets_it_first_come_first_served() =>
        Always("a:1 b:2 c:3", test => test.HandsOutItems, test => test.HandsOutItems());

    [Fact]
    public void A_notify_wakes_as_many_as_it_says_in_order() =>
        Always("notified a b | c d", test => test.Notifies, test => test.Notifies());

    [Fact]
    public void Waiting_releases_the_lock_and_comes_back_with_it() =>
        Always("in-between back:True free", test => test.LeavesAndComesBack, test => test.LeavesAndComesBack());

    [Fact]
    public void One_that_is_notified_waits_for_the_lock_behind_those_who_wait_already() =>
        Always("b@1 a@2", test => test.NotifiesWhileOthersWait, test => test.NotifiesWhileOthersWait());

    [Fact]
    public void A_cancelled_wait_comes_back_with_the_lock_when_it_is_free() =>
        Always("a-canceled:True@0 Canceled", test => test.CancelsWhenFree, test => test.CancelsWhenFree());

    [Fact]
    public void A_cancelled_wait_comes_back_with_the_lock_as_soon_as_others_release_it() =>
        Always("held a-canceled:True@1", test => test.CancelsWhenHeld, test => test.CancelsWhenHeld());

    [Fact]
    public void A_second_cancel_does_not_end_the_wait_for_the_lock() =>
        Always("a:True@1 Canceled", test => test.CancelsOnTheWayBack, test => test.CancelsOnTheWayBack());

    [Fact]
    public void A_notified_waiter_that_is_cancelled_before_its_step_goes_on_with_the_notify() =>
        Always("a:True@0 1", test => test.CancelsTheNotified, test => test.CancelsTheNotified());

    [Fact]
    public void A_waiter_that_was_cancelled_leaves_the_notify_to_the_next() =>
        Always("a-canceled:True@0 b:True@0 0", test => test.CancelsAndNotifies, test => test.CancelsAndNotifies());

    [Fact]
    public void Who_is_cancelled_before_the_wait_does_not_release_the_lock() =>
        Always("canceled:True other Canceled", test => test.WaitsCancelled, test => test.WaitsCancelled());

    [Fact]
    public void What_is_used_without_the_lock_throws_and_changes_nothing() =>
        Always(
            "SynchronizationLockException SynchronizationLockException SynchronizationLockException SynchronizationLockException 1 False",
            test => test.Misuses,
            test => test.Misuses());

    [Fact]
    public void The_lock_of_another_coroutine_does_not_do() =>
        Always("SynchronizationLockException SynchronizationLockException 0 True", test => test.MisusesAnothersLock, test => test.MisusesAnothersLock());

    [Fact]
    public void A_lock_that_is_abandoned_meanwhile_faults_those_who_wait_for_its_conditions() =>
        Always("a:abandoned b:abandoned LockAbandonedException LockAbandonedException", test => test.AbandonsLock, test => test.AbandonsLock());

    [Fact]
    public void The_releaser_of_the_lock_releases_it_after_the_wait_and_once() =>
        Always("True False InvalidOperationException InvalidOperationException", test => test.ReleasesAfterwards, test => test.ReleasesAfterwards());

    [Fact]
    public void A_condition_that_holds_already_does_not_wait() =>
        Always("1", test => test.WaitsForNothing, test => test.WaitsForNothing());

    [Fact]
    public void An_exception_of_the_condition_comes_out_with_the_lock_held() =>
        Always("InvalidTimeZoneException True", test => test.WaitsForFailure, test => test.WaitsForFailure());

    [Fact]
    public void A_condition_has_a_lock() => Assert.Throws<ArgumentNullException>(() => new CoCondition(null!));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_notify_of_none_is_an_argument_error(int count) => Assert.Throws<ArgumentOutOfRangeException>(() => _condition.Notify(count));

    [Fact]
    public void Plain_code_that_is_stopped_comes_back_with_the_lock()
    {
        Schedule(Stops());
        var plain = Loop.Blocking;
        var held = plain.Lock(_lock);
        var thrown = Assert.Throws<OperationCanceledException>(() => _condition.Wait(Loop.Blocking));
        Assert.Contains("stopped", thrown.Message, StringComparison.Ordinal);
        Assert.True(_lock.IsHeld);
        held.Dispose();
        Assert.False(_lock.IsHeld);
        Assert.True(_condition.Waiters.IsEmpty);
    }

    [Fact]
    public void A_loop_can_be_disposed_by_plain_code_that_holds_the_lock()
    {
        Schedule(Waits("a"));
        Loop.Tick();
        var held = Loop.Blocking.Lock(_lock);
        Assert.Throws<LockAbandonedException>(Loop.Dispose);
        Assert.Throws<LockAbandonedException>(held.Dispose);
    }
}
