namespace CoroGen;

/// <summary>The coroutines behind <c>co.Await</c> of tasks. A cancel ends the wait, not the task.</summary>
internal static partial class TaskWaits
{
    [Coroutine]
    internal static void Await(Co co, Task task)
    {
        if (!task.IsCompleted)
            co.Park(WaitFor(co.Loop, task));
        task.GetAwaiter().GetResult();
    }

    [Coroutine]
    internal static T Await<T>(Co co, Task<T> task)
    {
        if (!task.IsCompleted)
            co.Park(WaitFor(co.Loop, task));
        return task.GetAwaiter().GetResult();
    }

    [Coroutine]
    internal static void Await(Co co, ValueTask task)
    {
        if (task.IsCompleted)
            task.GetAwaiter().GetResult();
        else
            Await(co, task.AsTask());
    }

    [Coroutine]
    internal static T Await<T>(Co co, ValueTask<T> task)
    {
        return task.IsCompleted ? task.GetAwaiter().GetResult() : Await(co, task.AsTask());
    }

    private static ExternalWait WaitFor(EventLoop loop, Task task)
    {
        var wait = new ExternalWait(loop);
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(wait.TryComplete);
        return wait;
    }
}
