using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Patterns;

/// <summary>The input of a switch, or a part of it. An element is the same whether a pattern sees it in the list or in a slice of it, as in C#.</summary>
/// <param name="Value">The text that has its value.</param>
/// <param name="Type">The type that is known of it.</param>
/// <param name="Path">The members that lead to it from the input. What types they were tested for does not matter.</param>
internal sealed record Place(Fragment Value, ITypeSymbol Type, string Path = "")
{
    private string? _list;
    private int _before;
    private int _after;

    /// <summary>The value of a member.</summary>
    public Place Part(string member, ITypeSymbol type, Fragment? value = null) => new(value ?? Value, type, $"{Path}.{member}");

    public Place Element(int index) => new(Value, Type, $"{_list ?? Path}[{_before + index}]");

    public Place ElementFromEnd(int index) => new(Value, Type, $"{_list ?? Path}[^{_after + index}]");

    /// <summary>All elements but some at the beginning and the end.</summary>
    public Place Slice(int before, int after)
    {
        var (list, from, to) = (_list ?? Path, _before + before, _after + after);
        return new Place(Value, Type, $"{list}[{from}..^{to}]") { _list = list, _before = from, _after = to };
    }
}
