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

    /// <summary>Whether the type, or a part of it, has no name in C#.</summary>
    public static bool IsUnspeakable(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } => true,
        IArrayTypeSymbol array => IsUnspeakable(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnspeakable) || (named.ContainingType is { } outer && IsUnspeakable(outer)),
        _ => false,
    };

    /// <summary>The file-local type that the type is or is made of, or null.</summary>
    public static INamedTypeSymbol? FileLocalPart(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => FileLocalPart(array.ElementType),
        INamedTypeSymbol { IsFileLocal: true } named => named,
        INamedTypeSymbol named => named.TypeArguments.Select(FileLocalPart).FirstOrDefault(part => part is not null) ?? FileLocalPart(named.ContainingType),
        _ => null,
    };
}
