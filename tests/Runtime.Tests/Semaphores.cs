namespace CoroGen.Runtime.Tests;

/// <summary>Semaphores: first come, first served; grants win over cancels; no permit is lost or made up (invariants 1 to 4).</summary>
public sealed partial class Semaphores : LoopTest
{
    private readonly CoSemaphore _cooks = new(3, 3);

    [Fact]
    public void Grants_are_first_in_first_out()
    {
        RunAll(Cooks("a", 1, 3), Cooks("b", 1, 1), Cooks("c", 1, 2), Cooks("d", 1, 1), Cooks("e", 1, 1));
        Assert.Equal("a@0 b@0 c@0 d@1 e@2", Log);
        Assert.Equal(3, _cooks.Available);
    }

    [Fact]
    public void Nobody_overtakes_the_first_even_when_fewer_permits_would_do()
    {
        RunAll(Cooks("a", 2, 2), Cooks("big", 3, 1), Cooks("small", 1, 1), Tries("trying"));
        Assert.Equal("a@0 trying:False big@2 small@3", Log);
    }

    [Fact]
    public void A_release_hands_over_at_once_so_that_nobody_barges()
    {
        RunAll(Cooks("a", 2, 5), ReleasesAndTriesAgain(), Cooks("waiter", 1, 1));
        Assert.Equal("a@0 again:False waiter@0", Log);
    }

    [Fact]
    public void Several_permits_released_at_once_wake_as_many_as_they_suffice_for()
    {
        RunAll(Cooks("all", 3, 1), Cooks("b", 1, 1), Cooks("c", 2, 1), Cooks("d", 1, 1));
        Assert.Equal("all@0 b@1 c@1 d@2", Log);
    }

    [Fact]
    public void A_granted_permit_wins_over_a_cancel_and_is_not_lost()
    {
        var waiter = Cooks("waiter", 1, 1);
        RunAll(HoldsAllThenCancels(waiter), waiter, Cooks("next", 3, 1));
        Assert.Equal("waiter@0 next@0", Log);
        Assert.Equal(CoroutineStatus.Canceled, waiter.Status);
        Assert.Equal(3, _cooks.Available);
    }

    [Theory]
    [InlineData(0, "b@1 c@1")]
    [InlineData(1, "a@1 c@1")]
    [InlineData(2, "a@1 b@1")]
    public void Cancelling_a_waiter_anywhere_wakes_exactly_the_right_next_ones(int canceled, string expected)
    {
        Coroutine[] waiters = [Cooks("a", 1, 1), Cooks("b", 1, 1), Cooks("c", 1, 1)];
        RunAll([Holds(3, 1), .. waiters, Cancels(waiters[canceled])]);
        Assert.Equal(expected, Log);
        Assert.Equal(3, _cooks.Available);
    }

    [Fact]
    public void Cancelling_the_first_lets_those_go_on_for_whom_the_free_permits_suffice()
    {
        var big = Cooks("big", 3, 1);
        RunAll(Cooks("a", 1, 9), big, Cooks("b", 1, 1), Cooks("c", 1, 1), Cooks("d", 1, 1), Cancels(big));
        Assert.Equal("a@0 b@0 c@0 d@1", Log);
        Assert.Equal(3, _cooks.Available);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void Release_over_the_bound_throws_and_changes_nothing(int permits)
    {
        Assert.Throws<SemaphoreFullException>(() => _cooks.Release(permits));
        Assert.Equal(3, _cooks.Available);
    }

    [Fact]
    public void Release_does_not_overflow_without_a_bound()
    {
        var semaphore = new CoSemaphore(1);
        Assert.Throws<SemaphoreFullException>(() => semaphore.Release(int.MaxValue));
        Assert.Equal(1, semaphore.Available);
    }

    [Fact]
    public void A_releaser_gives_back_once()
    {
        var semaphore = new CoSemaphore(1);
        RunAll(DisposesTwice(semaphore));
        Assert.Equal("1 InvalidOperationException 1 InvalidOperationException 0 1", Log);
        Assert.Equal(1, semaphore.Available);
    }

    [Fact]
    public void A_releaser_that_would_exceed_the_bound_throws_and_can_still_release()
    {
        RunAll(ReleasesTooMuch());
        Assert.Equal("SemaphoreFullException 3 3", Log);
        Assert.Equal(3, _cooks.Available);
    }

    [Fact]
    public void Permits_can_be_taken_and_added_without_waiting()
    {
        var semaphore = new CoSemaphore(0);
        Assert.False(semaphore.TryAcquire());
        semaphore.Release(2);
        Assert.True(semaphore.TryAcquire(2));
        Assert.Equal(0, semaphore.Available);
    }

    [Fact]
    public void A_post_of_another_thread_may_release()
    {
        var semaphore = new CoSemaphore(0);
        var thread = new Thread(() => Loop.Post(() => semaphore.Release()));
        Schedule(Takes(semaphore, 1));
        thread.Start();
        Loop.RunUntilEmpty();
        thread.Join();
        Assert.Equal("taken", Log);
    }

    [Fact]
    public void Release_on_another_thread_while_coroutines_wait_throws_and_changes_nothing()
    {
        var semaphore = new CoSemaphore(0);
        Schedule(Takes(semaphore, 1), ReleasesOnAnotherThread(semaphore));
        Loop.RunUntilEmpty();
        Assert.Equal("InvalidOperationException 0 taken", Log);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_number_that_can_never_be_granted_is_an_argument_error(int permits)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Loop.Run(Takes(_cooks, permits)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _cooks.TryAcquire(permits));
        Assert.Equal(3, _cooks.Available);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 0)]
    public void Impossible_bounds_are_argument_errors(int permits, int maximum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoSemaphore(permits, maximum));

    [Fact]
    public void No_semaphore_is_an_argument_error() => Assert.Throws<ArgumentNullException>(() => Loop.Run(Takes(null!, 1)));
}
