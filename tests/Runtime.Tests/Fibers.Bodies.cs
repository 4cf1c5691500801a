using CoroGen.CompilerServices;

namespace CoroGen.Runtime.Tests;

public sealed partial class Fibers
{
    private CoAction Function(string name, int seconds) => CoroutineServices.Function(() => Waits(name, seconds));

    private CoAction TakingFunction(CoLock @lock) => CoroutineServices.Function(() => Takes(@lock));

    private CoAction AwaitingFunction(CoLock @lock) => CoroutineServices.Function(() => AwaitsTaker(@lock));

    [Coroutine]
    private void Waits(Co co, string name, int seconds)
    {
        _threads.Add(Thread.CurrentThread);
        try
        {
            co.Sleep(TimeSpan.FromSeconds(seconds));
            _threads.Add(Thread.CurrentThread);
            SayWhen(name);
        }
        finally
        {
            Say(name + "-ends");
        }
    }

    [Coroutine]
    private void Takes(Co co, CoLock @lock)
    {
        using (co.Lock(@lock))
            Say("taken");
    }

    [Coroutine]
    private void AwaitsTaker(Co co, CoLock @lock)
    {
        try
        {
            co.Await(Takes(@lock));
        }
        finally
        {
            Say("cleanup");
        }
    }

    [Coroutine]
    private static void HoldsAndStops(Co co, CoLock @lock)
    {
        using (co.Lock(@lock))
            co.Yield();
        co.Loop.Stop();
    }

    [Coroutine]
    private static void StopsAfter(Co co, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        co.Loop.Stop();
    }
}
