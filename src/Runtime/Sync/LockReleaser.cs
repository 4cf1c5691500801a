namespace CoroGen;

/// <summary>Releases a <see cref="CoLock"/> when disposed: what <c>using (co.Lock(…))</c> holds.</summary>
/// <remarks>To be used by the owner, on the loop's thread.</remarks>
public readonly struct LockReleaser : IDisposable
{
    private readonly CoLock? _lock;
    private readonly int _ticket;

    internal LockReleaser(CoLock @lock, int ticket)
    {
        _lock = @lock;
        _ticket = ticket;
    }

    /// <summary>Releases the lock, once.</summary>
    /// <exception cref="InvalidOperationException">It was released already, or another coroutine than the owner calls. Nothing has changed.</exception>
    public void Dispose() => _lock?.Exit(_ticket);
}
