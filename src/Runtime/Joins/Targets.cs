using System.Diagnostics;

namespace CoroGen;

/// <summary>Those whom a coroutine waits for: checked before anything happens, launched when they are new.</summary>
[StackTraceHidden]
internal static partial class Targets
{
    /// <summary>
    /// Checks them all, launches the new ones in order, and returns a copy, since the caller's array may change while it is needed. One that is cancelled
    /// launches nothing that it cannot wait for.
    /// </summary>
    /// <param name="co">Who waits.</param>
    /// <param name="coroutines">For whom.</param>
    /// <param name="isOneEnough">Whether the wait is over when one of them has ended; else all have to.</param>
    [Coroutine]
    public static TCoroutine[] Admit<TCoroutine>(Co co, TCoroutine[] coroutines, bool isOneEnough = false)
        where TCoroutine : Coroutine
    {
        Guard.NotNull(coroutines);
        if (isOneEnough && coroutines.Length == 0)
            throw new ArgumentException("There is no coroutine to wait for.", nameof(coroutines));
        var copy = (TCoroutine[])coroutines.Clone();
        foreach (var coroutine in copy)
            Check(co.Current, coroutine);
        if (co.Current.IsCancellationRequested && !IsOver(copy, isOneEnough))
            co.Refuse();
        foreach (var coroutine in copy)
            Launch(co.Current, coroutine);
        return copy;
    }

    /// <inheritdoc cref="Admit{TCoroutine}(Co, TCoroutine[], bool)"/>
    [Coroutine]
    public static void Admit(Co co, Coroutine coroutine)
    {
        Check(co.Current, coroutine);
        if (co.Current.IsCancellationRequested && !coroutine.IsDone)
            co.Refuse();
        Launch(co.Current, coroutine);
    }

    /// <summary>Throws what ended those that did not finish: one error as it is, several as one.</summary>
    public static void ThrowErrors(Coroutine[] targets)
    {
        ErrorList? errors = null;
        foreach (var target in targets)
        {
            if (target.Error is { } error)
                (errors ??= new ErrorList()).Add(error);
        }
        errors?.Throw();
    }

    private static bool IsOver(Coroutine[] coroutines, bool isOneEnough) => isOneEnough
        ? Array.Exists(coroutines, static coroutine => coroutine.IsDone)
        : Array.TrueForAll(coroutines, static coroutine => coroutine.IsDone);

    /// <summary>Throws when a coroutine cannot be waited for.</summary>
    public static void Check(Coroutine waiter, Coroutine coroutine)
    {
        Guard.NotNull(coroutine);
        if (coroutine == waiter)
            throw new InvalidOperationException($"The coroutine '{coroutine.Name}' cannot wait for its own end.");
        if (coroutine.Status != CoroutineStatus.New && coroutine.Loop != waiter.Loop)
            throw new InvalidOperationException($"The coroutine '{coroutine.Name}' belongs to another loop: wait for its 'AsTask()'.");
    }

    /// <summary>Launches it when it is new.</summary>
    public static void Launch(Coroutine waiter, Coroutine coroutine)
    {
        if (coroutine.Status != CoroutineStatus.New)
            return;
        waiter.Loop.Adopt(coroutine, waiter.Scope);
        coroutine.IsLaunchedByWait = true;
    }
}
