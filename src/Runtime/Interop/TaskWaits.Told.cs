namespace CoroGen;

/// <content>Tasks that are told of a cancel by the coroutine's token: what has begun is waited for to its end.</content>
internal static partial class TaskWaits
{
    [Coroutine]
    internal static void Await(Co co, Func<CancellationToken, Task> start)
    {
        Guard.NotNull(start);
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        var task = Start(co.Current, start);
        WaitForEnd(co, task);
        ThrowIfCanceled(co.Current, task);
        EndedTasks.ThrowIfFailed(task);
    }

    [Coroutine]
    internal static T Await<T>(Co co, Func<CancellationToken, Task<T>> start)
    {
        Guard.NotNull(start);
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        var task = Start(co.Current, start);
        WaitForEnd(co, task);
        ThrowIfCanceled(co.Current, task);
        return EndedTasks.ResultOf(task);
    }

    /// <summary>Throws the cancel of the coroutine when that ended the task.</summary>
    internal static void ThrowIfCanceled(Coroutine waiter, Task task)
    {
        if (task.IsCanceled && waiter.IsCancellationRequested)
            throw waiter.NewCanceledException();
    }

    private static TTask Start<TTask>(Coroutine waiter, Func<CancellationToken, TTask> start)
        where TTask : Task
    {
        var token = waiter.CancellationToken;
        return Start(waiter.Loop, () => start(token));
    }
}
