namespace CoroGen.Runtime.Tests;

public sealed partial class Groups
{
    [Coroutine]
    private string Works(Co co, string name, int seconds)
    {
        try
        {
            co.Sleep(TimeSpan.FromSeconds(seconds));
            SayWhen(name);
            return name;
        }
        catch (CoroutineCanceledException)
        {
            SayWhen(name + "-cut");
            throw;
        }
    }

    [Coroutine]
    private static void Breaks(Co co, string name, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        Fail(name);
    }

    [Coroutine]
    private static void BreaksInCleanup(Co co, string name)
    {
        try
        {
            co.Sleep(9000);
        }
        finally
        {
            Fail(name);
        }
    }

    [Coroutine]
    private static void Rethrows(Co co, Exception error, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        throw error;
    }

    [Coroutine]
    private static void Stops(Co co, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        co.Loop.Stop();
    }

    /// <summary>Runs a group, and says how it failed.</summary>
    [Coroutine]
    private void Fails(Co co, Coroutine body)
    {
        try
        {
            co.Group(body);
            Say("none");
        }
        catch (AggregateException e)
        {
            Say($"AggregateException: {string.Join(' ', e.InnerExceptions.Select(inner => inner.Message))}");
        }
        catch (Exception e)
        {
            SayWhen($"{e.GetType().Name}:{(e is CoroutineCanceledException { Reason: var reason } ? reason : e.Message)}");
        }
    }

    [Coroutine]
    private void EndsWithTheLast(Co co) => SayWhen(co.Group(LaunchesTwo()));

    [Coroutine]
    private string LaunchesTwo(Co co)
    {
        co.Launch(Works("a", 2));
        co.Launch(LaunchesAfter("b", 1, Works("c", 3)));
        co.Yield();
        SayWhen("body");
        return "result";
    }

    [Coroutine]
    private void LaunchesAfter(Co co, string name, int seconds, Coroutine child)
    {
        Works(co, name, seconds);
        co.Launch(child);
    }

    [Coroutine]
    private void GroupsDelegates(Co co)
    {
        co.Group(Function(Delegate, () => Delegate()));
        SayWhen("body");
        SayWhen(co.Group(Function(DelegateWithResult, () => DelegateWithResult())));
    }

    [Coroutine]
    private void Delegate(Co co)
    {
        co.Launch(Works("a", 2));
        co.Launch(Works("b", 1));
    }

    [Coroutine]
    private int DelegateWithResult(Co co)
    {
        co.Sleep(1000);
        return 7;
    }

    private Coroutine? _member;

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

    [Coroutine]
    private void CancelsAMember(Co co)
    {
        co.Group(LaunchesAndCancels());
        SayWhen("done");
    }

    [Coroutine]
    private void LaunchesAndCancels(Co co)
    {
        var member = co.Launch(Works("a", 9));
        co.Launch(Works("b", 2));
        co.Sleep(1000);
        member.Cancel();
    }

    [Coroutine]
    private void CancelsTheBody(Co co)
    {
        var body = LaunchesOne();
        co.Launch(Cancels(body));
        Fails(co, body);
    }

    [Coroutine]
    private void LaunchesOne(Co co)
    {
        co.Launch(Works("a", 9));
        Works(co, "body", 9);
    }

    [Coroutine]
    private static void Cancels(Co co, Coroutine target)
    {
        co.Sleep(1000);
        target.Cancel("enough");
    }

    [Coroutine]
    private void CancelsTheCaller(Co co)
    {
        var caller = co.Launch(Calls(LaunchesWithSlowCleanup()));
        co.Launch(Cancels(caller));
        co.Wait(caller);
        Say(caller.Status);
    }

    [Coroutine]
    private void Calls(Co co, Coroutine body)
    {
        try
        {
            co.Group(body);
        }
        catch (CoroutineCanceledException e) when (e.Coroutine == co.Current)
        {
            SayWhen($"caller-cut:{e.Reason}".Replace(' ', '-'));
            throw;
        }
    }

    [Coroutine]
    private void LaunchesWithSlowCleanup(Co co)
    {
        co.Launch(Works("a", 9));
        try
        {
            Works(co, "body", 9);
        }
        finally
        {
            co.Shield(CleansUp());
        }
    }

    [Coroutine]
    private void CleansUp(Co co)
    {
        co.Sleep(3000);
        SayWhen("cleanup");
    }

    [Coroutine]
    private void CancelsTheCallerOfStubborn(Co co)
    {
        var caller = co.Launch(CallsStubborn());
        co.Sleep(1000);
        caller.Cancel();
        co.Wait(caller);
    }

    [Coroutine]
    private void CallsStubborn(Co co)
    {
        SayWhen(co.Group(Stubborn()));
        Works(co, "caller", 1);
    }

    [Coroutine]
    private int Stubborn(Co co)
    {
        try
        {
            co.Sleep(9000);
        }
        catch (CoroutineCanceledException)
        {
            SayWhen("stubborn");
        }
        return 7;
    }

    [Coroutine]
    private void CancelsTheCallerOfEarlyBody(Co co)
    {
        var caller = co.Launch(CallsEarly());
        co.Sleep(1000);
        caller.Cancel();
        co.Wait(caller);
        Say(caller.Status);
    }

    [Coroutine]
    private void CallsEarly(Co co)
    {
        try
        {
            Say(co.Group(EndsEarly()));
        }
        catch (CoroutineCanceledException e) when (e.Coroutine == co.Current)
        {
            SayWhen("caller-cut");
            throw;
        }
    }

