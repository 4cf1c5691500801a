using System.Collections.Immutable;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Model;

namespace CoroGen.Generator.Lowering.Ir;

/// <summary>A piece of generated text with what it does: an expression, or a statement.</summary>
/// <param name="Text">The text.</param>
/// <param name="Effects">What it does.</param>
/// <param name="IsStable">Whether it has the same value and no effect wherever it is evaluated later: it needs no spilling.</param>
internal sealed record Fragment(string Text, Effects Effects, bool IsStable = false)
{
    public static readonly Fragment Empty = Plain("");

    /// <summary>The places of the user's that its parts stand for.</summary>
    public ImmutableArray<TextPlace> Places { get; init; } = [];

    /// <summary>A text with variables in its holes: <c>Fragment.Of($"{a} + {b}")</c>.</summary>
    public static Fragment Of(FragmentBuilder text) => text.Build();

    public static Fragment Stable(FragmentBuilder text) => text.Build().AsStable();

    /// <summary>A text that mentions no variable.</summary>
    public static Fragment Plain(string text) => new(text, new Effects(), IsStable: true);

    public static Fragment Join(IEnumerable<Fragment> fragments, string separator)
    {
        var text = new FragmentBuilder();
        text.AppendList(fragments, separator);
        return text.Build();
    }

    /// <summary>The expression as an operand of anything.</summary>
    public Fragment AsOperand() => Text.All(c => char.IsLetterOrDigit(c) || c is '_' or '.') ? this
        : this with { Text = $"({Text})", Places = [.. Places.Select(place => place.Shift(1))] };

    /// <summary>The text stands for a place of the user's, or for none.</summary>
    public Fragment At(SourceSpan? source) => source is null ? this : this with { Places = [new TextPlace(0, Text.Length, source), .. Places] };

    public Fragment AsStable() => this with { IsStable = true };
}

/// <summary>In a <see cref="FragmentBuilder"/>'s hole: what follows is nobody's code.</summary>
internal readonly record struct Plumbing
{
    public static readonly Plumbing Begins;
}

/// <summary>In a <see cref="FragmentBuilder"/>'s hole: the variable is assigned there.</summary>
internal readonly record struct Definition(Variable Variable);
