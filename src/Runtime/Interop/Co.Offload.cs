using System.ComponentModel;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>Work that would block the loop.</content>
public readonly ref partial struct Co
{
    /// <summary>
    /// Runs blocking or long work on the thread pool, and waits for its end; meanwhile other coroutines run. At most <see cref="EventLoopOptions.OffloadLimit"/> of a loop are
    /// under way at a time, the rest begin in the order of the calls.
    /// </summary>
    /// <remarks>
    /// A cancel of the coroutine takes back work that has not begun: it never runs. Work that has begun is waited for to its end, whatever happens: when it completes, or
    /// fails, that is the outcome. It takes no virtual time: a <see cref="VirtualTime"/> stands still meanwhile.
    /// </remarks>
    /// <param name="work">What to do, on another thread. It must not use the handle, nor what belongs to the loop.</param>
    /// <exception cref="Exception">What the work threw, with its stack trace.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and the work has not begun.</exception>
    [SystemCall]
    public void Offload(Action work) => Offloads.Run(Plain(), WithToken(work), default);

    /// <summary>For generated code: <see cref="Offload(Action)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Offload__Run(ref Frame? callee, Action work) => Offloads.Run__Run(ref callee, this, WithToken(work), default);

    /// <returns>What the work returned.</returns>
    /// <inheritdoc cref="Offload(Action)"/>
    [SystemCall]
    public T Offload<T>(Func<T> work) => Offloads.Run(Plain(), WithToken(work), default);

    /// <summary>For generated code: <see cref="Offload{T}(Func{T})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Offload__Run<T>(ref Frame? callee, out T result, Func<T> work) => Offloads.Run__Run(ref callee, out result, this, WithToken(work), default);

    /// <summary>As <see cref="Offload(Action)"/>, for work that can be ended early: it is given a token that a cancel of the coroutine cancels.</summary>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled, and the work has not begun, or has ended by an <see cref="OperationCanceledException"/>.</exception>
    /// <inheritdoc cref="Offload(Action)"/>
    [SystemCall]
    public void Offload(Action<CancellationToken> work)
    {
        Guard.NotNull(work);
        Offloads.Run(Plain(), work, CancellationToken);
    }

    /// <summary>For generated code: <see cref="Offload(Action{System.Threading.CancellationToken})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Offload__Run(ref Frame? callee, Action<CancellationToken> work)
    {
        Guard.NotNull(work);
        return Offloads.Run__Run(ref callee, this, work, CancellationToken);
    }

    /// <returns>What the work returned.</returns>
    /// <inheritdoc cref="Offload(Action{System.Threading.CancellationToken})"/>
    [SystemCall]
    public T Offload<T>(Func<CancellationToken, T> work)
    {
        Guard.NotNull(work);
        return Offloads.Run(Plain(), work, CancellationToken);
    }

    /// <summary>For generated code: <see cref="Offload{T}(Func{System.Threading.CancellationToken, T})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Offload__Run<T>(ref Frame? callee, out T result, Func<CancellationToken, T> work)
    {
        Guard.NotNull(work);
        return Offloads.Run__Run(ref callee, out result, this, work, CancellationToken);
    }

    private static Action<CancellationToken> WithToken(Action work)
    {
        Guard.NotNull(work);
        return _ => work();
    }

    private static Func<CancellationToken, T> WithToken<T>(Func<T> work)
    {
        Guard.NotNull(work);
        return _ => work();
    }
}
