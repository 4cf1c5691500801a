namespace CoroGen;

/// <content>Tokens that cancel a coroutine.</content>
public abstract partial class Coroutine
{
    /// <summary>
    /// Lets a token cancel it: when the token is cancelled, on whichever thread, the loop cancels the coroutine before its next pass. The token knows the coroutine until that has
    /// ended. The other way round, <see cref="Co.CancellationToken"/> is a token that the coroutine cancels.
    /// </summary>
    /// <param name="cancellationToken">May be cancelled already.</param>
    /// <param name="reason">Why, for the exception's message.</param>
    /// <exception cref="InvalidOperationException">It has not been launched; or its loop is running on another thread.</exception>
    public void CancelWith(CancellationToken cancellationToken, string? reason = "its token was canceled")
    {
        if (Status == CoroutineStatus.New)
            throw new InvalidOperationException($"The coroutine '{Name}' has not been launched: let a token cancel it after the launch.");
        Loop.VerifyThread();
        if (IsDone || !cancellationToken.CanBeCanceled)
            return;
        (RareState.Tokens ??= []).Add(cancellationToken.Register(() => CancelOnLoop(reason), useSynchronizationContext: false));
    }

    private void CancelOnLoop(string? reason)
    {
        try
        {
            Loop.Post(() => Cancel(reason));
        }
        catch (ObjectDisposedException)
        {
            // It has ended with its loop.
        }
    }
}
