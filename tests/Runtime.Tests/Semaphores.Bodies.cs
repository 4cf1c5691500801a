namespace CoroGen.Runtime.Tests;

public sealed partial class Semaphores
{
    [Coroutine]
    private void Cooks(Co co, string name, int permits, int seconds)
    {
        using (co.Acquire(_cooks, permits))
        {
            SayWhen(name);
            co.Sleep(TimeSpan.FromSeconds(seconds));
        }
    }

    [Coroutine]
    private void Holds(Co co, int permits, int seconds)
    {
        using (co.Acquire(_cooks, permits))
            co.Sleep(TimeSpan.FromSeconds(seconds));
    }

    [Coroutine]
    private void Takes(Co co, CoSemaphore semaphore, int permits)
    {
        co.Acquire(semaphore, permits);
        Say("taken");
    }

    [Coroutine]
    private void Tries(Co co, string name)
    {
        Say($"{name}:{_cooks.TryAcquire()}");
        co.Yield();
    }

    [Coroutine]
    private void ReleasesAndTriesAgain(Co co)
    {
        var taken = co.Acquire(_cooks);
        co.Yield();
        taken.Dispose();
        Say($"again:{_cooks.TryAcquire()}");
    }

    [Coroutine]
    private void HoldsAllThenCancels(Co co, Coroutine waiter)
    {
        using (co.Acquire(_cooks, 3))
            co.Yield();
        waiter.Cancel();
    }

    [Coroutine]
    private static void Cancels(Co co, Coroutine target)
    {
        co.Yield();
        target.Cancel();
    }

    [Coroutine]
    private void DisposesTwice(Co co, CoSemaphore semaphore)
    {
        var first = co.Acquire(semaphore);
        first.Dispose();
        Say(semaphore.Available);
        Say(Record.Exception(() => first.Dispose())!.GetType().Name);
        Say(semaphore.Available);
        var second = co.Acquire(semaphore);
        Say(Record.Exception(() => first.Dispose())!.GetType().Name);
        Say(semaphore.Available);
        second.Dispose();
        Say(semaphore.Available);
    }

    [Coroutine]
    private void ReleasesTooMuch(Co co)
    {
        var taken = co.Acquire(_cooks);
        _cooks.Release();
        Say(Record.Exception(() => taken.Dispose())!.GetType().Name);
        Say(_cooks.Available);
        Assert.True(_cooks.TryAcquire());
        taken.Dispose();
        Say(_cooks.Available);
    }

    [Coroutine]
    private void ReleasesOnAnotherThread(Co co, CoSemaphore semaphore)
    {
        co.Yield();
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() => semaphore.Release()));
        thread.Start();
        thread.Join();
        Say(thrown!.GetType().Name);
        Say(semaphore.Available);
        semaphore.Release();
    }
}
