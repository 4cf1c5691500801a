using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>
/// A wait for a callback: see <see cref="Co.Suspend"/>. The first of <see cref="SetResult"/>, <see cref="SetException"/> and a cancel of the coroutine
/// ends it; what comes later has no effect. All members may be used on any thread.
/// </summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed partial class Suspension<T>
{
    private readonly ExternalWait _wait;
    private Action? _canceled;
    private T? _result;
    private Exception? _error;

    private Suspension(EventLoop loop) => _wait = new ExternalWait(loop, () => _canceled?.Invoke());

    /// <summary>Lets the coroutine go on, with a result.</summary>
    /// <returns>Whether this ended the wait. If not, nobody will see the result.</returns>
    public bool SetResult(T result)
    {
        if (!_wait.TryBegin())
            return false;
        _result = result;
        _wait.Complete();
        return true;
    }

    /// <summary>Lets the coroutine go on, with an exception, which its suspension throws.</summary>
    /// <returns>Whether this ended the wait. If not, nobody will see the exception.</returns>
    public bool SetException(Exception exception)
    {
        Guard.NotNull(exception);
        if (!_wait.TryBegin())
            return false;
        _error = exception;
        _wait.Complete();
        return true;
    }

    /// <summary>
    /// Says what to do when the coroutine is cancelled while it waits: call off the operation. To be called before the start of the operation
    /// returns; called on the loop's thread.
    /// </summary>
    public void OnCanceled(Action action)
    {
        Guard.NotNull(action);
        _canceled += action;
    }

    /// <summary>The coroutine behind <see cref="Co.Suspend"/>.</summary>
    [Coroutine]
    internal static T Await(Co co, Action<Suspension<T>> start)
    {
        Guard.NotNull(start);
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        var suspension = Begin(co.Current, start);
        if (!suspension._wait.IsCompleted)
            co.Park(suspension._wait);
        return suspension.TakeResult();
    }

    private static Suspension<T> Begin(Coroutine task, Action<Suspension<T>> start)
    {
        var suspension = new Suspension<T>(task.Loop);
        try
        {
            using (task.Loop.UseContext())
                start(suspension);
        }
        catch
        {
            suspension._canceled = null;
            suspension._wait.Abandon(task);
            throw;
        }
        return suspension;
    }

    private T TakeResult()
    {
        if (_error is not null)
            CoroutineServices.Rethrow(_error);
        return _result!;
    }
}
