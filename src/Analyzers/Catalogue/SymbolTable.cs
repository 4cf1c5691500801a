using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>What documentation ids mean in a compilation: a type, a field, an exact member, or, without parameters, all overloads.</summary>
internal static class SymbolTable
{
    /// <summary>The symbols of an entry: those overloads that its options name.</summary>
    public static IEnumerable<ISymbol> Of(CatalogueEntry entry, Compilation compilation) => Named(entry.Id, compilation).Where(symbol => IsMeant(symbol, entry));

    /// <summary>The last name in an id: that of the member or type that it means, as metadata has it, without the number of type parameters.</summary>
    public static string SimpleName(string id)
    {
        var end = id.IndexOf('(');
        var name = end < 0 ? id.Substring(id.LastIndexOf('.') + 1) : id.Substring(id.LastIndexOf('.', end) + 1, end - id.LastIndexOf('.', end) - 1);
        var arity = name.IndexOf('`');
        return (arity < 0 ? name : name.Substring(0, arity)).Replace('#', '.');
    }

    /// <summary>The same of a symbol.</summary>
    public static string SimpleName(ISymbol symbol) => symbol is IPropertySymbol { IsIndexer: true } ? symbol.MetadataName : symbol.Name;

    /// <summary>The member as it was declared, without type arguments.</summary>
    public static ISymbol Definition(ISymbol member) => (member is IMethodSymbol { ReducedFrom: { } extension } ? extension : member).OriginalDefinition;

    /// <summary>The member, those that it overrides, and those of interfaces that it implements.</summary>
    public static IEnumerable<ISymbol> Declarations(ISymbol member)
    {
        for (ISymbol? declared = member; declared is not null; declared = Overridden(declared))
            yield return declared.OriginalDefinition;
        if (member.IsStatic || member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            yield break;
        foreach (var declared in type.AllInterfaces.SelectMany(i => i.GetMembers(member.Name.Substring(member.Name.LastIndexOf('.') + 1))))
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), member))
                yield return declared.OriginalDefinition;
        }
    }

    /// <summary>Whether a parameter says how long to wait.</summary>
    public static bool IsTimeout(IParameterSymbol parameter) =>
        (parameter.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 || parameter.Type.Name == nameof(TimeSpan))
        && (Has(parameter, "timeout") || Has(parameter, "seconds"));

    private static IEnumerable<ISymbol> Named(string id, Compilation compilation)
    {
        if (id.Contains('(') || !(id[0] is 'M' or 'P'))
            return DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation);
        var dot = id.LastIndexOf('.');
        if (dot < 2)
            return [];
        var name = id.Substring(dot + 1).Replace('#', '.');
        return DocumentationCommentId.GetSymbolsForDeclarationId("T:" + id.Substring(2, dot - 2), compilation)
            .OfType<INamedTypeSymbol>()
            .SelectMany(type => type.GetMembers(name));
    }

    private static bool IsMeant(ISymbol symbol, CatalogueEntry entry)
    {
        var parameters = symbol is IMethodSymbol method ? method.Parameters : [];
        return (!entry.OnlyWithTimeout || parameters.Any(IsTimeout))
            && (entry.With is not { } type || parameters.Any(parameter => $"{parameter.Type.ContainingNamespace?.ToDisplayString()}.{parameter.Type.Name}" == type));
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static bool Has(IParameterSymbol parameter, string word) => parameter.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
