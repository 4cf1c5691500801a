namespace CoroGen.Runtime.Tests;

public sealed partial class Conditions
{
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
}
