using System.Runtime.CompilerServices;
using System.Text;

namespace CoroGen.Fuzz.World;

/// <summary>An inline array.</summary>
[InlineArray(3)]
public struct Cells
{
    private int _first;
}

/// <summary>What a point is converted to where it is an argument.</summary>
public readonly struct Weight(int number)
{
    public int Number { get; } = number;

    public static implicit operator Weight(in Point point) => new(unchecked(point.X + 10 * point.Y));
}

/// <summary>Says when the holes of a text are formatted.</summary>
/// <param name="literalLength">The length of what stands between the holes.</param>
/// <param name="formattedCount">How many holes there are.</param>
/// <param name="t">Where it is said.</param>
[InterpolatedStringHandler]
public readonly struct Letters(int literalLength, int formattedCount, Trace t)
{
    private readonly StringBuilder _text = new(literalLength + formattedCount);

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted<T>(T value)
    {
        t.Log($"format {Trace.Text(value)}");
        _text.Append(Trace.Text(value));
    }

    public override string ToString() => _text.ToString();
}
