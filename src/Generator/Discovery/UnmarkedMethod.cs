using System.Collections.Immutable;
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
    /// <summary>The declarations of a file that look like one.</summary>
    public static ImmutableArray<MethodDeclarationSyntax> In(SyntaxTree tree, CancellationToken cancellation) =>
        [.. tree.GetRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MethodDeclarationSyntax>().Where(MayBe)];

    private static bool MayBe(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.Any(parameter => parameter.Type is NameSyntax name && LastOf(name) == "Co")
        && !method.AttributeLists.Any(list => list.Attributes.Any(attribute => LastOf(attribute.Name) is "Coroutine" or "CoroutineAttribute"));

    /// <summary>The method, or null when it is none of those.</summary>
    public static UnmarkedMethod? Of(MethodDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        var model = compilation.GetSemanticModel(declaration.SyntaxTree);
        if (model.GetDeclaredSymbol(declaration, cancellation) is not IMethodSymbol symbol
            || CoroutineSymbols.IsCoroutine(symbol)
            || AbstractCoroutines(symbol).ToList() is not { Count: > 0 } bases
            || CoroutineMethod.Of(symbol, cancellation)?.In(model, cancellation) is not { } method
            || method.Syntax != declaration)
            return null;
        if (SignatureReader.Read(method, SignatureRules.Judge(method)) is { } signature)
            return new UnmarkedMethod(signature with { RefusedBy = Rules.MissingAttribute.Id }, []);
        return new UnmarkedMethod(null, bases.Where(other => MissingImplementations.MayHaveBody(other, compilation)).Select(other => KeyOf(other, cancellation)).OfType<string>().ToEquatable());
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
