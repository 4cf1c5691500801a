namespace CoroGen.Runtime.Tests;

public sealed partial class Cancellation
{
    [Coroutine]
    private void Speaks(Co co)
    {
        Say("first-step");
        try
        {
            co.Sleep(1000);
            Say("never");
        }
        finally
        {
            Say("cleanup");
        }
    }

    [Coroutine]
    private void SwallowsCancels(Co co)
    {
        co.Current.Cancel();
        try
        {
            co.Yield();
        }
        catch (CoroutineCanceledException)
        {
            Say("Yield");
        }
        try
        {
            co.Sleep(0);
        }
        catch (CoroutineCanceledException)
        {
            Say("Sleep-zero");
        }
        try
        {
            co.Sleep(1000);
        }
        catch (CoroutineCanceledException)
        {
            Say("Sleep");
        }
        try
        {
            co.Sleep(Timeout.Infinite);
        }
        catch (CoroutineCanceledException)
        {
            Say("Sleep-endless");
        }
        Say("end");
    }

    [Coroutine]
    private void YieldsTwice(Co co)
    {
        co.Yield();
        Say("turn");
        co.Yield();
    }

    [Coroutine]
    private static void Cancels(Co co, Coroutine target)
    {
        target.Cancel();
        co.Yield();
    }

    [Coroutine]
    private static void AwaitsCancelled(Co co, Coroutine child)
    {
        co.Launch(child);
        child.Cancel();
        co.Await(child);
    }

    [Coroutine]
    private void HandsOutToken(Co co)
    {
        co.CancellationToken.Register(() => Say("token"));
        Say("registered");
        co.Sleep(1000);
    }

    [Coroutine]
    private static void RegistersFailure(Co co)
    {
        co.CancellationToken.Register(static () => throw new InvalidTimeZoneException());
        co.Sleep(1000);
    }

    [Coroutine]
    private void CancelsOnAnotherThread(Co co)
    {
        var self = co.Current;
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() => self.Cancel()));
        thread.Start();
        thread.Join();
        Say(thrown!.GetType().Name);
        Say(self.IsCancellationRequested);
        co.Yield();
    }
}
