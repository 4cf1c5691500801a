namespace CoroGen.Fuzz.World;

/// <summary>A record.</summary>
/// <param name="Number">A number.</param>
/// <param name="Text">A text.</param>
public sealed record Card(int Number, string? Text)
{
    public int Extra { get; init; } = 1;
}
