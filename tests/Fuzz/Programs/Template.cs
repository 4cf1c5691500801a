using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CoroGen.Fuzz.Programs;

/// <summary>
/// The text of a form, written as an interpolated string: <c>$"{left} + {right}"</c>. A node in a hole is an operand, which gets parentheses when it needs
/// them; for other holes see <see cref="Hole"/>.
/// </summary>
[InterpolatedStringHandler]
public sealed partial class Template
{
    private readonly ImmutableArray<Part> _parts;
    private readonly ImmutableArray<Part>.Builder? _building;

    public Template(int literalLength, int formattedCount) => _building = ImmutableArray.CreateBuilder<Part>(formattedCount * 2 + Math.Min(literalLength, 1));

    private Template(ImmutableArray<Part> parts) => _parts = parts;

    public IEnumerable<Part> Parts => _building ?? (IEnumerable<Part>)_parts;

    public IEnumerable<Node> Nodes => Parts.Where(part => part.Node is not null).Select(part => part.Node!);

    public void AppendLiteral(string text) => _building!.Add(new Part(text, null, Hole.Operand));

    public void AppendFormatted(string text) => AppendLiteral(text);

    public void AppendFormatted(int number) => AppendLiteral(number.ToString());

    public void AppendFormatted(CsType type) => AppendLiteral(type.Name);

    public void AppendFormatted(Variable variable) => AppendLiteral(variable.Name);

    public void AppendFormatted(Node node) => _building!.Add(new Part("", node, Hole.Operand));

    /// <param name="node">Any node.</param>
    /// <param name="format"><c>all</c>, <c>own</c> or <c>late</c>: see <see cref="Hole"/>.</param>
    public void AppendFormatted(Node node, string format) => _building!.Add(new Part("", node, format switch { "all" => Hole.Converted, "late" => Hole.Late, _ => Hole.Delimited }));

    /// <summary>A part that was made on its own.</summary>
    public void AppendFormatted(Template inner)
    {
        foreach (var part in inner.Parts)
            _building!.Add(part);
    }

    /// <summary>Gives the names of the text itself that end in <c>_</c> a number: so the same form can stand inside itself.</summary>
    public Template Numbered(int number) =>
        new([.. Parts.Select(part => part.Node is null ? part with { Text = OwnName().Replace(part.Text, name => name.Value + number) } : part)]);

    public Template Map(Func<Node, Node> map)
    {
        var mapped = Parts.Select(part => part.Node is null ? part : part with { Node = map(part.Node) }).ToImmutableArray();
        return mapped.Zip(Parts).All(pair => ReferenceEquals(pair.First.Node, pair.Second.Node)) ? this : new Template(mapped);
    }

    [GeneratedRegex(@"\b[A-Za-z]\w*_\b")]
    private static partial Regex OwnName();

    /// <param name="Text">The text, when there is no node.</param>
    /// <param name="Node">The node.</param>
    /// <param name="Hole">What it needs to stand here.</param>
    public sealed record Part(string Text, Node? Node, Hole Hole);
}

/// <summary>What an expression needs to stand in a hole.</summary>
public enum Hole
{
    /// <summary><c>{x}</c>: parentheses, unless it is a primary expression, and its own type.</summary>
    Operand,

    /// <summary><c>{x:own}</c>: the text round it delimits it; it must have its own type.</summary>
    Delimited,

    /// <summary>
    /// <c>{x:late}</c>: like <see cref="Delimited"/>, and C# applies a conversion here later than it computes what is converted. A call round it would apply it at once, so
    /// there is one in all variants of a program or in none.
    /// </summary>
    Late,

    /// <summary><c>{x:all}</c>: the text round it delimits it, and converts it to the type that it is to have.</summary>
    Converted,
}
