namespace CoroGen;

/// <summary>
/// A number of permits for the coroutines of one loop: <c>using (co.Acquire(cooks)) { … }</c>. Those who wait get them first come, first served: nobody overtakes
/// the first one, even when fewer permits would do for the next.
/// </summary>
/// <remarks>To be used on the loop's thread only; other threads release through <see cref="EventLoop.Post"/>.</remarks>
public sealed partial class CoSemaphore
{
    private readonly Waiters _waiters;
    private readonly int _maximum;
    private TicketBook _tickets = new();

    /// <summary>Makes a semaphore.</summary>
    /// <param name="permits">How many permits are free at first.</param>
    /// <param name="maximum">How many there can be at most: a release that would exceed it throws. Without it there is no such bound.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than no permits, or more than the maximum, or the maximum is not positive.</exception>
    public CoSemaphore(int permits, int maximum = int.MaxValue)
    {
        Guard.Positive(maximum);
        if (permits < 0 || permits > maximum)
            throw new ArgumentOutOfRangeException(nameof(permits), permits, $"The number of permits must be between 0 and {maximum}.");
        Available = permits;
        _maximum = maximum;
        _waiters = new Waiters(this);
    }

    /// <summary>How many permits are free.</summary>
    public int Available { get; private set; }

    /// <summary>Takes permits if they are free and nobody waits. Never waits. Give them back with <see cref="Release"/>.</summary>
    /// <returns>Whether they were taken.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive, or above the maximum.</exception>
    public bool TryAcquire(int permits = 1)
    {
        Check(permits);
        if (!_waiters.IsEmpty || permits > Available)
            return false;
        Available -= permits;
        return true;
    }

    /// <summary>Gives permits back, or adds new ones, and hands them over at once to those who wait.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    /// <exception cref="SemaphoreFullException">There would be more permits than the maximum. Nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">Another thread than the loop's calls while coroutines wait. Nothing has changed.</exception>
    public void Release(int permits = 1)
    {
        Guard.Positive(permits);
        if (permits > _maximum - Available)
            throw new SemaphoreFullException($"The semaphore has {Available} of at most {_maximum} permits: {permits} more cannot be released.");
        _waiters.VerifyThread();
        Available += permits;
        Grant();
    }

    /// <summary>The coroutine behind <see cref="Co.Acquire"/>.</summary>
    [Coroutine]
    internal SemaphoreReleaser Acquire(Co co, int permits)
    {
        Check(permits);
        if (co.Loop.SpendBudget())
            co.TakeTurn();
        if (!TryAcquire(permits))
        {
            co.Current.Wanted = permits;
            co.Park(_waiters);
        }
        return new SemaphoreReleaser(this, permits, _tickets.Issue());
    }

    /// <summary>Gives back what was taken with a ticket, once.</summary>
    internal void GiveBack(int permits, Ticket ticket)
    {
        if (!_tickets.IsGood(ticket))
            throw new InvalidOperationException("This releaser has given its permits back already.");
        Release(permits);
        _tickets.Redeem(ticket);
    }

    private void Check(int permits)
    {
        Guard.Positive(permits);
        if (permits > _maximum)
            throw new ArgumentOutOfRangeException(nameof(permits), permits, $"The semaphore never has more than {_maximum} permits.");
    }

    private void Grant()
    {
        while (_waiters.First is { } first && first.Wanted <= Available)
        {
            Available -= first.Wanted;
            _waiters.WakeFirst();
        }
    }

    /// <summary>The queue of a semaphore. When the first one gives up, the permits it could not use may do for the next.</summary>
    private sealed class Waiters(CoSemaphore semaphore) : WaitQueue("permits of a semaphore")
    {
        public override bool Abandon(Coroutine task)
        {
            base.Abandon(task);
            semaphore.Grant();
            return true;
        }
    }
}
