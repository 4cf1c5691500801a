namespace CoroGen;

/// <summary>Gives permits back to a <see cref="CoSemaphore"/> when disposed: what <c>using (co.Acquire(…))</c> holds.</summary>
/// <remarks>To be used on the loop's thread only.</remarks>
public readonly struct SemaphoreReleaser : IDisposable
{
    private readonly CoSemaphore? _semaphore;
    private readonly int _permits;
    private readonly Ticket _ticket;

    internal SemaphoreReleaser(CoSemaphore semaphore, int permits, Ticket ticket)
    {
        _semaphore = semaphore;
        _permits = permits;
        _ticket = ticket;
    }

    /// <summary>Gives the permits back, once.</summary>
    /// <exception cref="InvalidOperationException">They were given back already. Nothing has changed.</exception>
    /// <exception cref="SemaphoreFullException">There would be more permits than the semaphore's maximum. Nothing has changed.</exception>
    public void Dispose() => _semaphore?.GiveBack(_permits, _ticket);
}
