namespace CoroGen.Runtime.Tests;

public sealed partial class Conditions
{
    private static string NameOf(Action action) => Record.Exception(action)?.GetType().Name ?? "none";

    [Coroutine]
    private void Takes(Co co, string name)
    {
        using (co.Lock(_lock))
        {
            _condition.Wait(co, () => _items.Count > 0);
            Say($"{name}:{_items.Dequeue()}");
        }
    }

    [Coroutine]
    private void Puts(Co co, int item)
    {
        using (co.Lock(_lock))
        {
            _items.Enqueue(item);
            _condition.Notify();
        }
    }

    /// <summary>Waits once, and says how it came back.</summary>
    [Coroutine]
    private void Waits(Co co, string name)
    {
        using (co.Lock(_lock))
        {
            try
            {
                _condition.Wait(co);
                SayWhen($"{name}:{_lock.Owner == co.Current}");
            }
            catch (CoroutineCanceledException)
            {
                SayWhen($"{name}-canceled:{_lock.Owner == co.Current}");
                throw;
            }
        }
    }

    [Coroutine]
    private void WaitsAndSays(Co co, string name)
    {
        using (co.Lock(_lock))
        {
            _condition.Wait(co);
            Say(name);
        }
    }

    [Coroutine]
    private void HandsOutItems(Co co)
    {
        var takers = new[] { co.Launch(Takes("a")), co.Launch(Takes("b")), co.Launch(Takes("c")) };
        for (var i = 1; i <= 3; i++)
        {
            co.Yield();
            Puts(co, i);
        }
        co.WaitAll(takers);
    }

    [Coroutine]
    private void Notifies(Co co)
    {
        foreach (var name in "abcd")
            co.Launch(WaitsAndSays(name.ToString()));
        co.Yield();
        using (co.Lock(_lock))
        {
            _condition.Notify(2);
            Say("notified");
        }
        co.Sleep(1000);
        Say("|");
        using (co.Lock(_lock))
        {
            _condition.NotifyAll();
            _condition.Notify();
        }
        co.Sleep(1000);
    }

    [Coroutine]
    private void NotifiesInBetween(Co co)
    {
        using (co.Lock(_lock))
        {
            Say("in-between");
            _condition.Notify();
            co.Yield();
        }
    }

    [Coroutine]
    private void LeavesAndComesBack(Co co)
    {
        using (co.Lock(_lock))
        {
            co.Launch(NotifiesInBetween());
            _condition.Wait(co);
            Say($"back:{_lock.Owner == co.Current}");
        }
        Say(_lock.IsHeld ? "held" : "free");
    }

    [Coroutine]
    private void Holds(Co co, string name)
    {
        using (co.Lock(_lock))
        {
            SayWhen(name);
            co.Sleep(1000);
        }
    }

    [Coroutine]
    private void WaitsAndSaysWhen(Co co)
    {
        using (co.Lock(_lock))
        {
            _condition.Wait(co);
            SayWhen("a");
        }
    }

    [Coroutine]
    private void NotifiesWhileOthersWait(Co co)
    {
        var waiter = co.Launch(WaitsAndSaysWhen());
        co.Yield();
        using (co.Lock(_lock))
        {
            co.Launch(Holds("b"));
            co.Sleep(1000);
            _condition.Notify();
        }
        co.Await(waiter);
    }

    [Coroutine]
    private void CancelsWhenFree(Co co)
    {
        var waiter = co.Launch(Waits("a"));
        co.Yield();
        waiter.Cancel();
        co.Wait(waiter);
        Say(waiter.Status);
    }

    [Coroutine]
    private void CancelsWhenHeld(Co co)
    {
        var waiter = co.Launch(Waits("a"));
        co.Yield();
        using (co.Lock(_lock))
        {
            waiter.Cancel();
            co.Sleep(1000);
            Say("held");
        }
        co.Wait(waiter);
    }

    /// <summary>It was notified, and waits for the lock: the first cancel.</summary>
    [Coroutine]
    private void CancelsOnTheWayBack(Co co)
    {
        var waiter = co.Launch(WaitsThenSleeps());
        co.Yield();
        using (co.Lock(_lock))
        {
            _condition.Notify();
            co.Yield();
            waiter.Cancel();
            waiter.Cancel();
            co.Sleep(1000);
        }
        co.Wait(waiter);
        Say(waiter.Status);
    }

    [Coroutine]
    private void WaitsThenSleeps(Co co)
    {
        Waits(co, "a");
        co.Sleep(1000);
    }

    [Coroutine]
    private void CancelsTheNotified(Co co)
    {
        var waiter = co.Launch(Waits("a"));
        co.Launch(Waits("b"));
        co.Yield();
        using (co.Lock(_lock))
            _condition.Notify();
        waiter.Cancel();
        co.Wait(waiter);
        Say(_condition.Waiters.Count);
        using (co.Lock(_lock))
            _condition.Waiters.First!.Cancel();
        _silent = true;
    }

