using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Discovery;

/// <summary>The modifiers that factory and resume method share with the coroutine: all of its own but <c>async</c>, <c>extern</c> and <c>partial</c>.</summary>
internal static class ModifierReader
{
    public static string Read(CoroutineMethod method)
    {
        var symbol = method.Symbol;
        var isInInterface = symbol.ContainingType.TypeKind == TypeKind.Interface;
        var isExplicit = symbol.MethodKind == MethodKind.ExplicitInterfaceImplementation;
        var modifiers = new List<string>();
        if (!isExplicit)
            modifiers.Add(Accessibility(symbol.DeclaredAccessibility));
        if (Has(method, SyntaxKind.NewKeyword))
            modifiers.Add("new");
        if (symbol.IsStatic)
            modifiers.Add("static");
        modifiers.AddRange(isInInterface ? InterfaceInheritance(method) : Inheritance(symbol));
        if (Has(method, SyntaxKind.ReadOnlyKeyword))
            modifiers.Add("readonly");
        if (Has(method, SyntaxKind.UnsafeKeyword))
            modifiers.Add("unsafe");
        return string.Concat(modifiers.Where(modifier => modifier.Length > 0).Select(modifier => modifier + " "));
    }

    /// <summary>Whether the resume method is reached by dispatch, so that it needs a body of its own name for the frame to come back to.</summary>
    public static bool IsDispatched(IMethodSymbol method) =>
        method.IsVirtual || method.IsOverride || method.MethodKind == MethodKind.ExplicitInterfaceImplementation;

    private static string Accessibility(Accessibility accessibility) => accessibility switch
    {
        Microsoft.CodeAnalysis.Accessibility.Public => "public",
        Microsoft.CodeAnalysis.Accessibility.Internal => "internal",
        Microsoft.CodeAnalysis.Accessibility.Protected => "protected",
        Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal => "protected internal",
        Microsoft.CodeAnalysis.Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };

    private static IEnumerable<string> Inheritance(IMethodSymbol method)
    {
        if (method.IsSealed)
            yield return "sealed";
        if (method.IsAbstract)
            yield return "abstract";
        if (method.IsVirtual)
            yield return "virtual";
        if (method.IsOverride)
            yield return "override";
    }

    /// <summary>In an interface, a member is abstract or virtual without saying so, unless it is static.</summary>
    private static IEnumerable<string> InterfaceInheritance(CoroutineMethod method) => new[]
    {
        (Kind: SyntaxKind.SealedKeyword, Text: "sealed"),
        (Kind: SyntaxKind.AbstractKeyword, Text: "abstract"),
        (Kind: SyntaxKind.VirtualKeyword, Text: "virtual"),
    }.Where(modifier => Has(method, modifier.Kind)).Select(modifier => modifier.Text);

    private static bool Has(CoroutineMethod method, SyntaxKind modifier) => method.Syntax.Modifiers.Any(modifier);
}
