namespace CoroGen;

/// <content>The end of a loop, or of all that lives in it.</content>
public sealed partial class EventLoop
{
    private readonly TimeSpan _grace;
    private readonly bool _endsOnSignals;

    /// <summary>From the first run on, as long as coroutines are alive.</summary>
    private Signals? _signals;

    /// <summary>Set when the loop launches no more coroutines, except for cleanup in shields.</summary>
    private bool _isClosing;
    private bool _isDisposed;

    /// <summary>Whether it is being disposed.</summary>
    internal bool IsClosing => _isClosing;

    /// <summary>Why all that is launched outside of shields in the run under way is cancelled at once; null when it is not.</summary>
    private string? _endReason;

    /// <summary>
    /// Cancels the coroutines that are still alive, in the order of their launches, and runs them to their ends, <c>finally</c> blocks included; those in a
    /// <c>co.Shield</c> are not cancelled, and may launch others. Nothing else can be launched or posted afterwards; what was posted and has not run by then is
    /// dropped. A second call does nothing.
    /// </summary>
    /// <exception cref="Exception">Errors that nobody has seen: see <see cref="EventLoopOptions.UnobservedError"/>.</exception>
    /// <exception cref="ShutdownTimeoutException">Some have not ended within <see cref="EventLoopOptions.ShutdownGrace"/>. The loop is disposed all the same.</exception>
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
            CancelAll("the loop is disposed");
            // Plain code cannot release what it holds before this call returns.
            if (_blocking is not null)
                CoLock.AbandonAll(_blocking);
            RunLast(errors);
        }
        finally
        {
            _isDisposed = true;
            _posts.Close();
            _sockets?.Dispose();
            Leave();
        }
        Attempt(() => ThrowUnobserved(), errors);
        ThrowAll(errors);
    }

    /// <summary>Cancels all that live outside of shields, in the order of their launches, the plain code that the loop runs for and, until the run ends, what is launched.</summary>
    internal void CancelAll(string reason)
    {
        _endReason = reason;
        if (_target is BlockingCoroutine plainCode)
            CancelSafely(plainCode, reason);
        foreach (var task in _live.All.ToArray())
        {
            if (task.Scope is not { IsShielded: true })
                CancelSafely(task, reason);
        }
    }

    private void ListenForSignals()
    {
        if (_endsOnSignals)
            _signals ??= new Signals(this);
    }

    private void StopListening()
    {
        if (_signals is null || _live.Count > 0)
            return;
        _signals.Dispose();
        _signals = null;
    }

    /// <summary>Runs all to their ends. A failure does not keep the others from ending in order.</summary>
    private void RunLast(List<Exception> errors)
    {
        using var grace = new Grace(this, _grace);
        while (_live.Count > 0 && !grace.IsOver && !errors.Exists(static error => error is DeadlockException))
        {
            _break = false;
            _untilEmpty = true;
            Attempt(Drive, errors);
        }
        if (_live.Count > 0)
            errors.Add(GiveUp());
    }

    /// <summary>Ends those that have not ended, so that nobody waits for them.</summary>
    private ShutdownTimeoutException GiveUp()
    {
        Coroutine[] left = [.. _live.All];
        var error = new ShutdownTimeoutException(left, _grace);
        foreach (var task in left)
        {
            _live.Remove(task);
            task.SetEnded(error);
            task.Rare?.Bridge?.Complete(task);
        }
        return error;
    }

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
