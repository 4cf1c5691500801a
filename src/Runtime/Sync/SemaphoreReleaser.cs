namespace CoroGen;

/// <summary>Gives permits back to a <see cref="CoSemaphore"/> when disposed: what <c>using (co.Acquire(…))</c> holds. Dispose it once.</summary>
public readonly struct SemaphoreReleaser : IDisposable
{
    private readonly CoSemaphore? _semaphore;
    private readonly int _permits;

    internal SemaphoreReleaser(CoSemaphore semaphore, int permits)
    {
        _semaphore = semaphore;
        _permits = permits;
    }

    /// <summary>Gives the permits back.</summary>
    /// <exception cref="SemaphoreFullException">There would be more permits than the semaphore's maximum. Nothing has changed.</exception>
    public void Dispose() => _semaphore?.Release(_permits);
}
