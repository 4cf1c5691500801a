using CoroGen.Generator.Discovery;
using CoroGen.Generator.Emission;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Refusals;

/// <summary>The factory, the coroutine's name without its handle, must be free; and so must the names of the other generated members.</summary>
internal static class FactoryRules
{
    /// <summary>CORO007.</summary>
    public static IEnumerable<Refusal> Clash(CoroutineMethod method)
    {
        if (!method.Handles.Any())
            yield break;
        var clashing = !IsLeftToTheLanguage(method.Symbol) && (HasOverload(method.Symbol) || HidesInherited(method.Symbol));
        if (clashing)
            yield return new(Rules.FactoryClash, method.NameLocation, method.Name, Factory(method.Symbol));
        else if (ClashesWithGeneratedNames(method))
            yield return new(Rules.FactoryClash, method.NameLocation, method.Name, GeneratedNames.Frame(UniqueNames.Of(method.Symbol)));
    }

    /// <summary>
    /// Beside <c>void Dispose()</c> and <c>bool MoveNext()</c>, which C# calls by itself, a coroutine of that name stands in for them; it has
    /// no factory. An interface's method counts too, however it is implemented.
    /// </summary>
    public static bool IsLeftToTheLanguage(IMethodSymbol coroutine)
    {
        var first = FirstDeclaration(coroutine);
        return first.Name is "Dispose" or "MoveNext" && WithBases(first.ContainingType).Concat(first.ContainingType.AllInterfaces)
            .SelectMany(type => type.GetMembers(first.Name).OfType<IMethodSymbol>())
            .Any(method => SameSignature.OfFactory(method, first) && IsCalledByTheLanguage(method));
    }

    /// <summary>An override, or an explicit implementation, has a factory when what it overrides has one.</summary>
    private static IMethodSymbol FirstDeclaration(IMethodSymbol coroutine) =>
        (coroutine.OverriddenMethod ?? coroutine.ExplicitInterfaceImplementations.FirstOrDefault()) is { } overridden ? FirstDeclaration(overridden.OriginalDefinition) : coroutine;

    /// <summary>Whether something else than a method has the name, which C# refuses: the type itself, a field, a nested type.</summary>
    public static bool IsNameTaken(IMethodSymbol coroutine) =>
        coroutine.Name == coroutine.ContainingType.Name || coroutine.ContainingType.GetMembers(coroutine.Name).Any(member => member is not IMethodSymbol);

    public static bool ClashesWithGeneratedNames(CoroutineMethod method) =>
        method.Symbol.ContainingType.GetMembers(GeneratedNames.Frame(UniqueNames.Of(method.Symbol))).Any(IsWritten)
        || method.Symbol.ContainingType.GetMembers(GeneratedNames.Run(CoroutineSymbols.SimpleName(method.Symbol))).Any(IsWritten);

    private static bool IsCalledByTheLanguage(IMethodSymbol method) =>
        IsWritten(method) && (method.Name == "Dispose" ? method.ReturnsVoid : method.ReturnType.SpecialType == SpecialType.System_Boolean);

    /// <summary>Another method like the factory, or a coroutine declared before whose factory is the same.</summary>
    private static bool HasOverload(IMethodSymbol coroutine)
    {
        var declared = coroutine.PartialDefinitionPart ?? coroutine;
        var methods = coroutine.ContainingType.GetMembers(coroutine.Name).OfType<IMethodSymbol>().Where(IsWritten).ToList();
        return methods.Any(method => SameSignature.OfFactory(method, coroutine))
            || methods.TakeWhile(method => !SymbolEqualityComparer.Default.Equals(method, declared))
                .Any(method => CoroutineSymbols.IsCoroutine(method) && SameSignature.OfFactories(method, coroutine));
    }

    /// <summary>A base class's method like the factory that is no factory itself: hiding it would change what the user's calls mean.</summary>
    private static bool HidesInherited(IMethodSymbol coroutine) =>
        coroutine.MethodKind != MethodKind.ExplicitInterfaceImplementation
        && WithBases(coroutine.ContainingType.BaseType).Any(type => type.GetMembers(coroutine.Name).OfType<IMethodSymbol>().Any(method =>
            IsWritten(method)
            && method.DeclaredAccessibility != Accessibility.Private
            && SameSignature.OfFactory(method, coroutine)
            && !CoroutineSymbols.CoroutinesNamed(type, coroutine.Name).Any(other => SameSignature.OfFactories(other, coroutine))));

    private static bool IsWritten(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.All(reference => !FileEmitter.Wrote(reference.SyntaxTree));

    private static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    private static string Factory(IMethodSymbol coroutine)
    {
        var parameters = coroutine.Parameters.Where(p => !CoroutineSymbols.IsHandle(p.Type));
        return $"{coroutine.Name}({string.Join(", ", parameters.Select(p => p.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)))})";
    }
}
