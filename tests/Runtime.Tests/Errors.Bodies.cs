namespace CoroGen.Runtime.Tests;

public sealed partial class Errors
{
    [Coroutine]
    private static void Fails(Co co, string message, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        ThrowHere(message);
    }

    [Coroutine]
    private static void FailsAtOnce(Co co, string message)
    {
        ThrowHere(message);
        co.Yield();
    }

    [Coroutine]
    private static string FailsToReturn(Co co)
    {
        co.Yield();
        throw new InvalidTimeZoneException();
    }

    [Coroutine]
    private static void Calls(Co co, string message, int seconds) => Fails(co, message, seconds);

    [Coroutine]
    private static void FailsInCleanup(Co co, string message)
    {
        try
        {
            co.Yield();
        }
        finally
        {
            ThrowHere(message);
        }
    }

    [Coroutine]
    private static void ThrowsCanceled(Co co)
    {
        co.Yield();
        throw new OperationCanceledException();
    }

    [Coroutine]
    private void Sleeps(Co co, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        SayWhen("awake");
    }

    [Coroutine]
    private void LooksAt(Co co, Coroutine target, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        Say(target.Error!.Message);
    }

    [Coroutine]
    private void LaunchesAndYields(Co co, Coroutine child)
    {
        co.Launch(child);
        for (var pass = 1; pass <= 3; pass++)
        {
            Say($"pass-{pass}");
            co.Yield();
        }
    }

    [Coroutine]
    private void Catches(Co co, Coroutine child)
    {
        try
        {
            co.Await(child);
        }
        catch (InvalidTimeZoneException e)
        {
            Say(e.Message);
        }
    }

    [Coroutine]
    private static void Waits(Co co, params Coroutine[] targets) => co.Wait(targets);

    [Coroutine]
    private static void WaitsAny(Co co, params Coroutine[] targets) => co.WaitAny(targets);

    [Coroutine]
    private static void CancelsAfter(Co co, int seconds, Coroutine target)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        target.Cancel();
    }
}
