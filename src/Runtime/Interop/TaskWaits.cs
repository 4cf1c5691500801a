using System.Diagnostics;

namespace CoroGen;

/// <summary>The coroutines behind <c>co.Await</c> of tasks. A cancel ends the wait, not the task.</summary>
[StackTraceHidden]
internal static partial class TaskWaits
{
    [Coroutine]
    internal static void Await(Co co, Task task)
    {
        Guard.NotNull(task);
        if (!task.IsCompleted)
            Wait(co, task);
        else if (co.Loop.SpendBudget())
            co.TakeTurn();
        EndedTasks.ThrowIfFailed(task);
    }

    [Coroutine]
    internal static T Await<T>(Co co, Task<T> task)
    {
        Guard.NotNull(task);
        if (!task.IsCompleted)
            Wait(co, task);
        else if (co.Loop.SpendBudget())
            co.TakeTurn();
        return EndedTasks.ResultOf(task);
    }

    [Coroutine]
    internal static void Await(Co co, ValueTask task)
    {
        if (!task.IsCompleted)
        {
            Await(co, task.AsTask());
            return;
        }
        if (co.Loop.SpendBudget())
            co.TakeTurn();
        task.GetAwaiter().GetResult();
    }

    [Coroutine]
    internal static T Await<T>(Co co, ValueTask<T> task)
    {
        if (!task.IsCompleted)
            return Await(co, task.AsTask());
        if (co.Loop.SpendBudget())
            co.TakeTurn();
        return task.GetAwaiter().GetResult();
    }

    [Coroutine]
    internal static void Await(Co co, Func<Task> start)
    {
        Guard.NotNull(start);
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        Await(co, Start(co.Loop, start));
    }

    [Coroutine]
    internal static T Await<T>(Co co, Func<Task<T>> start)
    {
        Guard.NotNull(start);
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        return Await(co, Start(co.Loop, start));
    }

    /// <summary>Waits until a task has ended, whatever becomes of the coroutine: what a cancel means to the task it is told by a token.</summary>
    [Coroutine, Shielded]
    internal static void WaitForEnd(Co co, Task task)
    {
        if (!task.IsCompleted)
            co.Park(EndOf(task, co.Loop));
    }

    private static TTask Start<TTask>(EventLoop loop, Func<TTask> start)
        where TTask : Task
    {
        using (loop.UseContext())
            return start() ?? throw new InvalidOperationException("There is no task to wait for: the function has returned null.");
    }

    [Coroutine]
    private static void Wait(Co co, Task task)
    {
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        co.Park(WaitFor(co.Loop, task));
    }

    /// <summary>Begins to wait. The token takes the continuation off the task when the wait is cancelled: a task may live long, and be waited for often.</summary>
    internal static ExternalWait WaitFor(EventLoop loop, Task task)
    {
        var end = new CancellationTokenSource();
        var wait = new ExternalWait(loop, end.Cancel);
        task.ContinueWith(Complete, wait, end.Token, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return wait;
    }

    /// <summary>Having claimed the completion from the beginning it cannot be abandoned.</summary>
    private static ExternalWait EndOf(Task task, EventLoop loop)
    {
        var wait = new ExternalWait(loop);
        wait.TryBegin();
        task.ContinueWith(static (_, wait) => ((ExternalWait)wait!).Complete(), wait, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return wait;
    }

    private static void Complete(Task task, object? wait) => ((ExternalWait)wait!).TryComplete();
}
