namespace CoroGen.Runtime.Tests;

/// <summary>Locks: first come, first served; grants win over cancels; the owner is checked (invariants 1 to 4).</summary>
public sealed partial class Locks : LoopTest
{
    private readonly CoLock _lock = new();

    [Fact]
    public void Grants_are_first_in_first_out()
    {
        RunAll(Holds("a", 3000), Holds("b", 1000), Holds("c", 1000), Holds("d", 1000));
        Assert.Equal("a@0 b@3 c@4 d@5", Log);
    }

    [Fact]
    public void A_release_hands_the_lock_over_at_once_so_that_nobody_barges()
    {
        RunAll(ReleasesAndTriesAgain(), Holds("waiter", 0));
        Assert.Equal("released free:False waiter@0", Log);
    }

    [Fact]
    public void Trying_takes_a_free_lock_and_leaves_a_held_one()
    {
        RunAll(Tries("first", 1000), Tries("second", 0));
        Assert.Equal("first:True second:False", Log);
        Assert.False(_lock.IsHeld);
    }

    [Fact]
    public void A_granted_lock_wins_over_a_cancel_which_takes_effect_at_the_next_suspension()
    {
        var waiter = HoldsAndSleeps("waiter");
        RunAll(HoldsThenCancels(waiter), waiter, Holds("next", 0));
        Assert.Equal("holds cancels waiter waiter-leaves next@0", Log);
        Assert.Equal(CoroutineStatus.Canceled, waiter.Status);
        Assert.False(_lock.IsHeld);
    }

    [Theory]
    [InlineData(0, "b c")]
    [InlineData(1, "a c")]
    [InlineData(2, "a b")]
    public void Cancelling_a_waiter_anywhere_wakes_exactly_the_right_next_ones(int canceled, string expected)
    {
        Coroutine[] waiters = [Says("a"), Says("b"), Says("c")];
        RunAll([HoldsAndCancels(waiters, canceled), .. waiters]);
        Assert.Equal(expected, Log);
        Assert.Equal(CoroutineStatus.Canceled, waiters[canceled].Status);
        Assert.False(_lock.IsHeld);
    }

    [Fact]
    public void Locks_are_released_in_any_order_and_only_those_still_held_are_abandoned()
    {
        var (first, second) = (new CoLock(), new CoLock());
        RunAll(HoldsThree(first, _lock, second), Finds("first", first), Finds("middle", _lock), Finds("last", second));
        Assert.Equal("first:released last:released middle:abandoned", Log);
    }

    [Fact]
    public void Releasing_a_free_lock_throws()
    {
        Assert.Throws<InvalidOperationException>(_lock.Exit);
        RunAll(Holds("a", 0));
        Assert.Equal("a@0", Log);
    }

    [Fact]
    public void Release_by_another_than_the_owner_throws_and_changes_nothing()
    {
        var owner = Holds("owner", 1000);
        Schedule(owner);
        Assert.Throws<InvalidOperationException>(() => Loop.Run(Exits()));
        Assert.Same(owner, _lock.Owner);
        RunAll(Holds("next", 0));
        Assert.Equal("owner@0 next@1", Log);
    }

    [Fact]
    public void Release_by_plain_code_or_a_post_of_a_coroutines_lock_throws_and_changes_nothing()
    {
        var owner = Holds("owner", 1000);
        Schedule(owner);
        Loop.Tick();
        Assert.Throws<InvalidOperationException>(_lock.Exit);
        Loop.Post(_lock.Exit);
        Assert.Throws<InvalidOperationException>(() => Loop.Tick());
        Assert.Same(owner, _lock.Owner);
    }

    [Fact]
    public void Release_of_plain_codes_lock_by_a_post_throws_and_changes_nothing()
    {
        var plain = Loop.Blocking;
        plain.Lock(_lock);
        Loop.Post(_lock.Exit);
        Assert.Throws<InvalidOperationException>(() => Loop.Tick());
        Assert.True(_lock.IsHeld);
        _lock.Exit();
        Assert.False(_lock.IsHeld);
    }

    [Fact]
    public void Release_on_another_thread_throws_and_changes_nothing()
    {
        Loop.Run(ReleasesOnAnotherThread());
        Assert.Equal("InvalidOperationException held:True", Log);
        Assert.False(_lock.IsHeld);
    }

    [Fact]
    public void The_owner_taking_the_lock_again_throws_and_changes_nothing()
    {
        RunAll(TakesTwice(), Holds("next", 0));
        Assert.Equal("InvalidOperationException held:True next@1", Log);
    }

    [Fact]
    public void A_releaser_releases_once()
    {
        RunAll(DisposesTwice());
        Assert.Equal("released InvalidOperationException taken-again InvalidOperationException held:True", Log);
        Assert.False(_lock.IsHeld);
    }

    [Fact]
    public void An_owner_ending_without_release_faults_those_who_wait_and_those_who_come_later()
    {
        var owner = EndsHolding();
        RunAll(owner, WaitsForAbandoned("a", owner), WaitsForAbandoned("b", owner));
        RunAll(WaitsForAbandoned("late", owner));
        Assert.Equal("a:True b:True late:True", Log);
    }

    [Fact]
    public void Locks_taken_in_opposite_order_are_reported_as_a_deadlock()
    {
        var other = new CoLock();
        var left = TakesBoth(_lock, other);
        var right = TakesBoth(other, _lock);
        Schedule(left, right);
        Assert.Throws<DeadlockException>(Loop.RunUntilEmpty);
        Assert.Throws<DeadlockException>(() => Loop.Run(right));
        left.Cancel();
        Loop.Run(right);
        Assert.Equal(CoroutineStatus.Canceled, left.Status);
        Assert.False(_lock.IsHeld || other.IsHeld);
    }

    [Fact]
    public void A_lock_belongs_to_one_loop()
    {
        using var other = new EventLoop();
        Schedule(Holds("a", 1000));
        Loop.Tick();
        Assert.Throws<InvalidOperationException>(() => other.Run(Holds("b", 0)));
        Assert.Equal("a@0", Log);
    }

    [Fact]
    public void No_lock_is_an_argument_error() => Assert.Throws<ArgumentNullException>(() => Loop.Run(Takes(null!)));
}
