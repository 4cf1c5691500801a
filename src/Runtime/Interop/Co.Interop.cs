using System.ComponentModel;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>Waiting for what is not a coroutine.</content>
public readonly ref partial struct Co
{
    /// <summary>Waits for a task. When it failed, its exception is thrown. A cancel of the coroutine ends the wait, not the task.</summary>
    [SystemCall]
    public void Await(Task task) => TaskWaits.Await(Plain(), task);

    /// <summary>For generated code: <see cref="Await(Task)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Await__Run(ref Frame? callee, Task task) => TaskWaits.Await__Run(ref callee, this, task);

    /// <summary>Waits for a task, and returns its result. When it failed, its exception is thrown. A cancel of the coroutine ends the wait, not the task.</summary>
    [SystemCall]
    public T Await<T>(Task<T> task) => TaskWaits.Await(Plain(), task);

    /// <summary>For generated code: <see cref="Await{T}(Task{T})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Await__Run<T>(ref Frame? callee, out T result, Task<T> task) =>
        TaskWaits.Await__Run(ref callee, out result, this, task);

    /// <inheritdoc cref="Await(Task)"/>
    [SystemCall]
    public void Await(ValueTask task) => TaskWaits.Await(Plain(), task);

    /// <summary>For generated code: <see cref="Await(ValueTask)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Await__Run(ref Frame? callee, ValueTask task) => TaskWaits.Await__Run(ref callee, this, task);

    /// <inheritdoc cref="Await{T}(Task{T})"/>
    [SystemCall]
    public T Await<T>(ValueTask<T> task) => TaskWaits.Await(Plain(), task);

    /// <summary>For generated code: <see cref="Await{T}(ValueTask{T})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Await__Run<T>(ref Frame? callee, out T result, ValueTask<T> task) =>
        TaskWaits.Await__Run(ref callee, out result, this, task);

    /// <summary>
    /// Starts async code on the loop and waits for it: <c>co.Await(async () => await anything)</c>. It runs on the loop's thread, and comes back there after each
    /// <c>await</c>, between the steps of coroutines. A cancel of the coroutine ends the wait, not the async code.
    /// </summary>
    /// <param name="start">Called at once; returns the task to wait for. When that failed, its exception is thrown.</param>
    /// <exception cref="InvalidOperationException">There is no task: null was returned.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled; if it was before, nothing has been started.</exception>
    [SystemCall]
    public void Await(Func<Task> start) => TaskWaits.Await(Plain(), start);

    /// <summary>For generated code: <see cref="Await(Func{Task})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Await__Run(ref Frame? callee, Func<Task> start) => TaskWaits.Await__Run(ref callee, this, start);

    /// <returns>The result of the task.</returns>
    /// <inheritdoc cref="Await(Func{Task})"/>
    [SystemCall]
    public T Await<T>(Func<Task<T>> start) => TaskWaits.Await(Plain(), start);

    /// <summary>For generated code: <see cref="Await{T}(Func{Task{T}})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Await__Run<T>(ref Frame? callee, out T result, Func<Task<T>> start) =>
        TaskWaits.Await__Run(ref callee, out result, this, start);

    /// <summary>
    /// As <see cref="Await(Func{Task})"/>, for async code that can be ended early: <c>co.Await(token => client.GetStringAsync(url, token))</c>. It is given a token that a cancel of
    /// the coroutine cancels, and is then waited for to its end: when it completes, or fails otherwise, that is the outcome.
    /// </summary>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and nothing has been started, or what was started has ended by that.</exception>
    /// <inheritdoc cref="Await(Func{Task})"/>
    [SystemCall]
    public void Await(Func<CancellationToken, Task> start) => TaskWaits.Await(Plain(), start);

    /// <summary>For generated code: <see cref="Await(Func{System.Threading.CancellationToken, Task})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Await__Run(ref Frame? callee, Func<CancellationToken, Task> start) => TaskWaits.Await__Run(ref callee, this, start);

    /// <returns>The result of the task.</returns>
    /// <inheritdoc cref="Await(Func{System.Threading.CancellationToken, Task})"/>
    [SystemCall]
    public T Await<T>(Func<CancellationToken, Task<T>> start) => TaskWaits.Await(Plain(), start);

    /// <summary>For generated code: <see cref="Await{T}(Func{System.Threading.CancellationToken, Task{T}})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Await__Run<T>(ref Frame? callee, out T result, Func<CancellationToken, Task<T>> start) =>
        TaskWaits.Await__Run(ref callee, out result, this, start);

    /// <summary>
    /// Waits for a callback: makes a coroutine's call of any API that tells its end by calling back, on whichever thread.
    /// </summary>
    /// <param name="start">Starts the operation. It is called at once, and keeps the suspension, to end it when the operation has ended.</param>
    /// <returns>What was passed to <see cref="Suspension{T}.SetResult"/>.</returns>
    /// <exception cref="Exception">What was passed to <see cref="Suspension{T}.SetException"/>, or what <paramref name="start"/> threw.</exception>
    [SystemCall]
    public T Suspend<T>(Action<Suspension<T>> start) => Suspension<T>.Await(Plain(), start);

    /// <summary>For generated code: <see cref="Suspend"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Suspend__Run<T>(ref Frame? callee, out T result, Action<Suspension<T>> start) =>
        Suspension<T>.Await__Run(ref callee, out result, this, start);
}
