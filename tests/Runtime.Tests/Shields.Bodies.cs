namespace CoroGen.Runtime.Tests;

public sealed partial class Shields
{
    [Coroutine]
    private string Works(Co co, string name, int seconds)
    {
        SayWhen(name + "-begins");
        return GoesOn(co, name, seconds);
    }

    [Coroutine]
    private string GoesOn(Co co, string name, int seconds)
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
    private static int GivesSeven(Co co)
    {
        co.Sleep(1000);
        return 7;
    }

    [Coroutine]
    private static void BreaksAfter(Co co, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        Fail("a");
    }

    /// <summary>Launches one, and cancels it after a second.</summary>
    [Coroutine]
    private void CancelsAfterASecond(Co co, Coroutine target)
    {
        co.Launch(target);
        co.Sleep(1000);
        target.Cancel();
        co.Wait(target);
        Say(target.Status);
    }

    [Coroutine]
    private void Yields(Co co)
    {
        try
        {
            co.Yield();
        }
        catch (CoroutineCanceledException)
        {
            SayWhen("yield-throws");
            throw;
        }
    }

    [Coroutine]
    private void CleansUp(Co co) => CancelsAfterASecond(co, HasCleanup());

    [Coroutine]
    private void HasCleanup(Co co)
    {
        try
        {
            co.Sleep(9000);
        }
        finally
        {
            co.Shield(Works("a", 2));
            SayWhen(co.Shield(GivesSeven()));
            Yields(co);
        }
    }

    [Coroutine]
    private void IsCancelledInShield(Co co) => CancelsAfterASecond(co, ShieldsItself());

    [Coroutine]
    private void ShieldsItself(Co co)
    {
        co.Shield(Works("a", 2));
        SayWhen("after");
        Yields(co);
    }

    [Coroutine]
    private void ShieldsDelegates(Co co) => CancelsAfterASecond(co, HasDelegates());

    [Coroutine]
    private void HasDelegates(Co co)
    {
        try
        {
            co.Sleep(9000);
        }
        finally
        {
            co.Shield(Function(Delegate, () => Delegate()));
            SayWhen(co.Shield(Function(GivesSeven, () => GivesSeven())));
        }
    }

    [Coroutine]
    private void Delegate(Co co) => Works(co, "a", 2);

    [Coroutine]
    private void IsCancelledTwice(Co co)
    {
        var target = co.Launch(HasCleanup());
        co.Sleep(1000);
        target.Cancel("first");
        co.Sleep(1000);
        target.Cancel("second");
        co.Wait(target);
        Say($"{target.Status}:{((CoroutineCanceledException)target.Error!).Reason}");
    }

    [Coroutine]
    private void Fails(Co co, Coroutine body)
    {
        try
        {
            co.Group(body);
        }
        catch (Exception e)
        {
            SayWhen($"{e.GetType().Name}:{e.Message}");
        }
    }

    [Coroutine]
    private void LaunchesInside(Co co) => Fails(co, HasShieldedMembers());

    [Coroutine]
    private void HasShieldedMembers(Co co)
    {
        co.Launch(BreaksAfter(1));
        co.Launch(GoesOn("other", 9));
        co.Shield(LaunchesShielded());
        GoesOn(co, "body", 9);
    }

    [Coroutine]
    private void LaunchesShielded(Co co)
    {
        co.Launch(Works("launched", 3));
        co.Launch(Awaits(Works("awaited", 2)));
    }

    [Coroutine]
    private static void Awaits(Co co, Coroutine target) => co.Await(target);

    [Coroutine]
    private void FailsInside(Co co) => Fails(co, HasFailingShieldedMember());

    [Coroutine]
    private void HasFailingShieldedMember(Co co)
    {
        co.Launch(GoesOn("member", 9));
        co.Shield(LaunchesFailing());
    }

    [Coroutine]
    private void LaunchesFailing(Co co)
    {
        co.Launch(BreaksAfter(1));
        co.Launch(GoesOn("shielded", 2));
    }

    [Coroutine]
    private void IsCancelledItself(Co co)
    {
        var body = Works("a", 9);
        co.Launch(CancelsReally(body));
        try
        {
            co.Shield(body);
        }
        catch (CoroutineCanceledException e)
        {
            SayWhen($"{e.GetType().Name}:{e.Reason}");
        }
    }

    [Coroutine]
    private static void CancelsReally(Co co, Coroutine target)
    {
        co.Sleep(1000);
        target.Cancel("really");
    }

    [Coroutine]
    private void TimesInside(Co co) => CancelsAfterASecond(co, HasCleanupWithTimeout());

    [Coroutine]
    private void HasCleanupWithTimeout(Co co)
    {
        try
        {
            co.Sleep(9000);
        }
        finally
        {
            co.Shield(Times());
        }
    }

    [Coroutine]
    private void Times(Co co)
    {
        try
        {
            co.Timeout(TimeSpan.FromSeconds(1), Works("a", 9));
        }
        catch (TimeoutException)
        {
            SayWhen("timeout");
        }
    }

    [Coroutine]
    private void GroupsInside(Co co) => CancelsAfterASecond(co, HasCleanupWithGroup());

    [Coroutine]
    private void HasCleanupWithGroup(Co co)
    {
        try
        {
            co.Sleep(9000);
        }
        finally
        {
            co.Shield(Fails(LaunchesTwo()));
        }
    }

    [Coroutine]
    private void LaunchesTwo(Co co)
    {
        co.Launch(GoesOn("member", 9));
        co.Launch(BreaksAfter(1));
    }

    [Coroutine]
    private void TimesAround(Co co)
    {
        try
        {
            co.Timeout(TimeSpan.FromSeconds(1), ShieldsAndSleeps());
        }
        catch (TimeoutException)
        {
            SayWhen("timeout");
        }
    }

    [Coroutine]
    private void ShieldsAndSleeps(Co co)
    {
        co.Shield(Works("a", 3));
        co.Sleep(9000);
    }

    [Coroutine]
    private void TimesAroundResult(Co co) => SayWhen(co.Timeout(TimeSpan.FromSeconds(1), ShieldsResult()));

    [Coroutine]
    private string ShieldsResult(Co co) => co.Shield(Works("a", 3));

    [Coroutine]
    private void Breaks(Co co)
    {
        try
        {
            co.Shield(BreaksAfter(1));
        }
        catch (InvalidTimeZoneException e)
        {
            SayWhen($"{e.GetType().Name}:{e.Message}");
        }
    }

    private static void Fail(string message) => throw new InvalidTimeZoneException(message);
}
