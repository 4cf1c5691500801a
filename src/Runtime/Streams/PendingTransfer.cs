namespace CoroGen;

/// <summary>
/// A transfer that async code waits for: it is tried on the loop's thread, and again after each wait, until it is done. What awaits its task goes on between two steps of
/// coroutines, as what is posted does.
/// </summary>
internal sealed class PendingTransfer<T>
{
    private readonly EventLoop _loop;
    private readonly Func<(WaitQueue? Wait, T Result)> _attempt;
    private readonly TaskCompletionSource<T> _outcome = new();
    private readonly QueuedCallback _waiter;
    private readonly CancellationToken _token;
    private readonly CancellationTokenRegistration _registration;

    public PendingTransfer(EventLoop loop, Func<(WaitQueue? Wait, T Result)> attempt, CancellationToken token)
    {
        _loop = loop;
        _token = token;
        _attempt = attempt;
        _waiter = new QueuedCallback(loop, () => Post(Try));
        if (loop.IsOnThisThread)
            Try();
        else
            Post(Try);
        if (!Task.IsCompleted && token.CanBeCanceled)
            _registration = token.Register(() => Post(Cancel), useSynchronizationContext: false);
    }

    public Task<T> Task => _outcome.Task;

    private void Try()
    {
        if (Task.IsCompleted)
            return;
        try
        {
            var (wait, result) = _attempt();
            if (wait is not null)
                wait.Add(_waiter);
            else if (_outcome.TrySetResult(result))
                _registration.Dispose();
        }
        catch (Exception e)
        {
            _outcome.TrySetException(e);
        }
    }

    private void Cancel()
    {
        _waiter.Queue?.Abandon(_waiter);
        _outcome.TrySetCanceled(_token);
    }

    private void Post(Action action)
    {
        try
        {
            _loop.Post(action);
        }
        catch (ObjectDisposedException e)
        {
            _outcome.TrySetException(e);
        }
    }
}
