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
