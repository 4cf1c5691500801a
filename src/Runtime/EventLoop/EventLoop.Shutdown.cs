namespace CoroGen;

/// <content>The end of a loop.</content>
public sealed partial class EventLoop
{
    /// <summary>Set when the loop launches no more coroutines.</summary>
    private bool _isClosing;
    private bool _isDisposed;

    /// <summary>
    /// Cancels the coroutines that are still alive, in the order of their launches, and runs them to their ends, <c>finally</c> blocks included. Nothing can be
    /// launched or posted afterwards; what was posted and has not run by then is dropped. A second call does nothing.
    /// </summary>
    /// <exception cref="Exception">Errors that nobody has seen: see <see cref="EventLoopOptions.UnobservedError"/>.</exception>
    /// <exception cref="InvalidOperationException">The loop is running, on this or another thread.</exception>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        Enter(blocks: false);
        var errors = new List<Exception>();
        try
        {
            _isClosing = true;
            foreach (var task in _live.All)
                Attempt(() => task.Cancel("the loop is disposed"), errors);
            // Plain code cannot release what it holds before this call returns.
            if (_blocking is not null)
                CoLock.AbandonAll(_blocking);
            while (_live.Count > 0)
                Attempt(RunLast, errors);
        }
        finally
        {
            _isDisposed = true;
            _posts.Close();
            Leave();
        }
        Attempt(() => ThrowUnobserved(), errors);
        ThrowAll(errors);
    }

    private void RunLast()
    {
        _break = false;
        _untilEmpty = true;
        Drive();
    }

    /// <summary>A failure must not keep the others from ending in order.</summary>
    private static void Attempt(Action action, List<Exception> errors)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            errors.Add(e);
        }
    }
}
