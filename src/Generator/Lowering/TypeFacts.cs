using System.Text;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering;

/// <summary>What generated code must know of a type.</summary>
internal static class TypeFacts
{
    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The type as generated code writes it.</summary>
    public static string Text(ITypeSymbol type) => type.ToDisplayString(s_format);

    /// <summary>Whether a value of the type can hold a reference to an object.</summary>
    public static bool HoldsReferences(ITypeSymbol type) => !type.IsUnmanagedType;

    /// <summary>The type with type parameters in place of anonymous types.</summary>
    /// <param name="type">The type.</param>
    /// <param name="anonymous">The anonymous types.</param>
    /// <param name="parameter">The name of the type parameter for each, by its index.</param>
    public static string Text(ITypeSymbol type, IReadOnlyList<INamedTypeSymbol> anonymous, Func<int, string>? parameter = null)
    {
        const string Global = "global::";
        var text = new StringBuilder();
        foreach (var part in type.ToDisplayParts(s_format))
        {
            if (part.Symbol is not INamedTypeSymbol { IsAnonymousType: true } symbol)
            {
                text.Append(part);
                continue;
            }

            if (text.Length >= Global.Length && text.ToString(text.Length - Global.Length, Global.Length) == Global)
                text.Length -= Global.Length;
            text.Append((parameter ?? GeneratedNames.TypeParameter)(anonymous.TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, symbol)).Count()));
        }

        return text.ToString();
    }

    /// <summary>How many elements an inline array has, or null for any other type.</summary>
    public static int? InlineLength(ITypeSymbol type) => type is { TypeKind: TypeKind.Struct }
        ? type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { Name: "InlineArrayAttribute", ContainingNamespace.Name: "CompilerServices" })?.ConstructorArguments[0].Value as int?
        : null;

    /// <summary>Whether the type, or a part of it, has no name in C#.</summary>
    public static bool IsUnspeakable(ITypeSymbol type) => AnonymousParts(type).Count > 0;

    /// <summary>The anonymous types that the type is made of, or the type itself.</summary>
    public static IReadOnlyList<INamedTypeSymbol> AnonymousParts(params IEnumerable<ITypeSymbol> types) =>
        [.. types.SelectMany(Parts).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)];

    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { IsAnonymousType: true } anonymous => [anonymous],
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Concat(named.ContainingType is { } outer ? Parts(outer) : []),
        _ => [],
    };

    /// <summary>The file-local type that the type is or is made of, or null.</summary>
    public static INamedTypeSymbol? FileLocalPart(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => FileLocalPart(array.ElementType),
        INamedTypeSymbol { IsFileLocal: true } named => named,
        INamedTypeSymbol { IsAnonymousType: true } anonymous => anonymous.GetMembers().OfType<IPropertySymbol>().Select(p => FileLocalPart(p.Type)).FirstOrDefault(part => part is not null),
        INamedTypeSymbol named => named.TypeArguments.Select(FileLocalPart).FirstOrDefault(part => part is not null) ?? FileLocalPart(named.ContainingType),
        _ => null,
    };
}
