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
