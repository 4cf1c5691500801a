using System.Runtime.CompilerServices;

namespace CoroGen.Runtime.Tests;

public sealed partial class Functions
{
    private CoFunc<int> Counting(string name, int times) => Function(co => Counts(co, name, times), () => Counts(name, times));

    private CoAction CountingAction(string name, int times) => Function(co => { Counts(co, name, times); }, () => Counts(name, times));

    private CoFunc<int> Failing(string message, int seconds) => Function(co => Fails(co, message, seconds), () => Fails(message, seconds));

    private CoAction Cleaning() => Function(co => WaitsAndCleansUp(co), () => WaitsAndCleansUp());

    private CoAction Exiting(CoLock @lock) => Function(co => Exits(co, @lock), () => Exits(@lock));

    private CoAction Saying(string what) => Function(co => SaysLater(co, what), () => SaysLater(what));

    private CoFunc<int> Nested(int depth) => Function(co => Nests(co, depth), () => Nests(depth));

    private CoFunc<int> Returning(int result) => Function(_ => result, () => Returns(result));

    private CoFunc<Coroutine> Telling() => Function(co => Current(co), () => Current());

    private CoFunc<int> Awaiting(Task<int> task) => Function(co => co.Await(task), () => Awaits(task));

    private CoAction Taking(CoLock @lock) => Function(co => Takes(co, @lock), () => Takes(@lock));

    /// <summary>A delegate that holds an object.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference<object> CapturingOne(out CoAction body)
    {
        var captured = new object();
        body = Function(co => Keeps(co, captured), () => Keeps(captured));
        return new WeakReference<object>(captured);
    }

    [Coroutine]
    private void Launches(Co co)
    {
        var a = co.Launch(Counting("a", 3));
        var b = co.Launch(Counting("b", 2));
        Say("launched");
        co.Wait(a, b);
        Say(a.Result);
        Say(b.Result);
    }

    [Coroutine]
    private void Calls(Co co)
    {
        var other = co.Launch(CountingAction("other", 2));
        co.Yield();
        Say("called");
        var a = Counting("a", 2);
        // The other one sleeps for a second as well.
        var count = Call(co, a);
        Say(count);
        Say(Call(co, Telling()) == co.Current);
        co.Await(other);
    }

    [Coroutine]
    private void CallsWithoutWaiting(Co co)
    {
        var other = co.Launch(Saying("never in between"));
        Say(Call(co, Returning(5)));
        Say("again");
        Say(Call(co, Returning(5)));
        other.Cancel();
    }

    [Coroutine]
    private void CallsNested(Co co)
    {
        var other = co.Launch(Saying("other"));
        Say(Call(co, Nested(2)));
        co.Await(other);
    }

    [Coroutine]
    private int Nests(Co co, int depth)
    {
        Say(depth + ":in");
        var inner = depth == 0 ? 0 : Call(co, Nested(depth - 1));
        Say(depth + ":out");
        if (depth == 2)
            co.Sleep(1000);
        return inner + 1;
    }

    [Coroutine]
    private void HandsLockToDelegate(Co co)
    {
        var @lock = new CoLock();
        co.Lock(@lock);
        var next = co.Launch(Taking(@lock));
        co.Yield();
        Call(co, Exiting(@lock));
        co.Await(next);
    }

    [Coroutine]
    private void Exits(Co co, CoLock @lock)
    {
        @lock.Exit();
        Say("released");
        co.Yield();
        co.Yield();
    }

    [Coroutine]
    private void Takes(Co co, CoLock @lock)
    {
        using (co.Lock(@lock))
        {
            SayWhen("taken");
            co.Yield();
            Say(@lock.Owner == co.Current ? "held" : "free");
        }
    }

    [Coroutine]
    private void CatchesFailures(Co co)
    {
        try
        {
            Call(co, Failing("early", 0));
        }
        catch (InvalidTimeZoneException e)
        {
            Say(e.Message);
        }
        try
        {
            Call(co, Failing("late", 1));
        }
        catch (InvalidTimeZoneException e) when (e.StackTrace!.Contains(nameof(Fails), StringComparison.Ordinal))
        {
            SayWhen(e.Message);
        }
        try
        {
            co.Await(co.Launch(Failing("launched", 1)));
        }
        catch (InvalidTimeZoneException e)
        {
            SayWhen(e.Message);
        }
    }

