using System.Globalization;

namespace CoroGen.Runtime.Tests;

/// <summary>What all primitives have in common, by the numbers of the invariants. <see cref="Models.ModelTests"/> tests the same with random programs.</summary>
public sealed partial class Invariants : LoopTest
{
    private readonly CoLock _lock = new();
    private readonly CoSemaphore _semaphore = new(1, 1);
    private readonly CoChannel<int> _receiving = new();
    private readonly CoChannel<int> _sending = new();
    private readonly CoCondition _condition;

    public Invariants() => _condition = new CoCondition(_lock);

    /// <summary>What coroutines wait for.</summary>
    public enum Kind
    {
        Lock,
        Permit,
        Item,
        Room,
    }

    /// <summary>Each invariant of a loop has a test that is named by its number, here or in the class of what it is about.</summary>
    [Fact]
    public void Each_has_a_test()
    {
        var numbers = typeof(Invariants).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.Name.StartsWith("Invariant_", StringComparison.Ordinal))
            .Select(method => int.Parse(method.Name.AsSpan("Invariant_".Length, 2), CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, 15), numbers.Distinct().Order());
    }

    [Theory]
    [InlineData(Kind.Lock)]
    [InlineData(Kind.Permit)]
    [InlineData(Kind.Item)]
    [InlineData(Kind.Room)]
    public void Invariant_01_grants_are_first_come_first_served_and_nobody_barges(Kind kind)
    {
        RunAll([Holds(kind, after: TriesToBarge(kind)), .. Waiters(kind)]);
        Assert.Equal("barged:False a b c", Log);
    }

    [Theory]
    [InlineData(Kind.Lock)]
    [InlineData(Kind.Permit)]
    [InlineData(Kind.Item)]
    [InlineData(Kind.Room)]
    public void Invariant_02_a_grant_wins_over_a_cancel_which_takes_effect_at_the_next_suspension(Kind kind)
    {
        var waiters = Waiters(kind);
        RunAll([Holds(kind, after: (_, _) => waiters[0].Cancel()), .. waiters]);
        Assert.Equal("a b c", Log);
        Assert.Equal(CoroutineStatus.Canceled, waiters[0].Status);
        Assert.All(waiters.Skip(1), waiter => Assert.Equal(CoroutineStatus.Finished, waiter.Status));
    }

    [Theory]
    [InlineData(Kind.Lock, 0, "b c")]
    [InlineData(Kind.Lock, 1, "a c")]
    [InlineData(Kind.Lock, 2, "a b")]
    [InlineData(Kind.Permit, 0, "b c")]
    [InlineData(Kind.Permit, 1, "a c")]
    [InlineData(Kind.Permit, 2, "a b")]
    [InlineData(Kind.Item, 0, "b c")]
    [InlineData(Kind.Item, 1, "a c")]
    [InlineData(Kind.Item, 2, "a b")]
    [InlineData(Kind.Room, 0, "b c")]
    [InlineData(Kind.Room, 1, "a c")]
    [InlineData(Kind.Room, 2, "a b")]
    public void Invariant_03_a_cancel_anywhere_wakes_the_right_next_ones_and_leaves_nothing(Kind kind, int canceled, string expected)
    {
        var waiters = Waiters(kind);
        RunAll([Holds(kind, before: () => waiters[canceled].Cancel()), .. waiters]);
        Assert.Equal(expected, Log);
        Assert.Equal(CoroutineStatus.Canceled, waiters[canceled].Status);
        Assert.Equal((false, 1), (_lock.IsHeld, _semaphore.Available));
        Assert.Equal((0, 0), (_receiving.Receivers, _sending.Senders));
    }

    [Fact]
    public void Invariant_04_what_is_not_held_is_not_released()
    {
        Assert.Throws<InvalidOperationException>(_lock.Exit);
        Assert.Throws<SemaphoreFullException>(() => _semaphore.Release());
        Assert.Throws<SynchronizationLockException>(() => _condition.Notify());
        Schedule(Holds(Kind.Lock));
        Loop.Tick();
        Assert.Throws<InvalidOperationException>(_lock.Exit);
        Assert.True(_lock.IsHeld);
        Assert.Throws<InvalidOperationException>(() => Loop.Run(TakesTwice()));
        Assert.Equal((false, 1), (_lock.IsHeld, _semaphore.Available));
        Schedule(EndsHolding());
        Assert.Throws<LockAbandonedException>(() => Loop.Run(Takes(Kind.Lock, "faulted")));
    }

    [Fact]
    public void Invariant_05_a_wait_for_a_condition_comes_back_with_its_lock_cancelled_or_not()
    {
        Coroutine[] waiters = [Waits("notified"), Waits("canceled")];
        RunAll([.. waiters, NotifiesOneAndCancelsTheOther(waiters[1])]);
        Assert.Equal("held notified:True canceled:True", Log);
        Assert.False(_lock.IsHeld);
    }

    [Fact]
    public void Invariant_08_what_is_free_does_not_suspend()
    {
        RunAll(TakesAll(), Says("other"));
        Assert.Equal("lock permit sent received event barrier select other", Log);
    }

    [Fact]
    public void Invariant_08_what_is_free_does_not_starve_others()
    {
        RunAll(TakesAllUntilStopped(), Stops());
        Assert.Equal("stop stopped", Log);
    }

    [Fact]
    public void Invariant_14_a_close_wakes_all_and_receivers_drain_first()
    {
        var channel = new CoChannel<int>(1);
        RunAll(SendsUntilClosed(channel, 1), SendsUntilClosed(channel, 2), Receives(_receiving), Receives(_receiving), Closes(channel), Closes(_receiving), Receives(channel), Receives(channel));
        Assert.Equal("1 closed 2:closed closed closed", Log);
    }

    private Coroutine[] Waiters(Kind kind) => [Takes(kind, "a"), Takes(kind, "b"), Takes(kind, "c")];
}
