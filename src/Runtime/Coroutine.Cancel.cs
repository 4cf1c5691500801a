namespace CoroGen;

/// <content>Cancellation.</content>
public abstract partial class Coroutine
{
    /// <summary>Whether <see cref="Cancel"/> was called before it ended.</summary>
    public bool IsCancellationRequested { get; private set; }

    internal CancellationToken CancellationToken
    {
        get
        {
            if (RareState.Cancellation is not { } source)
            {
                RareState.Cancellation = source = new CancellationTokenSource();
                if (IsCancellationRequested)
                    source.Cancel();
            }
            return source.Token;
        }
    }

    /// <summary>
    /// Cancels it: from now on each suspension of it that would have to wait throws a <see cref="CoroutineCanceledException"/>. A wait under way ends
    /// with that exception, and leaves nothing behind in queues and timers. What was granted already (a lock handed over, a sleep that is over)
    /// stays granted: the coroutine goes on with it, to its next suspension. A coroutine that has not begun still runs to its first suspension.
    /// </summary>
    /// <param name="reason">Why, for the exception's message. Of several cancels the first one counts.</param>
    /// <exception cref="InvalidOperationException">Its loop runs on another thread: use <see cref="EventLoop.Post"/>.</exception>
    public void Cancel(string? reason = null)
    {
        Loop?.VerifyThread();
        if (IsDone || IsCancellationRequested)
            return;
        IsCancellationRequested = true;
        if (reason is not null)
            RareState.CancelReason = reason;
        Interrupt();
        Rare?.Cancellation?.Cancel();
    }

    internal CoroutineCanceledException NewCanceledException() =>
        new(this, Rare?.CancelReason, Rare?.Cancellation?.Token ?? default);

    /// <summary>Ends a wait under way, unless what it waits for has been granted.</summary>
    private void Interrupt()
    {
        if (TimerPlace != 0)
        {
            Loop.RemoveTimer(this);
            EndWaitByCancel();
        }
        else if (Queue is { } queue)
        {
            try
            {
                queue.Abandon(this);
            }
            finally
            {
                // Also when calling off the operation failed: nobody else will wake it.
                if (Queue is null)
                    EndWaitByCancel();
            }
        }
    }

    private void EndWaitByCancel()
    {
        Thrown = NewCanceledException();
        Loop.MakeReady(this);
    }
}
