namespace CoroGen;

/// <summary>Those whom a coroutine waits for: checked before anything happens, launched when they are new.</summary>
internal static class Targets
{
    /// <summary>Checks them all, launches the new ones in order, and returns a copy, since the caller's array may change while it is needed.</summary>
    public static TCoroutine[] Admit<TCoroutine>(Coroutine waiter, TCoroutine[] targets)
        where TCoroutine : Coroutine
    {
        Guard.NotNull(targets);
        var copy = (TCoroutine[])targets.Clone();
        foreach (var target in copy)
            Check(waiter, target);
        foreach (var target in copy)
            Launch(waiter, target);
        return copy;
    }

    public static void Admit(Coroutine waiter, Coroutine target)
    {
        Check(waiter, target);
        Launch(waiter, target);
    }

    /// <summary>The first in the order given that has ended, or null; there must be one to wait for.</summary>
    public static Coroutine? FirstDone(Coroutine[] targets) => targets.Length > 0
        ? Array.Find(targets, static target => target.IsDone)
        : throw new ArgumentException("There is no coroutine to wait for.", nameof(targets));

    /// <summary>Throws what ended those that did not finish: one error as it is, several as one.</summary>
    public static void ThrowErrors(Coroutine[] targets)
    {
        List<Exception>? errors = null;
        foreach (var target in targets)
        {
            if (target.Error is { } error && errors?.Contains(error) != true)
                (errors ??= []).Add(error);
        }
        if (errors is not null)
            EventLoop.ThrowAll(errors);
    }

    private static void Check(Coroutine waiter, Coroutine target)
    {
        Guard.NotNull(target);
        if (target == waiter)
            throw new InvalidOperationException($"The coroutine '{target.Name}' cannot wait for its own end.");
        if (target.Status != CoroutineStatus.New && target.Loop != waiter.Loop)
            throw new InvalidOperationException($"The coroutine '{target.Name}' belongs to another loop: wait for its 'AsTask()'.");
    }

    private static void Launch(Coroutine waiter, Coroutine target)
    {
        if (target.Status == CoroutineStatus.New)
            waiter.Loop.Adopt(target);
    }
}
