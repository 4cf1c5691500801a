using System.Diagnostics;

namespace CoroGen;

/// <summary>The coroutines behind <c>co.Offload</c>. The bound is a semaphore of the loop: those beyond it wait in its queue, where a cancel finds them.</summary>
[StackTraceHidden]
internal static partial class Offloads
{
    [Coroutine]
    internal static T Run<T>(Co co, Func<CancellationToken, T> work, CancellationToken token)
    {
        using var permit = co.Acquire(co.Loop.OffloadPermits);
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        using var offloaded = new OffloadedWork<T>(co.Current, work, token);
        co.Park(offloaded.End);
        return offloaded.TakeResult();
    }

    [Coroutine]
    internal static void Run(Co co, Action<CancellationToken> work, CancellationToken token)
    {
        Run(co, AsFunction(work), token);
    }

    private static Func<CancellationToken, bool> AsFunction(Action<CancellationToken> work) => token =>
    {
        work(token);
        return true;
    };
}
