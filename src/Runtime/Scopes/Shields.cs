using System.Diagnostics;

namespace CoroGen;

/// <summary>The coroutines behind <c>co.Shield</c>.</summary>
[StackTraceHidden]
internal static partial class Shields
{
    [Coroutine]
    internal static void Run(Co co, Coroutine body)
    {
        RunToEnd(co, body);
        body.ThrowIfFailed();
    }

    [Coroutine]
    internal static T Run<T>(Co co, Coroutine<T> body)
    {
        RunToEnd(co, body);
        return body.Result;
    }

    /// <summary>Runs the body to its end, also when the caller is cancelled or will be.</summary>
    [Coroutine]
    private static void RunToEnd(Co co, Coroutine body)
    {
        EventLoop.VerifyNew(body);
        co.Loop.Adopt(body, Shield.In(co.Current.Scope));
        body.IsLaunchedByWait = true;
        co.Park(Join.ForOne(body, Bond.Shielded));
    }
}
