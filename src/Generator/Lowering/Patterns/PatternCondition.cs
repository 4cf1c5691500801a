using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Rendering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Generator.Lowering.Patterns;

/// <summary>
/// A pattern as conditions one after the other, so that each of its reads can be a cached one:
/// <code>
/// C { P: 1, Q: var q }
/// becomes
/// x is C t1 &amp;&amp; read(t2, t1.P) &amp;&amp; t2 is 1 &amp;&amp; t1 is { Q: var t3 }
/// </code>
/// Parts without a cached read stay as they are.
/// </summary>
internal sealed class PatternCondition
{
    private readonly CachedReads _reads;
    private readonly LoweringContext _context;
    private readonly List<Fragment> _tests = [];

    private PatternCondition(CachedReads reads, LoweringContext context) => (_reads, _context) = (reads, context);

    /// <summary>The conditions that the pattern makes of its input.</summary>
    public static IReadOnlyList<Fragment> Of(IPatternOperation pattern, Place input, CachedReads reads, LoweringContext context)
    {
        var condition = new PatternCondition(reads, context);
        condition.Add(pattern, input);
        return condition._tests;
    }

    private void Add(IPatternOperation pattern, Place place)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                break;
            case { Syntax: PatternSyntax syntax } when !_reads.Concern(pattern):
                _tests.Add(Verbatim(syntax, place));
                break;
            case IDeclarationPatternOperation:
                Test($"{place.Value} is var {NameOf(pattern.Syntax)}");
                break;
            case INegatedPatternOperation not:
                Test($"!({All(not.Pattern, place)})");
                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                Test($"({All(or.LeftPattern, place)} || {All(or.RightPattern, place)})");
                break;
            case IBinaryPatternOperation and:
                AddBoth(and, place);
                break;
            case IRecursivePatternOperation members:
                AddMembers(members, place);
                break;
            case IListPatternOperation list:
                AddElements(list, place);
                break;
            default:
                throw new InvalidOperationException($"No condition for {pattern.Kind}.");
        }
    }

    private void Test(FragmentBuilder test) => _tests.Add(test.Build());

    private Fragment All(IPatternOperation pattern, Place place) =>
        Of(pattern, place, _reads, _context) is { Count: > 0 } tests ? Fragment.Join(tests, " && ") : Fragment.Plain("true");

    /// <summary>A name in a pattern may be a type or a constant; after <c>is</c> without parentheses C# would take it for a type first.</summary>
    private Fragment Verbatim(PatternSyntax pattern, Place place) => pattern is ConstantPatternSyntax { Expression: not LiteralExpressionSyntax }
        ? Fragment.Of($"{place.Value} is ({_context.Render(pattern)})")
        : Fragment.Of($"{place.Value} is {_context.Render(pattern)}");

    /// <summary>What the left pattern tells of the type, the right one knows.</summary>
    private void AddBoth(IBinaryPatternOperation both, Place place)
    {
        Add(both.LeftPattern, place);
        var known = both.RightPattern.InputType;
        Add(both.RightPattern, SymbolEqualityComparer.Default.Equals(known, place.Type) ? place : Enter(place, known, null, null));
    }

    private void AddMembers(IRecursivePatternOperation pattern, Place outer)
    {
        var syntax = pattern.Syntax as RecursivePatternSyntax;
        var place = Enter(outer, pattern.MatchedType, syntax?.Type, syntax?.Designation);
        if (!pattern.DeconstructionSubpatterns.All(part => part is IDiscardPatternOperation))
            AddPositions(pattern, place);
        foreach (var member in pattern.PropertySubpatterns)
        {
            if (member.Syntax is SubpatternSyntax written && !_reads.Concern(member))
                Test($"{place.Value} is {{ {_context.Render(written)} }}");
            else if (member is { Member: IMemberReferenceOperation { Member: var symbol, Type: { } type }, Pattern: not IDiscardPatternOperation })
                Add(member.Pattern, Read(Fragment.Of($"{place.Value}.{VariableTable.Escaped(symbol.Name)}"), place.Part(symbol.ToDisplayString(), type)));
        }
    }

    private void AddPositions(IRecursivePatternOperation pattern, Place place)
    {
        var parts = pattern.DeconstructionSubpatterns;
        if (place.Type.IsTupleType)
        {
            for (var i = 0; i < parts.Length; i++)
                Add(parts[i], place.Part($"Item{i + 1}", parts[i].InputType, Fragment.Of($"{place.Value}.Item{i + 1}")));
            return;
        }

        var names = parts.Select(_ => _context.Variables.NewDesignator()).ToList();
        var values = names.Select(Fragment.Plain).ToList();
        var deconstruction = Fragment.Of($"{place.Value} is ({string.Join(", ", names.Select(name => $"var {name}"))}) {{ }}");
        var whole = place.Part(pattern.DeconstructSymbol?.ToDisplayString() ?? "", place.Type);
        // A tuple behind an object is asked again: it cannot change.
        if (pattern.DeconstructSymbol is IMethodSymbol)
            deconstruction = _reads.Once(whole.Path, parts.Select(part => part.InputType), v => Fragment.Join([deconstruction, .. v.Select((variable, i) => PatternVariables.Binding(variable, names[i], Certainty.Never))], " && "), out values);
        _tests.Add(deconstruction);
        for (var i = 0; i < parts.Length; i++)
            Add(parts[i], whole.Part($"{i}", parts[i].InputType, values[i]));
    }

    private void AddElements(IListPatternOperation pattern, Place outer)
    {
        var place = Enter(outer, pattern.NarrowedType, null, (pattern.Syntax as ListPatternSyntax)?.Designation);
        var list = new ListElements(pattern, place);
        var length = Read(list.Length, place.Part(pattern.LengthSymbol!.Name, _context.Model.Compilation.GetSpecialType(SpecialType.System_Int32)));
        Test($"{length.Value} {(list.HasSlice ? ">=" : "==")} {list.Count}");
        foreach (var (part, element, value) in list.Elements(length))
            Add(part, Read(value, element));
    }

    /// <summary>Tests that there is an object of the type, and gives it a name.</summary>
    private Place Enter(Place outer, ITypeSymbol type, TypeSyntax? written, VariableDesignationSyntax? designation)
    {
        var own = designation is SingleVariableDesignationSyntax ? NameOf(designation) : null;
        var isSame = SymbolEqualityComparer.Default.Equals(outer.Type, type);
        if (isSame && type.IsValueType)
        {
            // Its members are read where it is: a getter may change it.
            if (own is not null)
                Test($"{outer.Value} is var {own}");
            return outer;
        }

        var name = own ?? _context.Variables.NewDesignator();
        var text = written is not null ? _context.Render(written)
            : isSame || outer.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? Fragment.Plain("{ }")
            : Fragment.Plain(TypeFacts.Text(type.WithNullableAnnotation(NullableAnnotation.None)));
        Test($"{outer.Value} is {text} {name}");
        return outer with { Value = Fragment.Plain(name), Type = type };
    }

    /// <summary>Reads a part, once; its place is the variable then.</summary>
    private Place Read(Fragment value, Place part)
    {
        _tests.Add(_reads.Once(part.Path, [part.Type], variables => PatternVariables.Binding(variables[0], value, Certainty.Never), out var values));
        return part with { Value = values[0] };
    }

    /// <summary>The name that stands for the pattern's own variable.</summary>
    private string NameOf(SyntaxNode designation) => _context.Replacements[designation].Text;
}
