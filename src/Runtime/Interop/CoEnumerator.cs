namespace CoroGen;

/// <summary>Enumerates what comes asynchronously, for the coroutine that calls: see <see cref="AsyncEnumerableExtensions.GetEnumerator"/>.</summary>
/// <remarks>To be used by one coroutine, or by plain code on one thread.</remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed partial class CoEnumerator<T> : IDisposable
{
    private readonly IAsyncEnumerable<T> _items;
    private IAsyncEnumerator<T>? _enumerator;
    private Task<bool>? _moving;

    internal CoEnumerator(IAsyncEnumerable<T> items) => _items = items;

    /// <summary>The present item.</summary>
    /// <exception cref="InvalidOperationException">There is none: <see cref="MoveNext()"/> has not been called.</exception>
    public T Current => _enumerator is not null ? _enumerator.Current : throw new InvalidOperationException("The enumeration has not begun.");

    /// <summary>As <see cref="MoveNext(Co)"/>, for plain code: blocks the thread.</summary>
    /// <exception cref="InvalidOperationException">It is called inside a coroutine, by code that has no handle.</exception>
    public bool MoveNext() => MoveNext(Co.OfPlainCode);

    /// <summary>Waits for the next item.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled.</exception>
    [Coroutine]
    public bool MoveNext(Co co)
    {
        if (co.Loop.SpendBudget())
            co.TakeTurn();
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        var move = Begin(co.Loop, co.CancellationToken);
        if (move.IsCompleted)
            return move.GetAwaiter().GetResult();
        _moving = move.AsTask();
        TaskWaits.WaitForEnd(co, _moving);
        TaskWaits.ThrowIfCanceled(co.Current, _moving);
        return EndedTasks.ResultOf(_moving);
    }

    /// <summary>As <see cref="Dispose(Co)"/>, for plain code: blocks the thread.</summary>
    public void Dispose() => Dispose(Co.OfPlainCode);

    /// <summary>Ends the enumeration and waits until that is done, also in a cancelled coroutine.</summary>
    [Coroutine, Shielded]
    public void Dispose(Co co)
    {
        if (_enumerator is null)
            return;
        // Plain code goes on without its item when the loop is stopped; but what moves cannot be disposed.
        if (_moving is not null)
            TaskWaits.WaitForEnd(co, _moving);
        var end = End(co.Loop);
        TaskWaits.WaitForEnd(co, end);
        EndedTasks.ThrowIfFailed(end);
    }

    private ValueTask<bool> Begin(EventLoop loop, CancellationToken token)
    {
        using (loop.UseContext())
            return (_enumerator ??= _items.GetAsyncEnumerator(token)).MoveNextAsync();
    }

    private Task End(EventLoop loop)
    {
        using (loop.UseContext())
            return _enumerator!.DisposeAsync().AsTask();
    }
}
