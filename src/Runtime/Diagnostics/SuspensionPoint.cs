namespace CoroGen;

/// <summary>Where a coroutine is suspended, in the user's code: <c>in 'Prepare', Kitchen.cs:12</c>.</summary>
internal static class SuspensionPoint
{
    /// <summary>The innermost of its calls that is the user's own.</summary>
    public static string Of(Coroutine task) => CallChain.Of(task).FirstOrDefault() is { } frame && SourceLine.Of(frame) is { } line
        ? $"in '{frame.Info.Name}', {line}"
        : "in code without a state machine";
}
