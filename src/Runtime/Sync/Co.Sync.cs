using System.ComponentModel;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>Locks and semaphores.</content>
public readonly ref partial struct Co
{
    /// <summary>Takes a lock, when it is this coroutine's turn: <c>using (co.Lock(machine)) { … }</c>. A free lock is taken without waiting.</summary>
    /// <returns>What releases it.</returns>
    /// <exception cref="InvalidOperationException">This coroutine holds it already, or a coroutine of another loop does.</exception>
    /// <exception cref="LockAbandonedException">The coroutine that held it ended without releasing it.</exception>
    [SystemCall]
    public LockReleaser Lock(CoLock @lock)
    {
        Guard.NotNull(@lock);
        return @lock.Enter(Plain());
    }

    /// <summary>For generated code: <see cref="Lock"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Lock__Run(ref Frame? callee, out LockReleaser result, CoLock @lock)
    {
        Guard.NotNull(@lock);
        return @lock.Enter__Run(ref callee, out result, this);
    }

    /// <summary>Takes permits of a semaphore, when it is this coroutine's turn: <c>using (co.Acquire(cooks)) { … }</c>. Free permits are taken without waiting.</summary>
    /// <returns>What gives them back.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive, or above the semaphore's maximum.</exception>
    [SystemCall]
    public SemaphoreReleaser Acquire(CoSemaphore semaphore, int permits = 1)
    {
        Guard.NotNull(semaphore);
        return semaphore.Acquire(Plain(), permits);
    }

    /// <summary>For generated code: <see cref="Acquire"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Acquire__Run(ref Frame? callee, out SemaphoreReleaser result, CoSemaphore semaphore, int permits = 1)
    {
        Guard.NotNull(semaphore);
        return semaphore.Acquire__Run(ref callee, out result, this, permits);
    }
}
