namespace CoroGen.Runtime.Tests;

public sealed partial class Joins
{
    [Coroutine]
    private string LaunchesAndAwaits(Co co)
    {
        var bill = co.Launch(Bill());
        Say("launched");
        return co.Await(bill);
    }

    [Coroutine]
    private string Bill(Co co)
    {
        Say("started");
        co.Sleep(2000);
        SayWhen("bill");
        return "tray";
    }

    [Coroutine]
    private string Slow(Co co, string name, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        SayWhen(name);
        return name + "!";
    }

    [Coroutine]
    private static void Fails(Co co, string message, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        throw new InvalidTimeZoneException(message);
    }

    [Coroutine]
    private static string Returns(Co co, Coroutine<string> target) => co.Await(target);

    [Coroutine]
    private void Catches(Co co, Coroutine target)
    {
        try
        {
            co.Await(target);
        }
        catch (InvalidTimeZoneException e)
        {
            Say($"{e.GetType().Name}:{e.Message}");
        }
    }

    [Coroutine]
    private void AwaitsAndSays(Co co, int number, Coroutine target)
    {
        co.Await(target);
        Say(number);
    }

    [Coroutine]
    private static WaitResult Waits(Co co, params Coroutine[] targets) => co.Wait(targets);

    [Coroutine]
    private static void WaitsAll(Co co, params Coroutine[] targets) => co.WaitAll(targets);

    [Coroutine]
    private static string[] WaitsAllFor(Co co, params Coroutine<string>[] targets) => co.WaitAll(targets);

    [Coroutine]
    private void WaitsAny(Co co, params Coroutine[] targets)
    {
        var first = co.WaitAny(targets);
        Say(first.Status == CoroutineStatus.Finished ? $"first:{((Coroutine<string>)first).Result}" : "first:failed");
    }

    [Coroutine]
    private static void CancelsItself(Co co)
    {
        co.Current.Cancel();
        co.Yield();
    }

    [Coroutine]
    private static void Cancels(Co co, Coroutine target)
    {
        co.Yield();
        target.Cancel();
    }

    [Coroutine]
    private static void CancelsAfterEndOf(Co co, Coroutine child, Coroutine waiter)
    {
        co.Yield();
        co.Sleep(1000);
        Assert.True(child.IsDone);
        waiter.Cancel();
    }

    [Coroutine]
    private static void Overwrites(Co co, Coroutine[] given)
    {
        co.Yield();
        Array.Clear(given);
    }

    [Coroutine]
    private void AwaitsItself(Co co)
    {
        try
        {
            co.Await(co.Current);
        }
        catch (InvalidOperationException e)
        {
            Say($"Await:{e.GetType().Name}");
        }
        try
        {
            co.Wait(co.Current);
        }
        catch (InvalidOperationException e)
        {
            Say($"Wait:{e.GetType().Name}");
        }
    }

    [Coroutine]
    private static void AwaitsPartner(Co co, Coroutine[] pair, int partner)
    {
        co.Yield();
        co.Await(pair[partner]);
    }

    [Coroutine]
    private void WaitsThoughCancelled(Co co, Coroutine<string>[] children)
    {
        co.Current.Cancel();
        for (var i = 0; i < children.Length; i++)
        {
            try
            {
                switch (i)
                {
                    case 0:
                        co.Await(children[i]);
                        break;
                    case 1:
                        co.Wait(children[i]);
                        break;
                    case 2:
                        co.WaitAll((Coroutine)children[i]);
                        break;
                    case 3:
                        co.WaitAll(children[i]);
                        break;
                    default:
                        co.WaitAny(children[i]);
                        break;
                }
            }
            catch (CoroutineCanceledException)
            {
                Say("canceled");
            }
        }
    }

    [Coroutine]
    private static string TakesThoughCancelled(Co co, Coroutine<string> ended)
    {
        co.Current.Cancel();
        co.Wait(ended);
        co.WaitAll((Coroutine)ended);
        co.WaitAny(ended);
        return co.Await(ended);
    }
}
