using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// Work of a coroutine on the thread pool. A cancel takes it back as long as it has not begun; after that the coroutine waits for its end, so that nothing is done
/// behind its back. Virtual time stands still from its start until it is disposed.
/// </summary>
internal sealed class OffloadedWork<T> : IDisposable
{
    private readonly Coroutine _owner;
    private readonly Func<CancellationToken, T> _work;
    private readonly CancellationToken _token;
    private T? _result;
    private Exception? _error;

    /// <summary>Hands it to the thread pool, where it sees the asynchronous locals and the culture of the coroutine.</summary>
    public OffloadedWork(Coroutine owner, Func<CancellationToken, T> work, CancellationToken token)
    {
        _owner = owner;
        _work = work;
        _token = token;
        End = new ExternalWait(owner.Loop, description: "work on the thread pool");
        owner.Loop.WorkUnderWay++;
        ThreadPool.QueueUserWorkItem(static self => self.Run(), this, preferLocal: false);
    }

    /// <summary>The wait for it.</summary>
    public ExternalWait End { get; }

    /// <summary>What it returned, or throws what it threw.</summary>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and that ended it.</exception>
    public T TakeResult()
    {
        if (_error is OperationCanceledException && _owner.IsCancellationRequested)
            throw _owner.NewCanceledException();
        if (_error is not null)
            CoroutineServices.Rethrow(_error);
        return _result!;
    }

    public void Dispose() => _owner.Loop.WorkUnderWay--;

    /// <summary>On the thread pool. Having claimed the completion it cannot be taken back: the cancel leaves the wait as it is.</summary>
    private void Run()
    {
        if (!End.TryBegin())
            return;
        try
        {
            _result = _work(_token);
        }
        catch (Exception e)
        {
            _error = e;
        }
        End.Complete();
    }
}
