using System.Runtime.CompilerServices;
using System.Collections.Immutable;
using System.Text;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Model;

namespace CoroGen.Generator.Lowering.Ir;

/// <summary>
/// Composes a text and its effects: <c>$"{new Definition(x)} = {value};"</c>. A <see cref="Variable"/> in a hole is a use, a
/// <see cref="Fragment"/> brings its own effects, in the order in which they are evaluated: definitions take effect at the end.
/// </summary>
[InterpolatedStringHandler]
internal sealed class FragmentBuilder
{
    private readonly StringBuilder _text;
    private readonly Effects _effects = new();
    private readonly List<Variable> _assigned = [];
    private ImmutableArray<TextPlace>.Builder? _places;

    public FragmentBuilder(int literalLength = 0, int formattedCount = 0) => _text = new StringBuilder(literalLength + 8 * formattedCount);

    public int Length => _text.Length;

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(string? text) => _text.Append(text);

    public void AppendFormatted(int number) => _text.Append(number);

    public void AppendFormatted(Variable variable)
    {
        _text.Append(variable.Access);
        Use(variable);
    }

    public void AppendFormatted(Definition definition)
    {
        _text.Append(definition.Variable.Access);
        if (definition.Variable.Scope is null)
            _assigned.Add(definition.Variable);
        else
            Use(definition.Variable);
    }

    public void AppendFormatted(Fragment fragment)
    {
        AppendText(fragment);
        _effects.Add(fragment.Effects);
    }

    public void AppendFormatted(Plumbing _) => Add(new TextPlace(_text.Length, _text.Length, null));

    /// <summary>Appends the fragments, with a separator between them.</summary>
    public FragmentBuilder AppendList(IEnumerable<Fragment> fragments, string separator = ", ")
    {
        var between = "";
        foreach (var fragment in fragments)
        {
            _text.Append(between);
            AppendFormatted(fragment);
            between = separator;
        }

        return this;
    }

    /// <summary>Writes a variable that is assigned there, as far as that is certain.</summary>
    public void AppendAssigned(Variable variable, Certainty certainty)
    {
        if (certainty == Certainty.Always || variable.Scope is not null)
        {
            AppendFormatted(new Definition(variable));
            return;
        }

        _text.Append(variable.Access);
        if (certainty == Certainty.WhenTrue && !variable.IsPinned)
            _effects.WhenTrue.Add(variable);
        else if (certainty == Certainty.WhenFalse && !variable.IsPinned)
            _effects.WhenFalse.Add(variable);
    }

    /// <summary>Writes an argument that the call assigns: it does so when it has all its arguments.</summary>
    public void AppendOut(Fragment variable)
    {
        AppendText(variable);
        _assigned.AddRange(variable.Effects.Definitions);
        foreach (var use in variable.Effects.Uses)
            Use(use);
        _effects.Captures.UnionWith(variable.Effects.Captures);
    }

    /// <summary>What was written since <paramref name="start"/> stands for a place of the user's.</summary>
    public void AddPlace(int start, SourceSpan source) => Add(new TextPlace(start, _text.Length, source));

    public void Use(Variable variable)
    {
        if (!_effects.Definitions.Contains(variable.Storage))
            _effects.Uses.Add(variable.Storage);
    }

    public void Capture(ClosureScope scope)
    {
        if (!scope.IsStable)
            _effects.Captures.Add(scope);
        Use(scope.Variable);
    }

    public void AddTarget(string label, params Variable[] assigned) => _effects.AddTarget(label, assigned);

    public Fragment Build()
    {
        foreach (var variable in _assigned)
        {
            if (variable.IsPinned)
                continue;
            _effects.Definitions.Add(variable);
        }

        _assigned.Clear();
        return new Fragment(_text.ToString(), _effects) { Places = _places?.ToImmutable() ?? [] };
    }

    private void AppendText(Fragment fragment)
    {
        foreach (var place in fragment.Places)
            Add(place.Shift(_text.Length));
        _text.Append(fragment.Text);
    }

    private void Add(TextPlace place) => (_places ??= ImmutableArray.CreateBuilder<TextPlace>()).Add(place);
}
