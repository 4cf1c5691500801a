using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Refusals;

/// <summary>A coroutine that overrides, or implements explicitly, does so with its factory too: there must be one to override.</summary>
internal static class InheritanceRules
{
    /// <summary>CORO020.</summary>
    public static IEnumerable<Refusal> OverridesCoroutine(CoroutineMethod method)
    {
        if (Overridden(method) is { } overridden && !CoroutineSymbols.IsCoroutine(overridden))
            yield return new(Rules.OverridesPlainMethod, method.NameLocation, method.Name, $"{overridden.ContainingType.Name}.{overridden.Name}");
    }

    /// <summary>CORO025: C# allows an override to return a more derived type.</summary>
    public static IEnumerable<Refusal> KeepsResult(CoroutineMethod method)
    {
        if (method.Symbol.OverriddenMethod is { } overridden && !SameSignature.OfResults(method.Symbol, overridden))
            yield return new(Rules.CovariantOverride, method.Syntax.ReturnType.GetLocation(), method.Name, Text(method.Symbol.ReturnType), Text(overridden.ReturnType));
    }

    /// <summary>False when members would override nothing: the base coroutine got none.</summary>
    public static bool BaseHasMembers(CoroutineMethod method) =>
        Overridden(method) is not { } overridden || (CoroutineSymbols.IsCoroutine(overridden) && SignatureRules.HasMembers(overridden, CancellationToken.None));

    /// <summary>Whether there is nothing to override or to implement, which C# refuses.</summary>
    public static bool OverridesNothing(CoroutineMethod method) => Overridden(method) is null && (method.Symbol.IsOverride || method.Syntax.ExplicitInterfaceSpecifier is not null);

    private static string Text(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static IMethodSymbol? Overridden(CoroutineMethod method) =>
        method.Symbol.OverriddenMethod ?? method.Symbol.ExplicitInterfaceImplementations.FirstOrDefault();
}
