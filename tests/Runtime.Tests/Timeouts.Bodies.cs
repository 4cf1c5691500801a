namespace CoroGen.Runtime.Tests;

public sealed partial class Timeouts
{
    private CoFunc<string> SlowFunction(string name, int seconds) => Function(co => Slow(co, name, seconds), () => Slow(name, seconds));

    private CoAction SlowAction(string name, int seconds) => Function(co => { Slow(co, name, seconds); }, () => Slow(name, seconds));

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    [Coroutine]
    private string Slow(Co co, string name, int seconds)
    {
        try
        {
            co.Sleep(Seconds(seconds));
            SayWhen(name);
            return name + "!";
        }
        finally
        {
            Say("cleanup");
        }
    }

    /// <summary>Finishes although it is cancelled.</summary>
    [Coroutine]
    private string Stubborn(Co co)
    {
        try
        {
            co.Sleep(Timeout.InfiniteTimeSpan);
        }
        catch (CoroutineCanceledException)
        {
            SayWhen("stubborn");
        }
        return "stubborn!";
    }

    [Coroutine]
    private static void FailsWith(Co co, Exception error)
    {
        co.Sleep(1000);
        throw error;
    }

    [Coroutine]
    private static void CleansUpWithFailure(Co co)
    {
        try
        {
            co.Sleep(9000);
        }
        finally
        {
            Fail("cleanup");
        }
    }

    [Coroutine]
    private static string AtOnce(Co co) => "at-once!";

    [Coroutine]
    private void EndsInTime(Co co)
    {
        Say(co.Timeout(Seconds(5), Slow("a", 2)));
        co.Timeout(Seconds(5), (Coroutine)Slow("b", 1));
        // Would jump to a timer that was left behind.
        Say(co.Await(Task.Run(static () => 7)) + "@" + Clock.Elapsed.TotalSeconds);
    }

    [Coroutine]
    private void FailsInTime(Co co)
    {
        var error = new InvalidTimeZoneException("broken");
        try
        {
            co.Timeout(Seconds(5), FailsWith(error));
        }
        catch (InvalidTimeZoneException e)
        {
            Say(e == error);
            SayWhen(e.Message);
        }
    }

    [Coroutine]
    private void IsLate(Co co)
    {
        var child = Slow("a", 9);
        try
        {
            co.Timeout(Seconds(5), child);
        }
        catch (TimeoutException e)
        {
            SayWhen("timeout");
            Say(e.Message);
            Say(e.InnerException!.GetType().Name);
        }
        Say(child.Status);
    }

    [Coroutine]
    private void TimesDelegates(Co co)
    {
        Say(co.Timeout(Seconds(2), SlowFunction("a", 1)));
        try
        {
            co.Timeout(Seconds(2), SlowFunction("b", 9));
        }
        catch (TimeoutException)
        {
            SayWhen("timeout");
        }
        try
        {
            co.Timeout(Seconds(2), SlowAction("b", 9));
        }
        catch (TimeoutException)
        {
            SayWhen("timeout");
        }
    }

    [Coroutine]
    private void FinishesAllTheSame(Co co)
    {
        Say(co.Timeout(Seconds(5), Stubborn()));
        Say(co.Timeout(Seconds(5), Slow("exact", 5)));
    }

    [Coroutine]
    private void FailsInCleanup(Co co)
    {
        try
        {
            co.Timeout(Seconds(5), CleansUpWithFailure());
        }
        catch (InvalidTimeZoneException e)
        {
            SayWhen($"{e.GetType().Name}:{e.Message}");
        }
    }

    [Coroutine]
    private void HasNoTime(Co co)
    {
        Say(co.Timeout(TimeSpan.Zero, AtOnce()));
        for (var seconds = 0; seconds < 2; seconds++)
        {
            try
            {
                co.Timeout(TimeSpan.Zero, Slow("a", seconds));
            }
            catch (TimeoutException)
            {
                SayWhen("timeout");
            }
        }
    }

    [Coroutine]
    private void HasAllTime(Co co)
    {
        Say(co.Timeout(Timeout.InfiniteTimeSpan, Slow("a", 1_000_000)));
        Say(co.Timeout(TimeSpan.MaxValue, Slow("b", 1_000_000)));
    }

    [Coroutine]
    private void HasNegativeLimit(Co co)
    {
        var child = Slow("a", 1);
        foreach (var limit in new[] { TimeSpan.FromTicks(-1), TimeSpan.MinValue })
        {
            try
            {
                co.Timeout(limit, child);
            }
            catch (ArgumentOutOfRangeException e)
            {
                Say($"{e.GetType().Name}:{e.ParamName}");
            }
        }
        Say(child.Status);
    }

