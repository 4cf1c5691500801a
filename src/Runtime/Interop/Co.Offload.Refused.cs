using System.ComponentModel;

namespace CoroGen;

/// <content>Async lambdas that would otherwise be taken for work that returns a task, which nobody would wait for.</content>
public readonly ref partial struct Co
{
    private const string AsyncWork = "Async code does not block: wait for it with 'co.Await(async () => …)', or on the thread pool with 'co.Await(Task.Run(…))'.";

    /// <summary>Refused: async code does not block.</summary>
    [Obsolete(AsyncWork, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Offload(Func<Task> work) => throw new NotSupportedException(AsyncWork);

    /// <inheritdoc cref="Offload(Func{Task})"/>
    [Obsolete(AsyncWork, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T Offload<T>(Func<Task<T>> work) => throw new NotSupportedException(AsyncWork);

    /// <inheritdoc cref="Offload(Func{Task})"/>
    [Obsolete(AsyncWork, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Offload(Func<CancellationToken, Task> work) => throw new NotSupportedException(AsyncWork);

    /// <inheritdoc cref="Offload(Func{Task})"/>
    [Obsolete(AsyncWork, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T Offload<T>(Func<CancellationToken, Task<T>> work) => throw new NotSupportedException(AsyncWork);
}
