namespace CoroGen;

/// <summary>The task that ends as a coroutine does.</summary>
internal abstract class TaskBridge
{
    public abstract Task Task { get; }

    /// <summary>Ends the task as the coroutine has ended.</summary>
    public abstract void Complete(Coroutine coroutine);
}

/// <summary>The task of a coroutine with a result; of one without, with any type.</summary>
internal sealed class TaskBridge<T> : TaskBridge
{
    // What awaits the task must not run in the middle of the loop.
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task Task => _source.Task;

    public override void Complete(Coroutine coroutine)
    {
        switch (coroutine.Status)
        {
            case CoroutineStatus.Finished:
                _source.SetResult(coroutine is Coroutine<T> typed ? typed.ReturnValue! : default!);
                break;
            case CoroutineStatus.Canceled:
                _source.SetCanceled();
                break;
            default:
                _source.SetException(coroutine.Thrown!);
                break;
        }
    }
}
