using System.Diagnostics;
using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>The coroutines behind <c>co.Timeout</c>.</summary>
[StackTraceHidden]
internal static partial class Timeouts
{
    [Coroutine]
    internal static void Run(Co co, TimeSpan limit, Coroutine child)
    {
        RunToEnd(co, limit, child);
        child.ThrowIfFailed();
    }

    [Coroutine]
    internal static T Run<T>(Co co, TimeSpan limit, Coroutine<T> child)
    {
        RunToEnd(co, limit, child);
        return child.Result;
    }

    /// <summary>Runs the child to its end, whatever happens to the caller meanwhile. Throws when it was cancelled because of the caller or the deadline.</summary>
    [Coroutine]
    private static void RunToEnd(Co co, TimeSpan limit, Coroutine child)
    {
        Deadline.Check(limit);
        Targets.Admit(co, child);
        if (child.IsDone)
            return;
        using var deadline = new Deadline(child, limit);
        co.Park(Join.ForOne(child, Bond.Owned));
        if (child.Status != CoroutineStatus.Canceled)
            return;
        if (co.Current.IsCancellationRequested)
            throw co.Current.NewCanceledException();
        if (deadline.HasExpired)
            throw new TimeoutException($"The coroutine '{child.Name}' did not end within {limit}.", child.Error);
    }
}
