namespace CoroGen.Runtime.Tests;

public sealed partial class Groups
{
    [Coroutine]
    private void FailsFirst(Co co)
    {
        Fails(co, LaunchesThree());
        Say(_member!.Error!.Message);
    }

    [Coroutine]
    private void LaunchesThree(Co co)
    {
        _member = co.Launch(Works("a", 9));
        co.Launch(Breaks("b", 2));
        co.Launch(Works("c", 9));
        Works(co, "body", 9);
    }

    [Coroutine]
    private void FailsOften(Co co) => Fails(co, LaunchesThreeBroken());

    [Coroutine]
    private static void LaunchesThreeBroken(Co co)
    {
        co.Launch(BreaksInCleanup("a"));
        co.Launch(BreaksInCleanup("b"));
        co.Launch(Breaks("c", 1));
        co.Launch(Breaks("never", 2));
    }

    [Coroutine]
    private void FailsWithTheSame(Co co) => Fails(co, LaunchesTheSame(new InvalidTimeZoneException("same")));

    [Coroutine]
    private static void LaunchesTheSame(Co co, Exception error)
    {
        co.Launch(Rethrows(error, 1));
        co.Await(co.Launch(Rethrows(error, 1)));
    }

    [Coroutine]
    private void BodyFails(Co co) => Fails(co, LaunchesAndBreaks());

    [Coroutine]
    private void LaunchesAndBreaks(Co co)
    {
        co.Launch(Works("a", 9));
        Breaks(co, "body", 1);
    }

    [Coroutine]
    private void CatchesTheErrorOfALaunch(Co co) => Fails(co, CatchesLaunch());

    [Coroutine]
    private void CatchesLaunch(Co co)
    {
        var launched = co.Launch(Breaks("a", 1));
        try
        {
            co.Await(launched);
        }
        catch (InvalidTimeZoneException e)
        {
            SayWhen("caught:" + e.Message);
        }
        Works(co, "a", 1);
    }

    [Coroutine]
    private void CatchesTheErrorsOfWaits(Co co)
    {
        co.Group(CatchesWaits());
        SayWhen("done");
    }

    [Coroutine]
    private void CatchesWaits(Co co)
    {
        try
        {
            co.Await(Breaks("a", 1));
        }
        catch (InvalidTimeZoneException e)
        {
            SayWhen("Await:" + e.Message);
        }
        SayWhen($"Wait:{co.Wait(Breaks("a", 1), Ends())}".Replace(' ', '-'));
        try
        {
            co.WaitAll(Breaks("a", 1), Ends());
        }
        catch (InvalidTimeZoneException e)
        {
            SayWhen("WaitAll:" + e.Message);
        }
        SayWhen("WaitAny:" + co.WaitAny(Breaks("a", 1)).Error!.Message);
        try
        {
            co.Timeout(TimeSpan.FromSeconds(9), Breaks("a", 1));
        }
        catch (InvalidTimeZoneException e)
        {
            SayWhen("Timeout:" + e.Message);
        }
        try
        {
            co.Group(Breaks("a", 1));
        }
        catch (InvalidTimeZoneException e)
        {
            SayWhen("Group:" + e.Message);
        }
        try
        {
            co.Shield(Breaks("a", 1));
        }
        catch (InvalidTimeZoneException e)
        {
            SayWhen("Shield:" + e.Message);
        }
    }

    [Coroutine]
    private static void Ends(Co co) => co.Yield();

    [Coroutine]
    private void WaitsForTheFirst(Co co) => Fails(co, WaitsForFirst());

    [Coroutine]
    private void WaitsForFirst(Co co)
    {
        SayWhen("first:" + co.WaitAny(Breaks("a", 1), Breaks("b", 2)).Error!.Message);
        Works(co, "body", 9);
    }

    [Coroutine]
    private void AbandonsItsWait(Co co) => Fails(co, CancelsOneThatWaits());

    [Coroutine]
    private void CancelsOneThatWaits(Co co)
    {
        var waits = co.Launch(WaitsForBoth());
        co.Sleep(2000);
        waits.Cancel();
    }

    [Coroutine]
    private void WaitsForBoth(Co co) => co.WaitAll(Breaks("a", 1), Works("b", 9));
}
