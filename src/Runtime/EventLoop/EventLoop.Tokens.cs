using System.Runtime.CompilerServices;

namespace CoroGen;

/// <content>Runs that a token cancels.</content>
public sealed partial class EventLoop
{
    /// <summary>
    /// As <see cref="Run(Coroutine)"/>; when the token is cancelled, on whichever thread, the coroutine is cancelled, and the run goes on to its end.
    /// </summary>
    /// <param name="coroutine">The coroutine.</param>
    /// <param name="cancellationToken">Cancels it. What has been granted to it by then stays granted: see <see cref="Coroutine.Cancel"/>.</param>
    /// <exception cref="CoroutineCanceledException">The coroutine ended because of it.</exception>
    /// <inheritdoc cref="Run(Coroutine)"/>
    [MethodImpl(MethodImplOptions.NoInlining)] // A stack trace shows where the loop was entered.
    public void Run(Coroutine coroutine, CancellationToken cancellationToken)
    {
        Guard.NotNull(coroutine);
        RunTo(coroutine, cancellationToken);
        if (coroutine.IsDone)
            coroutine.ThrowIfFailed();
    }

    /// <summary>As <see cref="Run(Coroutine, CancellationToken)"/>, and returns the coroutine's result.</summary>
    /// <exception cref="InvalidOperationException">Also: the loop was stopped before the coroutine ended.</exception>
    /// <inheritdoc cref="Run(Coroutine, CancellationToken)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T Run<T>(Coroutine<T> coroutine, CancellationToken cancellationToken)
    {
        Guard.NotNull(coroutine);
        RunTo(coroutine, cancellationToken);
        return coroutine.IsDone
            ? coroutine.Result
            : throw new InvalidOperationException($"The loop was stopped before the coroutine '{coroutine.Name}' ended: it has no result.");
    }

    /// <summary>
    /// As <see cref="RunUntilEmpty()"/>; when the token is cancelled, on whichever thread, all live coroutines are cancelled in the order of their launches, except those
    /// in a <c>co.Shield</c>, and so is, in this run, what is launched outside of shields. The run goes on until all have ended, and throws nothing because of it.
    /// </summary>
    /// <param name="cancellationToken">Cancels them.</param>
    /// <inheritdoc cref="RunUntilEmpty()"/>
    public void RunUntilEmpty(CancellationToken cancellationToken)
    {
        Enter(blocks: true);
        try
        {
            using var watch = cancellationToken.CanBeCanceled ? new TokenWatch(this, null, cancellationToken) : null;
            _untilEmpty = true;
            Drive();
        }
        finally
        {
            Leave();
        }
        ThrowUnobserved();
    }
}
