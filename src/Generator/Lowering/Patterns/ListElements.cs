using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Generator.Lowering.Patterns;

/// <summary>What a list pattern reads: <c>[p, .., q]</c> → <c>x.Length</c>, <c>x[0]</c>, <c>x[length - 1]</c>.</summary>
internal sealed class ListElements(IListPatternOperation pattern, Place list)
{
    private readonly int _slice = pattern.Patterns.ToList().FindIndex(part => part is ISlicePatternOperation);

    public Fragment Length => Fragment.Of($"{list.Value}.{pattern.LengthSymbol!.Name}");

    public bool HasSlice => _slice >= 0;

    /// <summary>How many elements there have to be.</summary>
    public int Count => pattern.Patterns.Length - (HasSlice ? 1 : 0);

    /// <summary>The parts that read something, each with its place and the text that reads it.</summary>
    /// <param name="length">The length as it was read: the list may have another one by now.</param>
    public IEnumerable<(IPatternOperation Part, Place Element, Fragment Value)> Elements(Place length)
    {
        for (var i = 0; i < pattern.Patterns.Length; i++)
        {
            var fromEnd = pattern.Patterns.Length - i;
            switch (pattern.Patterns[i])
            {
                case IDiscardPatternOperation or ISlicePatternOperation { Pattern: null or IDiscardPatternOperation }:
                    break;
                case ISlicePatternOperation { Pattern: { } part } slice:
                    yield return (part, list.Slice(i, fromEnd - 1) with { Type = part.InputType }, Slice(slice, i, fromEnd - 1, length));
                    break;
                case var part when !HasSlice || i < _slice:
                    yield return (part, list.Element(i) with { Type = part.InputType }, Fragment.Of($"{list.Value}[{i}]"));
                    break;
                case var part:
                    yield return (part, list.ElementFromEnd(fromEnd) with { Type = part.InputType }, FromEnd(fromEnd, length));
                    break;
            }
        }
    }

    private Fragment FromEnd(int fromEnd, Place length) =>
        pattern.IndexerSymbol is IPropertySymbol { Parameters: [{ Type.SpecialType: not SpecialType.System_Int32 }] }
            ? Fragment.Of($"{list.Value}[^{fromEnd}]")
            : Fragment.Of($"{list.Value}[{length.Value} - {fromEnd}]");

    private Fragment Slice(ISlicePatternOperation slice, int before, int after, Place length) => slice.SliceSymbol is IMethodSymbol method
        ? Fragment.Of($"{list.Value}.{method.Name}({before}, {length.Value} - {before + after})")
        : Fragment.Of($"{list.Value}[{before}..^{after}]");
}
