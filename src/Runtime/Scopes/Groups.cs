using System.Diagnostics;

namespace CoroGen;

/// <summary>The coroutines behind <c>co.Group</c>.</summary>
[StackTraceHidden]
internal static partial class Groups
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

    /// <summary>Runs the body, and all that is launched inside, to the end, whatever happens to the caller meanwhile.</summary>
    [Coroutine]
    private static void RunToEnd(Co co, Coroutine body)
    {
        EventLoop.VerifyNew(body);
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        var group = new Group(co.Loop, co.Current.Scope, body);
        co.Loop.Adopt(body, group);
        co.Park(group.End);
        group.ThrowIfFailed(co.Current);
    }
}