    [Coroutine]
    private static int Fails(Co co, string message, int seconds)
    {
        if (seconds > 0)
            co.Sleep(TimeSpan.FromSeconds(seconds));
        throw new InvalidTimeZoneException(message);
    }

    [Coroutine]
    private void IsCancelledInDelegate(Co co)
    {
        var me = co.Current;
        co.Launch(Cancels(me));
        try
        {
            Call(co, Cleaning());
        }
        catch (CoroutineCanceledException e) when (e.Coroutine == me)
        {
            SayWhen("canceled");
        }
        try
        {
            Call(co, Counting("", 0));
            Call(co, Cleaning());
        }
        catch (CoroutineCanceledException)
        {
            SayWhen("again:canceled");
        }
    }

    [Coroutine]
    private void CancelsLaunched(Co co)
    {
        var launched = co.Launch(Cleaning());
        Cancels(co, launched);
        co.Wait(launched);
        Say(launched.Status);
    }

    [Coroutine]
    private static void Cancels(Co co, Coroutine target)
    {
        co.Sleep(1000);
        target.Cancel();
    }

    [Coroutine]
    private void WaitsAndCleansUp(Co co)
    {
        var waits = !co.Current.IsCancellationRequested;
        try
        {
            co.Sleep(Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (waits)
                SayWhen("cleanup");
        }
    }

    [Coroutine]
    private void Joins(Co co)
    {
        var results = co.WaitAll(Coroutine.From(Counting("a", 1)), Coroutine.From(Counting("b", 2)));
        var waited = co.Wait(Coroutine.From(Counting("c", 1)), Coroutine.From(Failing("", 1)), Coroutine.From(Saying("late")));
        Say(waited);
        Say(string.Join(',', results));
        Say(((Coroutine<int>)co.WaitAny(Coroutine.From(Returning(2)), Coroutine.From(CountingAction("never", 0)))).Result);
    }

    [Coroutine]
    private void CallsCombined(Co co)
    {
        co.Launch(Saying("other"));
        Call(co, CountingAction("a", 2) + CountingAction("b", 1) + CountingAction("c", 2));
    }

    [Coroutine]
    private void AwaitsTask(Co co)
    {
        Say(Call(co, Awaiting(Task.Run(static () => 7))));
        var pending = new TaskCompletionSource<int>();
        var launched = co.Launch(Awaiting(pending.Task));
        co.Yield();
        pending.SetResult(0);
        co.Await(launched);
        Say(launched.IsDone);
    }

    [Coroutine]
    private void CallsNothing(Co co)
    {
        try
        {
            Call(co, null!);
        }
        catch (NullReferenceException e)
        {
            Say(e.GetType().Name);
        }
    }

    [Coroutine]
    private void HoldsAndAwaits(Co co, CoLock @lock)
    {
        using (co.Lock(@lock))
            co.Await(co.Launch(Taking(@lock)));
    }

    [Coroutine]
    private int Counts(Co co, string name, int times)
    {
        for (var i = 0; i < times; i++)
        {
            SayWhen(name + i);
            if (i % 2 == 0)
                co.Sleep(1000);
            else
                co.Yield();
        }
        return times;
    }

    [Coroutine]
    private void CallsOften(Co co, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Call(co, Counting("", i % 3));
            try
            {
                Call(co, Failing("", 1));
            }
            catch (InvalidTimeZoneException)
            {
                // Its frame is free again all the same.
            }
        }
    }

    [Coroutine]
    private static void Keeps(Co co, object captured)
    {
        co.Yield();
        GC.KeepAlive(captured);
    }

    [Coroutine]
    private int CountsTwice(Co co) => Counts(co, "twice", 2);

    [Coroutine]
    private void SaysLater(Co co, string what)
    {
        co.Yield();
        Say(what);
    }

    [Coroutine]
    private static int Returns(Co co, int result) => result;

    [Coroutine]
    private static Coroutine Current(Co co) => co.Current;

    [Coroutine]
    private static int Awaits(Co co, Task<int> task) => co.Await(task);
}
