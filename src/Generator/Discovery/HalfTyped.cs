using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Discovery;

/// <summary>
/// Tells a declaration that is still being typed: nothing can be made of a method without a name or with half a parameter list, and the
/// compiler says so already. (Errors inside the body do not count; they cost the state machine, not the signatures.)
/// </summary>
internal static class HalfTyped
{
    public static bool IsComplete(MethodDeclarationSyntax declaration, IMethodSymbol method) =>
        HasCompleteHead(declaration)
        && HasDistinctNames(method.TypeParameters)
        && declaration.Parent is TypeDeclarationSyntax
        && declaration.Ancestors().All(IsCompleteContainer)
        && IsFirstOfItsKind(method);

    /// <summary>Whether the type, or a part of it, is one that the compiler does not know.</summary>
    public static bool HasError(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => HasError(array.ElementType),
        IPointerTypeSymbol pointer => HasError(pointer.PointedAtType),
        IFunctionPointerTypeSymbol function => HasError(function.Signature.ReturnType) || function.Signature.Parameters.Any(p => HasError(p.Type)),
        INamedTypeSymbol { IsUnboundGenericType: true } => false, // its arguments are none
        INamedTypeSymbol named => named.TypeArguments.Any(HasError) || (named.ContainingType is { } outer && HasError(outer)),
        _ => false,
    };

    private static bool HasCompleteHead(MethodDeclarationSyntax declaration) =>
        !IsMissing(declaration.Identifier)
        && declaration.Arity == (declaration.TypeParameterList?.Parameters.Count(p => !IsMissing(p.Identifier)) ?? 0)
        && declaration.ParameterList.Parameters.All(IsComplete)
        && !declaration.ReturnType.IsMissing
        && !declaration.ParameterList.ContainsDiagnostics
        && !declaration.ReturnType.ContainsDiagnostics
        && declaration.TypeParameterList is not { ContainsDiagnostics: true }
        && declaration.ExplicitInterfaceSpecifier is not { ContainsDiagnostics: true }
        && !declaration.ConstraintClauses.Any(clause => clause.ContainsDiagnostics);

    private static bool IsComplete(ParameterSyntax parameter) =>
        parameter.Identifier.IsKind(SyntaxKind.ArgListKeyword) || (!IsMissing(parameter.Identifier) && parameter.Type is { IsMissing: false });

    private static bool HasDistinctNames(IEnumerable<ITypeParameterSymbol> symbols)
    {
        var names = new HashSet<string>();
        return symbols.All(symbol => symbol.Name.Length > 0 && names.Add(symbol.Name));
    }

    /// <summary>A method declared twice is an error; only its first declaration counts.</summary>
    private static bool IsFirstOfItsKind(IMethodSymbol method)
    {
        var declared = method.PartialDefinitionPart ?? method;
        var first = method.ContainingType.GetMembers(declared.Name).OfType<IMethodSymbol>().FirstOrDefault(other => SameSignature.Of(other, declared));
        return SymbolEqualityComparer.Default.Equals(first, declared);
    }

    private static bool IsCompleteContainer(SyntaxNode node) => node switch
    {
        TypeDeclarationSyntax type when ExtensionBlocks.IsBlock(type) => type is { ParameterList: { ContainsDiagnostics: false, Parameters.Count: 1 }, TypeParameterList: not { ContainsDiagnostics: true } }
            && !type.ConstraintClauses.Any(clause => clause.ContainsDiagnostics),
        TypeDeclarationSyntax type => !IsMissing(type.Identifier) && type.TypeParameterList is not { ContainsDiagnostics: true },
        BaseNamespaceDeclarationSyntax space => !space.Name.IsMissing && !space.Name.ContainsDiagnostics,
        _ => true,
    };

    private static bool IsMissing(SyntaxToken identifier) => identifier.IsMissing || identifier.ValueText.Length == 0;
}
