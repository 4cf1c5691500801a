using CoroGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Blocking;

/// <summary>Where the code of a type writes a member, as far as the syntax tells.</summary>
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
}
