using CoroGen.Generator.Model;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Discovery;

/// <summary>
/// A method that implements or overrides an abstract coroutine and is not marked as one itself. CORO002 says so; the compiler must not say besides that the members are missing which nobody writes.
/// So the type gets them, as that of any coroutine that is refused; or, when nothing can be added to it, the abstract ones get bodies in this compilation, which is in error anyway.
/// </summary>
/// <param name="Signature">The signature for members of the method's own type, or null.</param>
/// <param name="Abstract">Else, which of the compilation's coroutines it would have to implement: by <see cref="SignatureModel.Key"/>.</param>
internal sealed record UnmarkedMethod(SignatureModel? Signature, EquatableArray<string> Abstract)
{
    /// <summary>Whether a declaration looks like one.</summary>
    public static bool MayBe(SyntaxNode node) => node is MethodDeclarationSyntax method
        && method.ParameterList.Parameters.Any(parameter => parameter.Type is NameSyntax name && LastOf(name) == "Co")
        && !method.AttributeLists.Any(list => list.Attributes.Any(attribute => LastOf(attribute.Name) is "Coroutine" or "CoroutineAttribute"));

    /// <summary>The method, or null when it is none of those.</summary>
    public static UnmarkedMethod? Of(GeneratorSyntaxContext found, CancellationToken cancellation)
    {
        var declaration = (MethodDeclarationSyntax)found.Node;
        if (found.SemanticModel.GetDeclaredSymbol(declaration, cancellation) is not IMethodSymbol symbol
            || CoroutineSymbols.IsCoroutine(symbol)
            || AbstractCoroutines(symbol).ToList() is not { Count: > 0 } bases
            || CoroutineMethod.Of(symbol, cancellation)?.In(found.SemanticModel) is not { } method
            || method.Syntax != declaration)
            return null;
        if (SignatureReader.Read(method, SignatureRules.Judge(method)) is { } signature)
            return new UnmarkedMethod(signature with { RefusedBy = Rules.MissingAttribute.Id }, []);
        return new UnmarkedMethod(null, bases.Where(other => MissingImplementations.MayHaveBody(other, found.SemanticModel.Compilation)).Select(other => KeyOf(other, cancellation)).OfType<string>().ToEquatable());
    }

    private static string LastOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => LastOf(qualified.Right),
        AliasQualifiedNameSyntax qualified => LastOf(qualified.Name),
        _ => ((SimpleNameSyntax)name).Identifier.ValueText,
    };

    private static IEnumerable<IMethodSymbol> AbstractCoroutines(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var implemented = type.TypeKind == TypeKind.Interface
            ? method.ExplicitInterfaceImplementations
            : type.AllInterfaces.SelectMany(other => other.GetMembers()).OfType<IMethodSymbol>().Where(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method));
        var all = method.OverriddenMethod is { } overridden ? implemented.Prepend(overridden) : implemented;
        return all.Where(other => other.IsAbstract && CoroutineSymbols.IsCoroutine(other)).Select(other => other.OriginalDefinition);
    }

    private static string? KeyOf(IMethodSymbol coroutine, CancellationToken cancellation) =>
        CoroutineMethod.Of(coroutine, cancellation) is { } method && SignatureReader.Read(method, SignatureRules.Judge(method)) is { } signature ? signature.Key : null;
}
