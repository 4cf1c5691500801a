namespace CoroGen.Analyzers.Blocking;

/// <summary>How a method of the user's own gets to blocking code.</summary>
/// <param name="Methods">The methods on the way, the called one first.</param>
/// <param name="End">What blocks.</param>
internal sealed record BlockingPath(IReadOnlyList<string> Methods, BlockingCall End)
{
    /// <summary>As a message shows it: <c>Load → Read → File.ReadAllText</c>.</summary>
    public override string ToString() => string.Join(" → ", [.. Methods, End.Member]);
}
