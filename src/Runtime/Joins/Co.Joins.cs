using System.ComponentModel;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <content>Waiting for coroutines.</content>
public readonly ref partial struct Co
{
    /// <summary>Waits for the end of a coroutine, which is launched if it is new. When it failed, that exception is thrown.</summary>
    /// <exception cref="InvalidOperationException">It belongs to another loop, or is the one that waits.</exception>
    [SystemCall]
    public void Await(Coroutine coroutine) => Joins.Await(Plain(), coroutine);

    /// <summary>For generated code: <see cref="Await(Coroutine)"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Await__Run(ref Frame? callee, Coroutine coroutine) => Joins.Await__Run(ref callee, this, coroutine);

    /// <summary>Waits for the end of a coroutine, which is launched if it is new, and returns its result. When it failed, that exception is thrown.</summary>
    /// <exception cref="InvalidOperationException">It belongs to another loop, or is the one that waits.</exception>
    [SystemCall]
    public T Await<T>(Coroutine<T> coroutine) => Joins.Await(Plain(), coroutine);

    /// <summary>For generated code: <see cref="Await{T}(Coroutine{T})"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Await__Run<T>(ref Frame? callee, out T result, Coroutine<T> coroutine) =>
        Joins.Await__Run(ref callee, out result, this, coroutine);

    /// <summary>Launches those that are new, in order, and waits for the ends of all. Never throws because one of them failed.</summary>
    /// <returns>How many finished, and how many failed.</returns>
    /// <exception cref="InvalidOperationException">One belongs to another loop, or is the one that waits. Nothing has been launched.</exception>
    [SystemCall]
    public WaitResult Wait(params Coroutine[] coroutines) => Joins.Wait(Plain(), coroutines);

    /// <summary>For generated code: <see cref="Wait"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Wait__Run(ref Frame? callee, out WaitResult result, params Coroutine[] coroutines) =>
        Joins.Wait__Run(ref callee, out result, this, coroutines);

    /// <summary>Launches those that are new, in order, and waits for the ends of all.</summary>
    /// <exception cref="Exception">The exception of the one that failed.</exception>
    /// <exception cref="AggregateException">Several failed.</exception>
    /// <exception cref="InvalidOperationException">One belongs to another loop, or is the one that waits. Nothing has been launched.</exception>
    [SystemCall]
    public void WaitAll(params Coroutine[] coroutines) => Joins.WaitAll(Plain(), coroutines);

    /// <summary>For generated code: <see cref="WaitAll(Coroutine[])"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool WaitAll__Run(ref Frame? callee, params Coroutine[] coroutines) =>
        Joins.WaitAll__Run(ref callee, this, coroutines);

    /// <summary>Launches those that are new, in order, waits for the ends of all, and returns their results in the order given.</summary>
    /// <inheritdoc cref="WaitAll(Coroutine[])"/>
    [SystemCall]
    public T[] WaitAll<T>(params Coroutine<T>[] coroutines) => Joins.WaitAll(Plain(), coroutines);

    /// <summary>For generated code: <see cref="WaitAll{T}(Coroutine{T}[])"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool WaitAll__Run<T>(ref Frame? callee, out T[] result, params Coroutine<T>[] coroutines) =>
        Joins.WaitAll__Run(ref callee, out result, this, coroutines);

    /// <summary>Launches those that are new, in order, and waits for the first end, of whichever kind. The others go on.</summary>
    /// <returns>The first to end; when several have ended already, the first in the order given.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="InvalidOperationException">One belongs to another loop, or is the one that waits. Nothing has been launched.</exception>
    [SystemCall]
    public Coroutine WaitAny(params Coroutine[] coroutines) => Joins.WaitAny(Plain(), coroutines);

    /// <summary>For generated code: <see cref="WaitAny"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool WaitAny__Run(ref Frame? callee, out Coroutine result, params Coroutine[] coroutines) =>
        Joins.WaitAny__Run(ref callee, out result, this, coroutines);
}
