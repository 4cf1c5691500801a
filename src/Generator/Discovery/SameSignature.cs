using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Discovery;

/// <summary>Compares methods as C# does when it forbids to declare two alike: by name, arity and the types of the parameters.</summary>
internal static class SameSignature
{
    public static bool Of(IMethodSymbol one, IMethodSymbol other) =>
        one.Name == other.Name && one.Arity == other.Arity && Equal(one, one.Parameters, other, other.Parameters);

    /// <summary>Whether a method has the signature of a coroutine's factory.</summary>
    public static bool OfFactory(IMethodSymbol method, IMethodSymbol coroutine) =>
        method.Name == coroutine.Name && method.Arity == coroutine.Arity
        && Equal(method, method.Parameters, coroutine, [.. WithoutHandle(coroutine)]);

    /// <summary>Whether the factories of two coroutines have one signature.</summary>
    public static bool OfFactories(IMethodSymbol one, IMethodSymbol other) =>
        one.Name == other.Name && one.Arity == other.Arity
        && Equal(one, [.. WithoutHandle(one)], other, [.. WithoutHandle(other)]);

    /// <summary>Whether two methods return one type.</summary>
    public static bool OfResults(IMethodSymbol one, IMethodSymbol other) => SameType(one.ReturnType, one, other.ReturnType, other);

    private static IEnumerable<IParameterSymbol> WithoutHandle(IMethodSymbol method) =>
        method.Parameters.Where(p => !CoroutineSymbols.IsHandle(p.Type));

    private static bool Equal(
        IMethodSymbol one, IReadOnlyList<IParameterSymbol> ones, IMethodSymbol other, IReadOnlyList<IParameterSymbol> others)
    {
        if (ones.Count != others.Count)
            return false;
        for (var i = 0; i < ones.Count; i++)
        {
            if ((ones[i].RefKind == RefKind.None) != (others[i].RefKind == RefKind.None) || !SameType(ones[i].Type, one, others[i].Type, other))
                return false;
        }

        return true;
    }

    /// <summary>Whether two types are one to an overload: names of tuple elements, nullability and <c>dynamic</c> make no difference.</summary>
    private static bool SameType(ITypeSymbol one, IMethodSymbol ofOne, ITypeSymbol other, IMethodSymbol ofOther) => (one, other) switch
    {
        (ITypeParameterSymbol a, ITypeParameterSymbol b) when IsOf(a, ofOne) && IsOf(b, ofOther) => a.Ordinal == b.Ordinal,
        (IDynamicTypeSymbol, _) => other is IDynamicTypeSymbol or { SpecialType: SpecialType.System_Object },
        (_, IDynamicTypeSymbol) => one.SpecialType == SpecialType.System_Object,
        (IArrayTypeSymbol a, IArrayTypeSymbol b) => a.Rank == b.Rank && SameType(a.ElementType, ofOne, b.ElementType, ofOther),
        (IPointerTypeSymbol a, IPointerTypeSymbol b) => SameType(a.PointedAtType, ofOne, b.PointedAtType, ofOther),
        (INamedTypeSymbol { TypeArguments.Length: > 0 } a, INamedTypeSymbol b) =>
            SymbolEqualityComparer.Default.Equals(a.OriginalDefinition, b.OriginalDefinition)
            && a.TypeArguments.Zip(b.TypeArguments, (x, y) => SameType(x, ofOne, y, ofOther)).All(same => same),
        _ => SymbolEqualityComparer.Default.Equals(one, other),
    };

    private static bool IsOf(ITypeParameterSymbol parameter, IMethodSymbol method) =>
        parameter.TypeParameterKind == TypeParameterKind.Method
        && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, method.OriginalDefinition);
}