    [Coroutine]
    private int EndsEarly(Co co)
    {
        co.Launch(Works("a", 9));
        return 7;
    }

    [Coroutine]
    private void CancelsTheCallerOfBrokenCleanup(Co co)
    {
        var caller = co.Launch(Fails(BreaksInCleanup("cleanup")));
        co.Sleep(1000);
        caller.Cancel();
        co.Wait(caller);
    }

    [Coroutine]
    private void LaunchesLate(Co co)
    {
        Fails(co, LaunchesInCleanup());
        Say(_member!.Status);
    }

    [Coroutine]
    private void LaunchesInCleanup(Co co)
    {
        co.Launch(Breaks("a", 1));
        try
        {
            co.Sleep(9000);
        }
        finally
        {
            _member = co.Launch(BeginsAndWorks("late"));
        }
    }

    [Coroutine]
    private void BeginsAndWorks(Co co, string name)
    {
        SayWhen(name + "-begins");
        Works(co, name, 9);
    }

    [Coroutine]
    private void FailsInNested(Co co) => Fails(co, Nests(Breaks("a", 1), Ends()));

    [Coroutine]
    private void FailsAroundNested(Co co) => Fails(co, Nests(Works("inner-body", 9), Breaks("a", 1)));

    [Coroutine]
    private void Nests(Co co, Coroutine inside, Coroutine outside)
    {
        co.Launch(CallsNested(inside));
        co.Launch(Works("outer", 9));
        co.Launch(outside);
    }

    [Coroutine]
    private void CallsNested(Co co, Coroutine inside) => co.Group(Nested(inside));

    [Coroutine]
    private void Nested(Co co, Coroutine inside)
    {
        co.Launch(Works("inner", 9));
        co.Launch(inside);
    }

    [Coroutine]
    private void HasDeadline(Co co)
    {
        try
        {
            co.Timeout(TimeSpan.FromSeconds(1), Calls(LaunchesTwoSlow()));
        }
        catch (TimeoutException)
        {
            SayWhen("timeout");
        }
    }

    [Coroutine]
    private void NestsDeadlines(Co co)
    {
        try
        {
            co.Timeout(TimeSpan.FromSeconds(4), Calls(HasInnerDeadline()));
        }
        catch (TimeoutException e)
        {
            SayWhen("timeout");
            Say(e.Message.Contains("00:00:04", StringComparison.Ordinal) ? 4 : 2);
        }
    }

    /// <summary>Its child cleans up for so long that the outer deadline comes meanwhile.</summary>
    [Coroutine]
    private void HasInnerDeadline(Co co) => co.Timeout(TimeSpan.FromSeconds(2), WorksAndCleansUp());

    [Coroutine]
    private void WorksAndCleansUp(Co co)
    {
        try
        {
            Works(co, "a", 9);
        }
        finally
        {
            co.Shield(CleansUp());
        }
    }

    [Coroutine]
    private void LaunchesTwoSlow(Co co)
    {
        co.Launch(Works("a", 9));
        co.Launch(Works("b", 9));
    }

    [Coroutine]
    private void BeginsCancelled(Co co)
    {
        var body = Works("a", 1);
        var caller = co.Launch(CancelsItselfBefore(body));
        co.Wait(caller);
        Say(caller.Error!.GetType().Name);
        Say(body.Status);
    }

    [Coroutine]
    private static void CancelsItselfBefore(Co co, Coroutine body)
    {
        co.Current.Cancel();
        co.Group(body);
    }

    [Coroutine]
    private void GroupsLaunched(Co co)
    {
        var launched = co.Launch(Works("a", 1));
        try
        {
            co.Group(launched);
        }
        catch (InvalidOperationException e)
        {
            Say(e.GetType().Name);
        }
        try
        {
            co.Shield(launched);
        }
        catch (InvalidOperationException e)
        {
            Say(e.GetType().Name);
        }
        SayWhen(co.Await(launched));
        Say("done");
    }

    [Coroutine]
    private void CancelsRegistered(Co co) => co.Group(LaunchesRegistered());

    [Coroutine]
    private void LaunchesRegistered(Co co)
    {
        co.Launch(RegistersFailure());
        co.Launch(Works("b", 9));
        Breaks(co, "body", 1);
    }

    [Coroutine]
    private static void RegistersFailure(Co co)
    {
        co.CancellationToken.Register(static () => Fail("callback"));
        co.Sleep(9000);
    }

    [Coroutine]
    private static void Deadlocks(Co co) => co.Group(LaunchesDeadlock());

    [Coroutine]
    private static void LaunchesDeadlock(Co co)
    {
        var one = new CoLock();
        var other = new CoLock();
        co.Launch(LocksBoth(one, other));
        co.Launch(LocksBoth(other, one));
    }

    [Coroutine]
    private static void LocksBoth(Co co, CoLock first, CoLock second)
    {
        using (co.Lock(first))
        {
            co.Yield();
            using (co.Lock(second))
                co.Yield();
        }
    }

    [Coroutine]
    private static int CountsAliveInGroup(Co co) => co.Group(CountsAlive());

    [Coroutine]
    private static int CountsAlive(Co co)
    {
        var members = new List<WeakReference>();
        for (var i = 0; i < 1000; i++)
        {
            LaunchesOneTo(co, members);
            co.Yield();
            co.Yield();
        }
        GC.Collect();
        return members.Count(static member => member.IsAlive);
    }

    [Coroutine]
    private static void LaunchesOneTo(Co co, List<WeakReference> members) => members.Add(new WeakReference(co.Launch(Ends())));

    private static void Fail(string message) => throw new InvalidTimeZoneException(message);
}
