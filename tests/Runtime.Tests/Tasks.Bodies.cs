namespace CoroGen.Runtime.Tests;

public sealed partial class Tasks
{
    [Coroutine]
    private void Awaits(Co co, Task task)
    {
        co.Await(task);
        Say("awaited");
    }

    [Coroutine]
    private void AwaitsValueTaskWithoutResult(Co co, ValueTask task)
    {
        co.Await(task);
        Say("awaited");
    }

    [Coroutine]
    private static int AwaitsValue(Co co, Task<int> task) => co.Await(task);

    [Coroutine]
    private static int AwaitsValueTask(Co co, ValueTask<int> task) => co.Await(task);

    [Coroutine]
    private static string AwaitsText(Co co, Task<string> task) => co.Await(task);

    [Coroutine]
    private static void AwaitsThoughCancelled(Co co, Task task)
    {
        co.Current.Cancel();
        co.Await(task);
    }

    [Coroutine]
    private void Completes(Co co, TaskCompletionSource source)
    {
        co.Sleep(1000);
        Say("completes");
        source.SetResult();
    }

    [Coroutine]
    private void AwaitsCompletedUntilStopped(Co co, int kind)
    {
        var isStopped = false;
        co.Loop.Post(() => isStopped = true);
        while (!isStopped)
        {
            switch (kind)
            {
                case 0:
                    co.Await(Task.CompletedTask);
                    break;
                case 1:
                    co.Await(Task.FromResult(1));
                    break;
                case 2:
                    co.Await(default(ValueTask));
                    break;
                default:
                    co.Await(new ValueTask<int>(1));
                    break;
            }
        }
        Say("stopped");
    }

    [Coroutine]
    private static string Returns(Co co, string text)
    {
        co.Yield();
        return text;
    }

    [Coroutine]
    private static void Fails(Co co, string message)
    {
        co.Yield();
        throw new InvalidTimeZoneException(message);
    }
}
