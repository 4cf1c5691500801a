namespace CoroGen.Runtime.Tests;

public sealed partial class Offloading
{
    private readonly Thread _home = Thread.CurrentThread;

    private string Place => Thread.CurrentThread == _home ? "home" : Thread.CurrentThread.IsThreadPoolThread ? "pool" : "elsewhere";

    [Coroutine]
    private void OffloadsEachKind(Co co)
    {
        co.Offload(() => Say(Place));
        Say(co.Offload(() => "result"));
        co.Offload(token => Say(token.CanBeCanceled));
        Say(co.Offload(token => token.IsCancellationRequested));
        SayWhen(Place);
    }

    [Coroutine]
    private void OffloadsFailure(Co co)
    {
        try
        {
            co.Offload(FailingWork);
        }
        catch (InvalidTimeZoneException e)
        {
            Say(e.Message);
            Say(e.StackTrace!.Contains(nameof(FailingWork), StringComparison.Ordinal));
        }
        Say(Catches(co, null!));
    }

    private static void FailingWork() => throw new InvalidTimeZoneException("broken");

    [Coroutine]
    private static string Catches(Co co, Action work)
    {
        try
        {
            co.Offload(work);
            return "none";
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    [Coroutine]
    private void Offloads(Co co, string name, Action work)
    {
        try
        {
            co.Offload(work);
            Say(name);
            co.Yield();
        }
        catch (CoroutineCanceledException e)
        {
            Say($"{name}:{e.Reason}");
            throw;
        }
    }

    [Coroutine]
    private void OffloadsWithToken(Co co, string name, Action<CancellationToken> work)
    {
        try
        {
            co.Offload(work);
            Say(name);
            co.Yield();
        }
        catch (CoroutineCanceledException e)
        {
            Say($"{name}:{e.Reason}");
            throw;
        }
    }

    [Coroutine]
    private void OffloadsInOrder(Co co)
    {
        var first = co.Launch(Offloads("a", () => Say("begins")));
        var second = co.Launch(Offloads("b", () => Say("begins")));
        Offloads(co, "c", () => Say("begins"));
        co.Wait(first, second);
    }

    /// <summary>Each meets another one, so two are under way at a time.</summary>
    [Coroutine]
    private void OffloadsPairs(Co co)
    {
        using var barrier = new Barrier(2);
        var (count, most) = (0, 0);
        co.WaitAll([.. Enumerable.Range(0, 6).Select(number => Offloads("ended", Meet))]);
        Say($"most={most}");

        void Meet()
        {
            var now = Interlocked.Increment(ref count);
            barrier.SignalAndWait();
            most = Math.Max(most, now);
            barrier.SignalAndWait();
            Interlocked.Decrement(ref count);
        }
    }

    [Coroutine]
    private void CancelsWhatHasNotBegun(Co co)
    {
        using var end = new ManualResetEventSlim();
        var first = co.Launch(Offloads("first", end.Wait));
        var second = co.Launch(Offloads("second", () => Say("never")));
        var third = co.Launch(Offloads("third", () => Say("begins")));
        co.Yield();
        second.Cancel("enough");
        co.Wait(second);
        end.Set();
        co.Wait(first, third);
        Say(second.Status);
    }

    [Coroutine]
    private void CancelsWhatHasBegun(Co co)
    {
        var begun = new TaskCompletionSource();
        var child = co.Launch(OffloadsWithToken("child", token =>
        {
            begun.SetResult();
            token.WaitHandle.WaitOne();
            Say("told");
            token.ThrowIfCancellationRequested();
        }));
        co.Await(begun.Task);
        child.Cancel("enough");
        co.Wait(child);
        Say(child.Status);
    }

    [Coroutine]
    private void CancelsWhatCompletesAllTheSame(Co co)
    {
        var begun = new TaskCompletionSource();
        using var end = new ManualResetEventSlim();
        var child = co.Launch(Offloads("completed", () =>
        {
            begun.SetResult();
            end.Wait();
        }));
        co.Await(begun.Task);
        child.Cancel("enough");
        co.Yield();
        co.Yield();
        Say(child.Status);
        end.Set();
        co.Wait(child);
        Say(child.Status);
    }

    [Coroutine]
    private void CancelsWhatFailsThen(Co co)
    {
        var begun = new TaskCompletionSource();
        var child = co.Launch(OffloadsWithToken("never", token =>
        {
            begun.SetResult();
            token.WaitHandle.WaitOne();
            throw new InvalidTimeZoneException("broken");
        }));
        co.Await(begun.Task);
        child.Cancel();
        co.Wait(child);
        Say($"{child.Status}:{child.Error!.Message}");
    }

    [Coroutine]
    private static void Offloads(Co co, Action work) => co.Offload(work);

    [Coroutine]
    private static void CancelsAll(Co co, Coroutine[] children)
    {
        foreach (var child in children)
            co.Launch(child);
        foreach (var child in children)
        {
            co.Yield();
            child.Cancel();
        }
        co.Wait(children);
    }

    [Coroutine]
    private void OffloadsThoughCancelled(Co co)
    {
        co.Current.Cancel();
        Say(Catches(co, () => Say("never")));
    }

    [Coroutine]
    private void WorksWhileOthersSleep(Co co)
    {
        var sleeper = co.Launch(Sleeps(1));
        co.Yield();
        co.Offload(() => SpinWait.SpinUntil(() => _home.ThreadState.HasFlag(ThreadState.WaitSleepJoin)));
        SayWhen("worked");
        co.Await(sleeper);
    }

    [Coroutine]
    private void Sleeps(Co co, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        SayWhen("awake");
    }

    [Coroutine]
    private void OffloadsWithLocals(Co co, AsyncLocal<string> local)
    {
        local.Value = "seen";
        Say(co.Offload(() => local.Value));
        co.Offload(() => local.Value = "changed");
        Say(local.Value);
    }
}
