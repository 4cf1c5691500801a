namespace CoroGen;

/// <summary>A place in the user's source: where a coroutine is suspended.</summary>
/// <param name="File">The name of the file, without its folders.</param>
/// <param name="Line">The 1-based line.</param>
public readonly record struct SourceLine(string File, int Line)
{
    /// <summary>The file and the line: <c>Kitchen.cs:31</c>.</summary>
    public override string ToString() => $"{File}:{Line}";

    /// <summary>Where a coroutine is suspended: the line of its innermost method that is the user's. Null when it is not known, as for plain code.</summary>
    internal static SourceLine? Of(Coroutine coroutine)
    {
        foreach (var frame in CallChain.Of(coroutine))
        {
            if (Of(frame) is { } line)
                return line;
        }
        return null;
    }

    internal static SourceLine? Of(CompilerServices.Frame frame) =>
        frame.Info.LineOf(frame.State) is > 0 and var line ? new SourceLine(frame.Info.File, line) : null;
}