    [Coroutine]
    private void Caller(Co co, Coroutine<string> child, int limit)
    {
        try
        {
            Say(co.Timeout(Seconds(limit), child));
        }
        catch (CoroutineCanceledException e)
        {
            SayWhen("canceled");
            Say($"{e.Coroutine!.Name}:{e.Reason}");
            return;
        }
        try
        {
            co.Yield();
        }
        catch (CoroutineCanceledException)
        {
            Say("canceled");
        }
    }

    [Coroutine]
    private void RunsCancelledCaller(Co co)
    {
        var child = Slow("a", 9);
        var caller = co.Launch(Caller(child, 5));
        co.Sleep(1000);
        caller.Cancel("enough");
        co.Await(caller);
        Say($"{child.Status}:{((CoroutineCanceledException)child.Error!).Reason}");
    }

    [Coroutine]
    private void RunsCancelledCallerOfStubborn(Co co)
    {
        var caller = co.Launch(Caller(Stubborn(), 5));
        co.Sleep(1000);
        caller.Cancel();
        co.Await(caller);
    }

    [Coroutine]
    private void RunsCancelledBefore(Co co)
    {
        var child = Slow("a", 9);
        var caller = co.Launch(CancelsItselfBefore(child));
        co.Wait(caller);
        Say(caller.Error!.GetType().Name);
        Say(child.Status);
    }

    [Coroutine]
    private static void CancelsItselfBefore(Co co, Coroutine child)
    {
        co.Current.Cancel();
        co.Timeout(Seconds(5), child);
    }

    [Coroutine]
    private void ChildIsCancelled(Co co)
    {
        var child = Slow("a", 9);
        co.Launch(Cancels(child));
        try
        {
            co.Timeout(Seconds(5), child);
        }
        catch (CoroutineCanceledException e) when (e.Coroutine == child)
        {
            SayWhen(e.GetType().Name);
        }
    }

    [Coroutine]
    private static void Cancels(Co co, Coroutine target)
    {
        co.Sleep(1000);
        target.Cancel();
    }

    [Coroutine]
    private void Nests(Co co, int outer, int inner)
    {
        try
        {
            co.Timeout(Seconds(outer), Inner(inner));
        }
        catch (TimeoutException e)
        {
            SayWhen(e.Message.Contains(nameof(Inner), StringComparison.Ordinal) ? "outer" : "inner");
        }
    }

    [Coroutine]
    private string Inner(Co co, int limit) => co.Timeout(Seconds(limit), Slow("a", 9));

    [Coroutine]
    private void ExpiresInsideFirst(Co co)
    {
        try
        {
            co.Timeout(Seconds(4), InnerWithSlowCleanup());
        }
        catch (TimeoutException e)
        {
            SayWhen(e.Message.Contains(nameof(InnerWithSlowCleanup), StringComparison.Ordinal) ? "outer" : "inner");
        }
    }

    [Coroutine]
    private void InnerWithSlowCleanup(Co co) => co.Timeout(Seconds(2), Middle());

    [Coroutine]
    private void Middle(Co co) => co.Timeout(Timeout.InfiniteTimeSpan, CleansUpSlowly());

    /// <summary>The time that its cleanup takes is the processor's.</summary>
    [Coroutine]
    private void CleansUpSlowly(Co co)
    {
        try
        {
            co.Sleep(9000);
        }
        finally
        {
            Clock.Advance(Seconds(2));
            SayWhen("ends");
        }
    }

    [Coroutine]
    private void WaitsForRunning(Co co)
    {
        var running = co.Launch(Slow("a", 9));
        co.Yield();
        try
        {
            co.Timeout(Seconds(3), running);
        }
        catch (TimeoutException)
        {
            SayWhen("timeout");
        }
        running = co.Launch(Slow("a", 1));
        co.Yield();
        Say(co.Timeout(Seconds(3), running));
        SayWhen(co.Timeout(Seconds(3), running));
    }

    [Coroutine]
    private static void WaitsForItself(Co co) => co.Timeout(Seconds(1), co.Current);

    [Coroutine]
    private static void LimitsRegistered(Co co) => co.Timeout(Seconds(1), Registers());

    [Coroutine]
    private static void Registers(Co co)
    {
        co.CancellationToken.Register(static () => throw new InvalidTimeZoneException());
        co.Sleep(9000);
    }

    private static void Fail(string message) => throw new InvalidTimeZoneException(message);

    [Coroutine]
    private static void StopsAfter(Co co, int seconds)
    {
        co.Sleep(Seconds(seconds));
        co.Loop.Stop();
    }
}
