using CoroGen.CompilerServices;

namespace CoroGen;

/// <summary>What describes a delegate without a state machine as generated code describes one that has it.</summary>
internal static class DelegateInfo
{
    private static readonly FrameInfo Delegates = new("delegates", "", "");

    public static FrameInfo Of(Delegate body) => body.GetInvocationList().Length > 1 ? Delegates : new(NameOf(body.Method.Name), Delegates);

    /// <summary>The compiler calls a lambda <c>&lt;Prepare&gt;b__0</c>, and a local function <c>&lt;Prepare&gt;g__Serve|0</c>.</summary>
    private static string NameOf(string method)
    {
        var end = method.LastIndexOf('>');
        if (end < 0)
            return method;
        var local = method.IndexOf("g__", end, StringComparison.Ordinal);
        if (local == end + 1)
            return method[(local + 3)..method.LastIndexOf('|')];
        var outer = method.LastIndexOfAny(['<', '.'], end) + 1;
        return "lambda in " + method[outer..end];
    }
}
