using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Discovery;

/// <summary>Recognises the few types and methods of the runtime that the language is made of.</summary>
internal static class CoroutineSymbols
{
    private const string Handle = "Co";
    private const string Namespace = "CoroGen";

    /// <summary>Whether the type is <c>Co</c>, the handle.</summary>
    public static bool IsHandle(ITypeSymbol? type) =>
        type is { Name: Handle, ContainingType: null, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether the type is <c>CoAction</c> or <c>CoFunc&lt;T&gt;</c>, what a coroutine lambda is converted to.</summary>
    public static bool IsCoroutineDelegate(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Delegate, Name: "CoAction" or "CoFunc", ContainingType: null, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether the method is marked <c>[Coroutine]</c>.</summary>
    public static bool IsCoroutine(IMethodSymbol method) => WellKnownAttributes.SuspensionKindOf(method) == SuspensionKind.Coroutine;

    /// <summary>The <c>[Coroutine]</c> attribute of the method, or null.</summary>
    public static AttributeData? AttributeOf(ISymbol method) =>
        method.GetAttributes().FirstOrDefault(attribute => FullNames.Is(attribute.AttributeClass, WellKnownAttributes.Coroutine));

    /// <summary>The coroutines of a type that go by one name, explicit implementations among them, in the order of their declaration.</summary>
    public static IEnumerable<IMethodSymbol> CoroutinesNamed(INamedTypeSymbol type, string name) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(method => SimpleName(method) == name && IsCoroutine(method));

    /// <summary>The method's name without the interface of an explicit implementation.</summary>
    public static string SimpleName(IMethodSymbol method) =>
        method.MethodKind == MethodKind.ExplicitInterfaceImplementation ? method.Name.Substring(method.Name.LastIndexOf('.') + 1) : method.Name;
}
