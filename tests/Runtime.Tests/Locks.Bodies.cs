namespace CoroGen.Runtime.Tests;

public sealed partial class Locks
{
    [Coroutine]
    private void Holds(Co co, string name, int milliseconds)
    {
        using (co.Lock(_lock))
        {
            SayWhen(name);
            co.Sleep(milliseconds);
        }
    }

    [Coroutine]
    private void Says(Co co, string name)
    {
        using (co.Lock(_lock))
            Say(name);
    }

    [Coroutine]
    private static void Takes(Co co, CoLock @lock)
    {
        using (co.Lock(@lock))
        {
        }
    }

    [Coroutine]
    private void ReleasesAndTriesAgain(Co co)
    {
        var held = co.Lock(_lock);
        co.Yield();
        held.Dispose();
        Say("released");
        Say($"free:{_lock.TryEnter(co)}");
    }

    [Coroutine]
    private void Tries(Co co, string name, int milliseconds)
    {
        var taken = _lock.TryEnter(co);
        Say($"{name}:{taken}");
        co.Sleep(milliseconds);
        if (taken)
            _lock.Exit();
    }

    [Coroutine]
    private void HoldsThenCancels(Co co, Coroutine waiter)
    {
        using (co.Lock(_lock))
        {
            Say("holds");
            co.Yield();
        }
        waiter.Cancel();
        Say("cancels");
    }

    [Coroutine]
    private void HoldsAndSleeps(Co co, string name)
    {
        using (co.Lock(_lock))
        {
            Say(name);
            try
            {
                co.Sleep(1000);
            }
            finally
            {
                Say(name + "-leaves");
            }
        }
    }

    [Coroutine]
    private void HoldsAndCancels(Co co, Coroutine[] waiters, int canceled)
    {
        using (co.Lock(_lock))
        {
            co.Yield();
            waiters[canceled].Cancel();
        }
    }

    [Coroutine]
    private void Exits(Co co)
    {
        co.Yield();
        _lock.Exit();
    }

    [Coroutine]
    private void ReleasesOnAnotherThread(Co co)
    {
        using (co.Lock(_lock))
        {
            Exception? thrown = null;
            var thread = new Thread(() => thrown = Record.Exception(_lock.Exit));
            thread.Start();
            thread.Join();
            Say(thrown!.GetType().Name);
            Say($"held:{_lock.IsHeld}");
            co.Yield();
        }
    }

    [Coroutine]
    private void TakesTwice(Co co)
    {
        using (co.Lock(_lock))
        {
            try
            {
                co.Lock(_lock);
            }
            catch (InvalidOperationException e)
            {
                Say(e.GetType().Name);
            }
            Say($"held:{_lock.IsHeld}");
            co.Sleep(1000);
        }
    }

    [Coroutine]
    private void DisposesTwice(Co co)
    {
        var first = co.Lock(_lock);
        first.Dispose();
        Say("released");
        Say(Record.Exception(() => first.Dispose())!.GetType().Name);
        var second = co.Lock(_lock);
        Say("taken-again");
        Say(Record.Exception(() => first.Dispose())!.GetType().Name);
        Say($"held:{_lock.IsHeld}");
        second.Dispose();
    }

    [Coroutine]
    private void EndsHolding(Co co)
    {
        co.Lock(_lock);
        co.Yield();
    }

    [Coroutine]
    private void WaitsForAbandoned(Co co, string name, Coroutine owner)
    {
        try
        {
            co.Lock(_lock);
        }
        catch (LockAbandonedException e)
        {
            Say($"{name}:{e.Owner == owner}");
        }
    }

    [Coroutine]
    private static void TakesBoth(Co co, CoLock first, CoLock second)
    {
        using (co.Lock(first))
        {
            co.Yield();
            using (co.Lock(second))
                co.Yield();
        }
    }

    /// <summary>Releases the lock that it took first before the one that it took last, and never the one between.</summary>
    [Coroutine]
    private static void HoldsThree(Co co, CoLock first, CoLock middle, CoLock last)
    {
        co.Lock(first);
        co.Lock(middle);
        co.Lock(last);
        co.Yield();
        first.Exit();
        last.Exit();
        co.Yield();
    }

    [Coroutine]
    private void Finds(Co co, string name, CoLock @lock)
    {
        try
        {
            using (co.Lock(@lock))
                Say(name + ":released");
        }
        catch (LockAbandonedException)
        {
            Say(name + ":abandoned");
        }
    }
}
