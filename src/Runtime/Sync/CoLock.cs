using System.ComponentModel;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// A lock for the coroutines of one loop: <c>using (co.Lock(machine)) { … }</c>. Those who wait get it first come, first served: on release it is handed over at
/// once, so nobody overtakes. Its owner is a coroutine; the same one cannot take it twice.
/// </summary>
/// <remarks>To be used on the loop's thread only.</remarks>
public sealed partial class CoLock
{
    private readonly Waiters _waiters;
    private Coroutine? _abandonedBy;
    private CoLock? _nextHeld;
    private int _ticket;
    private int _lastTicket;

    /// <summary>Makes a free lock.</summary>
    public CoLock() => _waiters = new Waiters(this);

    /// <summary>Whether a coroutine holds it.</summary>
    public bool IsHeld => Owner is not null;

    /// <summary>The coroutine that holds it, or null.</summary>
    public Coroutine? Owner { get; private set; }

    /// <summary>Takes the lock if it is free. Never waits. Release it with <see cref="Exit()"/>.</summary>
    /// <returns>Whether the caller holds it now.</returns>
    /// <exception cref="InvalidOperationException">The caller holds it already.</exception>
    /// <exception cref="LockAbandonedException">A coroutine that held it ended without releasing it.</exception>
    [SystemCall]
    public bool TryEnter(Co co) => TryTake(co.Current);

    /// <summary>For generated code: <see cref="TryEnter"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool TryEnter__Run(ref Frame? callee, out bool result, Co co)
    {
        result = TryTake(co.Current);
        return true;
    }

    /// <summary>Releases the lock, which the calling coroutine must hold. Whoever waits first owns it from now on.</summary>
    /// <exception cref="InvalidOperationException">Nobody, or another coroutine, holds it. Nothing has changed.</exception>
    /// <exception cref="LockAbandonedException">A coroutine that held it ended without releasing it.</exception>
    public void Exit()
    {
        if (_abandonedBy is not null)
            throw new LockAbandonedException(_abandonedBy);
        if (Owner is null)
            throw new InvalidOperationException("The lock is not held: it cannot be released.");
        Owner.Loop.VerifyThread();
        if (!Owner.Loop.IsRunning(Owner))
            throw new InvalidOperationException($"The lock is held by the coroutine '{Owner.Name}': only that one can release it.");
        RemoveFromOwner(Owner);
        if (_waiters.IsEmpty)
            Owner = null;
        else
            Give(_waiters.WakeFirst());
    }

    /// <summary>The coroutine behind <see cref="Co.Lock"/>.</summary>
    [Coroutine]
    internal LockReleaser Enter(Co co)
    {
        if (co.Loop.SpendBudget())
            co.TakeTurn();
        if (!TryTake(co.Current))
            co.Park(_waiters);
        return new LockReleaser(this, _ticket);
    }

    /// <summary>Releases what was taken with a ticket; a stale ticket is refused, even when the same coroutine holds the lock again.</summary>
    internal void Exit(int ticket)
    {
        if (Owner is not null && ticket != _ticket)
            throw new InvalidOperationException("This releaser has released the lock already, and the lock has been taken again since.");
        Exit();
    }

    /// <summary>The end of a coroutine: those who wait for a lock it still holds will never get it.</summary>
    internal static void AbandonAll(Coroutine owner)
    {
        while (owner.HeldLocks is { } held)
        {
            owner.HeldLocks = held._nextHeld;
            held._nextHeld = null;
            held.Owner = null;
            held._abandonedBy = owner;
            while (!held._waiters.IsEmpty)
                held._waiters.WakeFirst(new LockAbandonedException(owner));
            held.WakeConditions();
        }
    }

    private bool TryTake(Coroutine task)
    {
        if (_abandonedBy is not null)
            throw new LockAbandonedException(_abandonedBy);
        if (Owner is null)
        {
            Give(task);
            return true;
        }
        if (Owner == task)
            throw new InvalidOperationException($"The coroutine '{task.Name}' holds the lock already: it cannot take it twice.");
        if (Owner.Loop != task.Loop)
            throw new InvalidOperationException("The lock is held by a coroutine of another loop: a lock belongs to the loop that uses it.");
        return false;
    }

    private void Give(Coroutine task)
    {
        Owner = task;
        _ticket = ++_lastTicket;
        _nextHeld = task.HeldLocks;
        task.HeldLocks = this;
    }

    private void RemoveFromOwner(Coroutine owner)
    {
        ref var link = ref owner.HeldLocks;
        while (link != this)
            link = ref link!._nextHeld;
        link = _nextHeld;
        _nextHeld = null;
    }

    /// <summary>The queue of a lock: only the owner can end its waits.</summary>
    private sealed class Waiters(CoLock @lock) : WaitQueue("a lock")
    {
        public override string Description => @lock.Owner is { } owner ? $"the lock held by '{owner.Name}'" : base.Description;

        public override IReadOnlyList<Coroutine>? WaitsFor => @lock.Owner is { } owner ? [owner] : null;

        public override bool Abandon(Coroutine task) => task.Rare is not { MustHaveLock: true } && base.Abandon(task);
    }
}
