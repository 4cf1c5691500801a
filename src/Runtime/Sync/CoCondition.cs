using System.ComponentModel;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// A condition on what a <see cref="CoLock"/> protects. Who holds the lock and finds that the condition does not hold waits, which releases the lock; who
/// changes something notifies, and those who wait take the lock again and look.
/// </summary>
/// <example><code>
/// using (co.Lock(gate))
///     notEmpty.Wait(co, () => items.Count > 0);
/// </code></example>
/// <remarks>To be used on the loop's thread only. A lock may have several conditions.</remarks>
public sealed partial class CoCondition
{
    internal readonly WaitQueue Waiters = new("a condition");

    /// <summary>The next one of the same lock that somebody waits for.</summary>
    internal CoCondition? NextOfLock;

    /// <summary>Makes a condition.</summary>
    /// <param name="lock">What those who wait and those who notify hold.</param>
    public CoCondition(CoLock @lock)
    {
        Guard.NotNull(@lock);
        Lock = @lock;
    }

    /// <summary>The lock.</summary>
    public CoLock Lock { get; }

    /// <summary>
    /// Releases the lock, waits until notified, and takes the lock again, when it is this coroutine's turn. However the wait ends, the coroutine holds the lock
    /// then, also when it is cancelled. Others may have changed everything meanwhile, so look again, or use <see cref="Wait(Co, Func{bool})"/>.
    /// </summary>
    /// <param name="co">The handle.</param>
    /// <exception cref="SynchronizationLockException">The coroutine does not hold the lock. Nothing has changed.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and was not notified before. It holds the lock.</exception>
    /// <exception cref="LockAbandonedException">A coroutine ended without releasing the lock. Nobody holds it.</exception>
    [SystemCall]
    public void Wait(Co co) => LeaveAndComeBack(co);

    /// <summary>For generated code: <see cref="Wait(Co)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Wait__Run(ref Frame? callee, Co co) => LeaveAndComeBack__Run(ref callee, co);

    /// <summary>Waits as often as needed until something holds. It is asked while the coroutine holds the lock, first at once.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="condition">What has to hold.</param>
    /// <inheritdoc cref="Wait(Co)"/>
    [SystemCall]
    public void Wait(Co co, Func<bool> condition) => WaitUntil(co, condition);

    /// <summary>For generated code: <see cref="Wait(Co, Func{bool})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Wait__Run(ref Frame? callee, Co co, Func<bool> condition) => WaitUntil__Run(ref callee, co, condition);

    /// <summary>
    /// Lets those go on that have waited longest, as soon as they get the lock. A notify is not lost: one that is cancelled after it was notified goes on all the
    /// same, and one that was cancelled before leaves the notify to the next. When nobody waits nothing happens.
    /// </summary>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    /// <exception cref="SynchronizationLockException">The calling coroutine does not hold the lock. Nothing has changed.</exception>
    /// <exception cref="LockAbandonedException">A coroutine ended without releasing the lock.</exception>
    public void Notify(int count = 1)
    {
        Guard.Positive(count);
        Lock.VerifyHeldByCaller();
        for (; count > 0 && !Waiters.IsEmpty; count--)
            Waiters.WakeFirst();
    }

    /// <summary>Lets all go on that wait, one after the other as they get the lock.</summary>
    /// <inheritdoc cref="Notify"/>
    public void NotifyAll()
    {
        Lock.VerifyHeldByCaller();
        Waiters.WakeAll();
    }

    [Coroutine]
    internal void LeaveAndComeBack(Co co)
    {
        Lock.VerifyHeldByCaller();
        Waiters.Check(co.Loop);
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        var ticket = Lock.Leave(this);
        try
        {
            co.Park(Waiters);
        }
        finally
        {
            if (Waiters.IsEmpty)
                Lock.Forget(this);
            Lock.TakeBack(co, ticket);
        }
    }

    [Coroutine]
    internal void WaitUntil(Co co, Func<bool> condition)
    {
        Guard.NotNull(condition);
        Lock.VerifyHeldByCaller();
        while (!condition())
            LeaveAndComeBack(co);
    }
}
