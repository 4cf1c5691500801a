using CoroGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Blocking;

/// <summary>Where the code of a type writes a member, as far as the syntax tells, and what.</summary>
internal static class MemberWrites
{
    /// <summary>What somebody wrote of the type. The state machines do the same.</summary>
    public static IEnumerable<SyntaxNode> CodeOf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Where(declaration => !FileEmitter.Wrote(declaration.SyntaxTree)).Select(declaration => declaration.GetSyntax());

    /// <summary>The assignments to what has the name, and references to it that others may write through.</summary>
    public static IEnumerable<SyntaxNode> To(string name, SyntaxNode code)
    {
        return code.DescendantNodes().Where(node => node switch
        {
            AssignmentExpressionSyntax { Left: var target } => Names(target),
            ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: var target } => Names(target),
            RefExpressionSyntax { Expression: var target } => Names(target),
            _ => false,
        });

        bool Names(SyntaxNode target) => target.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(written => written.Identifier.ValueText == name && !(written.Parent is MemberAccessExpressionSyntax access && access.Expression == written));
    }

    /// <summary>The initializer of a variable, and what the code of its type assigns; null for what is written in another way. Of a local the initializer only.</summary>
    public static IEnumerable<IOperation?> ValuesOf(ISymbol variable, MethodBodies bodies)
    {
        foreach (var initializer in variable.DeclaringSyntaxReferences.Select(declaration => InitializerOf(declaration.GetSyntax())).OfType<ExpressionSyntax>())
            yield return bodies.OperationOf(initializer, CancellationToken.None);
        if (variable is ILocalSymbol)
            yield break;
        foreach (var write in CodeOf(variable.ContainingType).SelectMany(code => To(variable.Name, code)))
        {
            if (write is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax or MemberAccessExpressionSyntax, Left: var target, Right: var value })
                yield return null;
            else if (SymbolEqualityComparer.Default.Equals(bodies.ModelOf(target.SyntaxTree).GetSymbolInfo(target).Symbol?.OriginalDefinition, variable) && !write.IsKind(SyntaxKind.SubtractAssignmentExpression))
                yield return bodies.OperationOf(value, CancellationToken.None);
        }
    }

    private static ExpressionSyntax? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    };
}
