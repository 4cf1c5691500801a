namespace CoroGen.Runtime.Tests;

public sealed partial class Blocking
{
    [Coroutine]
    private string Prepare(Co co, string client)
    {
        var bill = co.Launch(Cooks("bill", 9));
        Say("launched");
        co.Wait(Cooks("burger", 4), Cooks("fries", 8));
        co.Await(bill);
        return client + "'s tray";
    }

    [Coroutine]
    private void Cooks(Co co, string name, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        SayWhen(name);
    }

    [Coroutine]
    private void Counts(Co co, string text, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Say(text);
            co.Yield();
        }
    }

    [Coroutine]
    private void Holds(Co co, string name, CoLock @lock, int seconds)
    {
        using (co.Lock(@lock))
        {
            SayWhen(name);
            co.Sleep(TimeSpan.FromSeconds(seconds));
        }
    }

    [Coroutine]
    private static void Fails(Co co)
    {
        co.Yield();
        throw new InvalidTimeZoneException();
    }

    [Coroutine]
    private static int Returns(Co co, int result)
    {
        co.Yield();
        return result;
    }

    [Coroutine]
    private static void StopsAfter(Co co, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        co.Loop.Stop();
    }

    [Coroutine]
    private static void HoldsAndStops(Co co, CoLock @lock)
    {
        using (co.Lock(@lock))
            co.Yield();
        co.Loop.Stop();
    }

    [Coroutine]
    private static void Cancels(Co co, Coroutine target)
    {
        co.Yield();
        target.Cancel();
    }

    [Coroutine]
    private void MisusesBlocking(Co co, Coroutine<int> child, CoLock @lock)
    {
        co.Yield();
        var loop = co.Loop;
        Action[] misuses =
        [
            () => loop.Blocking.Yield(),
            () => loop.Blocking.Sleep(1),
            () => loop.Blocking.Await(child),
            () => loop.Blocking.Wait(child),
            () => loop.Blocking.Lock(@lock),
            () => loop.Blocking.Acquire(new CoSemaphore(1)),
            () => loop.Blocking.Suspend<int>(_ => Say("started")),
        ];
        Say(misuses.Count(static misuse => Record.Exception(misuse) is InvalidOperationException));
        Say("refused");
    }
}
