namespace CoroGen.Fuzz.Programs;

/// <summary>A variable of a generated program.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
public sealed record Variable(string Name, CsType Type)
{
    public bool IsAssignable { get; init; } = true;

    /// <summary>Whether a lambda may mention it: no reference, no <c>in</c> parameter.</summary>
    public bool IsCapturable { get; init; } = true;
}