    private bool _silent;

    private new void SayWhen(object what)
    {
        if (!_silent)
            base.SayWhen(what);
    }

    [Coroutine]
    private void CancelsAndNotifies(Co co)
    {
        var first = co.Launch(Waits("a"));
        var second = co.Launch(Waits("b"));
        co.Yield();
        using (co.Lock(_lock))
        {
            first.Cancel();
            _condition.Notify();
        }
        co.Wait(first, second);
        Say(_condition.Waiters.Count);
    }

    [Coroutine]
    private void Says(Co co, string what)
    {
        using (co.Lock(_lock))
            Say(what);
    }

    [Coroutine]
    private void WaitsThoughCancelled(Co co)
    {
        using (co.Lock(_lock))
        {
            co.Current.Cancel();
            try
            {
                _condition.Wait(co);
            }
            catch (CoroutineCanceledException)
            {
                Say($"canceled:{_lock.Owner == co.Current}");
                throw;
            }
        }
    }

    [Coroutine]
    private void WaitsCancelled(Co co)
    {
        var canceled = WaitsThoughCancelled();
        var other = Says("other");
        co.Launch(canceled);
        co.Launch(other);
        co.Wait(canceled);
        Say(canceled.Status);
        co.Wait(other);
    }

    [Coroutine]
    private void Misuses(Co co)
    {
        co.Launch(WaitsAndSays("a"));
        co.Yield();
        try
        {
            _condition.Wait(co);
        }
        catch (SynchronizationLockException e)
        {
            Say(e.GetType().Name);
        }
        try
        {
            _condition.Wait(co, () => true);
        }
        catch (SynchronizationLockException e)
        {
            Say(e.GetType().Name);
        }
        Say(NameOf(() => _condition.Notify()));
        Say(NameOf(_condition.NotifyAll));
        Say(_condition.Waiters.Count);
        Say(_lock.IsHeld);
    }

    [Coroutine]
    private void HoldsLong(Co co)
    {
        using (co.Lock(_lock))
            co.Sleep(5000);
    }

    [Coroutine]
    private void MisusesAnothersLock(Co co)
    {
        co.Launch(HoldsLong());
        co.Yield();
        try
        {
            _condition.Wait(co);
        }
        catch (SynchronizationLockException e)
        {
            Say(e.GetType().Name);
        }
        Say(NameOf(() => _condition.Notify()));
        Say(_condition.Waiters.Count);
        Say(_lock.IsHeld);
    }

    [Coroutine]
    private void WaitsForAbandoned(Co co, string name)
    {
        try
        {
            using (co.Lock(_lock))
                _condition.Wait(co);
        }
        catch (LockAbandonedException)
        {
            Say($"{name}:abandoned");
        }
    }

    [Coroutine]
    private void EndsHolding(Co co)
    {
        co.Lock(_lock);
        co.Yield();
    }

    [Coroutine]
    private void AbandonsLock(Co co)
    {
        var first = co.Launch(WaitsForAbandoned("a"));
        var second = co.Launch(WaitsForAbandoned("b"));
        co.Yield();
        co.Await(EndsHolding());
        co.Wait(first, second);
        try
        {
            _condition.Wait(co);
        }
        catch (LockAbandonedException e)
        {
            Say(e.GetType().Name);
        }
        Say(NameOf(_condition.NotifyAll));
    }

    [Coroutine]
    private void ReleasesAfterwards(Co co)
    {
        var held = co.Lock(_lock);
        co.Launch(NotifiesAfterUse());
        _condition.Wait(co);
        Say(_lock.Owner == co.Current);
        held.Dispose();
        Say(_lock.IsHeld);
        Say(NameOf(() => held.Dispose()));
        using (co.Lock(_lock))
            Say(NameOf(() => held.Dispose()));
    }

    [Coroutine]
    private void NotifiesAfterUse(Co co)
    {
        for (var i = 0; i < 3; i++)
        {
            using (co.Lock(_lock))
                co.Yield();
        }
        using (co.Lock(_lock))
            _condition.Notify();
    }

    [Coroutine]
    private void WaitsForNothing(Co co)
    {
        _items.Enqueue(1);
        using (co.Lock(_lock))
        {
            _condition.Wait(co, () => _items.Count > 0);
            Say(_items.Dequeue());
        }
    }

    [Coroutine]
    private void WaitsForFailure(Co co)
    {
        using (co.Lock(_lock))
        {
            try
            {
                _condition.Wait(co, () => throw new InvalidTimeZoneException());
            }
            catch (InvalidTimeZoneException e)
            {
                Say(e.GetType().Name);
                Say(_lock.Owner == co.Current);
            }
        }
    }

    [Coroutine]
    private static void Stops(Co co)
    {
        co.Yield();
        co.Loop.Stop();
    }
}
