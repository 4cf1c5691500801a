namespace CoroGen;

/// <content>What the conditions of a lock do with it.</content>
public sealed partial class CoLock
{
    /// <summary>The conditions that somebody waits for.</summary>
    private CoCondition? _conditions;

    /// <summary>Throws unless the code that runs now is the owner's.</summary>
    internal void VerifyHeldByCaller()
    {
        if (_abandonedBy is not null)
            throw new LockAbandonedException(_abandonedBy);
        Owner?.Loop.VerifyThread();
        if (Owner?.Loop.IsRunning(Owner) != true)
            throw new SynchronizationLockException("The calling coroutine does not hold the lock of the condition: wait and notify inside 'using (co.Lock(…))'.");
    }

    /// <summary>Releases the lock until <see cref="TakeBack(Co, int)"/>.</summary>
    /// <returns>What its releaser knows it by.</returns>
    internal int Leave(CoCondition condition)
    {
        var ticket = _ticket;
        Exit();
        Forget(condition);
        condition.NextOfLock = _conditions;
        _conditions = condition;
        return ticket;
    }

    /// <summary>Takes the lock as it was before <see cref="Leave(CoCondition)"/>. A cancel does not end the wait for it.</summary>
    [Coroutine, Shielded]
    internal void TakeBack(Co co, int ticket)
    {
        if (!TryTake(co.Current))
        {
            co.Current.RareState.MustHaveLock = true;
            try
            {
                co.Park(_waiters);
            }
            finally
            {
                co.Current.RareState.MustHaveLock = false;
            }
        }
        _ticket = ticket;
    }

    /// <summary>Called when nobody waits for a condition any more. It need not be known.</summary>
    internal void Forget(CoCondition condition)
    {
        ref var link = ref _conditions;
        while (link is not null && link != condition)
            link = ref link.NextOfLock;
        link = condition.NextOfLock;
        condition.NextOfLock = null;
    }

    /// <summary>Nobody will notify those who wait: they come back, and find the lock abandoned.</summary>
    private void WakeConditions()
    {
        for (var condition = _conditions; condition is not null; condition = condition.NextOfLock)
            condition.Waiters.WakeAll();
    }
}
