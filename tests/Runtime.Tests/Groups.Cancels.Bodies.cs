namespace CoroGen.Runtime.Tests;

public sealed partial class Groups
{
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
}
