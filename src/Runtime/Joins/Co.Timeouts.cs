using System.ComponentModel;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>Waiting not too long.</content>
public readonly ref partial struct Co
{
    /// <summary>
    /// Waits for the end of a coroutine, which is launched if it is new, but not for longer than a time: then it is cancelled, and waited for until it has
    /// ended. When it failed, its exception is thrown. When this coroutine is cancelled meanwhile, the other one is, too, and is waited for.
    /// </summary>
    /// <param name="limit">
    /// How long, on the loop's clock. Zero: only what it does without waiting; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>: without a limit.
    /// </param>
    /// <param name="coroutine">The coroutine.</param>
    /// <exception cref="TimeoutException">The time was over, and it did not finish all the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative. Nothing has been launched.</exception>
    /// <exception cref="InvalidOperationException">It belongs to another loop, or is the one that waits.</exception>
    /// <exception cref="CoroutineCanceledException">This coroutine is cancelled.</exception>
    [SystemCall]
    public void Timeout(TimeSpan limit, Coroutine coroutine) => Timeouts.Run(Plain(), limit, coroutine);

    /// <summary>For generated code: <see cref="Timeout(TimeSpan, Coroutine)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Timeout__Run(ref Frame? callee, TimeSpan limit, Coroutine coroutine) =>
        Timeouts.Run__Run(ref callee, this, limit, coroutine);

    /// <returns>The result.</returns>
    /// <inheritdoc cref="Timeout(TimeSpan, Coroutine)"/>
    [SystemCall]
    public T Timeout<T>(TimeSpan limit, Coroutine<T> coroutine) => Timeouts.Run(Plain(), limit, coroutine);

    /// <summary>For generated code: <see cref="Timeout{T}(TimeSpan, Coroutine{T})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Timeout__Run<T>(ref Frame? callee, out T result, TimeSpan limit, Coroutine<T> coroutine) =>
        Timeouts.Run__Run(ref callee, out result, this, limit, coroutine);

    /// <summary>Runs a delegate as a coroutine of its own, as <see cref="Timeout(TimeSpan, Coroutine)"/> does: <c>co.Timeout(limit, co => Serve(co, "A"))</c>.</summary>
    /// <param name="limit">How long.</param>
    /// <param name="body">What to run.</param>
    /// <inheritdoc cref="Timeout(TimeSpan, Coroutine)"/>
    [SystemCall]
    public void Timeout(TimeSpan limit, CoAction body) => Timeout(limit, Coroutine.From(body));

    /// <summary>For generated code: <see cref="Timeout(TimeSpan, CoAction)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Timeout__Run(ref Frame? callee, TimeSpan limit, CoAction body) =>
        Timeout__Run(ref callee, limit, Coroutine.From(body));

    /// <returns>The result.</returns>
    /// <inheritdoc cref="Timeout(TimeSpan, CoAction)"/>
    [SystemCall]
    public T Timeout<T>(TimeSpan limit, CoFunc<T> body) => Timeout(limit, Coroutine.From(body));

    /// <summary>For generated code: <see cref="Timeout{T}(TimeSpan, CoFunc{T})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Timeout__Run<T>(ref Frame? callee, out T result, TimeSpan limit, CoFunc<T> body) =>
        Timeout__Run(ref callee, out result, limit, Coroutine.From(body));
}
