namespace CoroGen.Runtime.Tests;

public sealed partial class AsyncCode
{
    private readonly int _home = Environment.CurrentManagedThreadId;

    /// <summary>Says something with the time, and with <c>!</c> when that is not on the loop's thread.</summary>
    private void SayHere(string what) => SayWhen(Environment.CurrentManagedThreadId == _home ? what : what + "!");

    [Coroutine]
    private void AwaitsLambdas(Co co)
    {
        co.Await(async () =>
        {
            SayHere("begin");
            await Task.Delay(TimeSpan.FromSeconds(1), Clock);
            SayHere("delayed");
            await Task.Run(static () => { });
            SayHere("back");
        });
        SayHere("awaited");
        var sum = co.Await(async () => await Slow(1) + await new ValueTask<int>(2));
        var text = co.Await(() => Task.FromResult($"sum={sum}"));
        SayHere(text);
        SayHere(co.Await(Method));
    }

    private async Task<int> Slow(int value)
    {
        await Task.Delay(TimeSpan.FromSeconds(value), Clock);
        return value;
    }

    private async Task<string> Method()
    {
        await Task.Yield();
        return "method";
    }

    [Coroutine]
    private void AwaitsFailures(Co co)
    {
        Say(Catches(co, static async () =>
        {
            await Task.Yield();
            throw new InvalidTimeZoneException();
        }));
        Say(Catches(co, static () => throw new InvalidTimeZoneException()));
        Say(Catches(co, static () => null!));
        Say(Catches(co, null!));
    }

    [Coroutine]
    private static string Catches(Co co, Func<Task> start)
    {
        try
        {
            co.Await(start);
            return "none";
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    [Coroutine]
    private void SuspendsForAsyncCode(Co co) => Say(co.Suspend<string>(async suspension =>
    {
        await Task.Delay(TimeSpan.FromSeconds(1), Clock);
        await Task.Run(static () => { });
        SayHere("callback");
        suspension.SetResult("result");
    }));

    [Coroutine]
    private void TellsOfCancel(Co co)
    {
        Say(co.Await(token => Delayed(1, token)) + co.Await(token => Task.FromResult(token.CanBeCanceled)));
        var child = co.Launch(AwaitsTold(token => Delayed(9, token)));
        co.Launch(Cancels(child, 1));
        co.Wait(child);
        child = co.Launch(AwaitsTold(_ => Delayed(3, default)));
        co.Launch(Cancels(child, 1));
        co.Wait(child);
        Say(child.Status);
        co.Current.Cancel();
        AwaitsTold(co, _ => throw new InvalidTimeZoneException());
    }

    private async Task<string> Delayed(int seconds, CancellationToken token)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), Clock, token);
            return "delayed";
        }
        finally
        {
            await Task.Yield();
            SayHere("cleanup");
        }
    }

    [Coroutine]
    private void AwaitsTold(Co co, Func<CancellationToken, Task> start)
    {
        try
        {
            co.Await(start);
            SayHere("awaited");
            co.Yield();
        }
        catch (CoroutineCanceledException)
        {
            SayHere("canceled");
        }
    }

    [Coroutine]
    private void AwaitsThoughCancelled(Co co)
    {
        co.Launch(Cancels(co.Current, 1));
        Say(Catches(co, () => Slow(5)));
        SayWhen("canceled");
        Say(Catches(co, () =>
        {
            Say("never");
            return Task.CompletedTask;
        }));
    }

    [Coroutine]
    private static void Cancels(Co co, Coroutine other, int seconds)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        other.Cancel();
    }

    [Coroutine]
    private void StartsOneAndYields(Co co)
    {
        Say("c0");
        _ = YieldsAsync();
        co.Yield();
        Say("c1");
        co.Yield();
        Say("c2");
    }

    private async Task YieldsAsync()
    {
        Say("a0");
        await Task.Yield();
        Say("a1");
        await Task.Yield();
        Say("a2");
    }

    [Coroutine]
    private void CompletesForSeveral(Co co)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = After(source.Task, "a");
        _ = After(source.Task, "b");
        co.Loop.Post(() => Say("posted"));
        source.SetResult();
        Say("completed");
        co.Yield();
        Say("goes-on");
    }

    private async Task After(Task task, string what)
    {
        await task;
        SayHere(what);
    }

    [Coroutine]
    private static void Starts(Co co, Action start)
    {
        co.Yield();
        start();
    }

    private async void FailsLater(string message)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), Clock);
        throw new InvalidTimeZoneException(message);
    }

    private async void EndsElsewhere(Task task)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), Clock);
        SayHere("before");
        await task.ConfigureAwait(false);
    }

    [Coroutine]
    private static string Returns(Co co, string text)
    {
        co.Sleep(1000);
        return text;
    }

    [Coroutine]
    private static void Fails(Co co)
    {
        co.Sleep(1000);
        throw new InvalidTimeZoneException();
    }

    [Coroutine]
    private void IsAwaited(Co co)
    {
        var child = co.Launch(Returns("child"));
        Say(co.Await(async () => await child + "+"));
        var failing = co.Launch(Fails());
        Say(Catches(co, async () => await failing));
        var canceled = co.Launch(Fails());
        co.Launch(Cancels(canceled, 0));
        Say(Catches(co, async () => await canceled));
        SayHere("end");
    }
}
