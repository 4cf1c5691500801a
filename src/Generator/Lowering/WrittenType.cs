using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering;

/// <summary>A type as generated code writes it.</summary>
/// <param name="Text">The type, with type parameters in place of the anonymous types that it is made of: <c>List&lt;__T1&gt;</c>.</param>
/// <param name="Anonymous">Those anonymous types.</param>
internal sealed record WrittenType(string Text, IReadOnlyList<INamedTypeSymbol> Anonymous)
{
    public static WrittenType Of(ITypeSymbol type) => Of(type, TypeFacts.AnonymousParts(type));

    /// <summary>The type where other anonymous types have type parameters, too.</summary>
    public static WrittenType Of(ITypeSymbol type, IReadOnlyList<INamedTypeSymbol> anonymous) => new(TypeFacts.Text(type, anonymous), anonymous);

    /// <summary>Whether the text says it all, so that it can stand anywhere.</summary>
    public bool IsNamed => Anonymous.Count == 0;

    /// <summary>The type of a parameter or field that can hold its values.</summary>
    public string Stored => IsNamed ? Text : "object";

    /// <summary>A type that is made of all of these, whose values are null: it carries type arguments that have no name.</summary>
    public static string Carrier(IEnumerable<string> types) => types.Reverse().Aggregate("", (rest, type) => $"global::System.Action<{type}{(rest.Length == 0 ? "" : ", " + rest)}>");
}
