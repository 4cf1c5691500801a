using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering;

/// <summary>Tells what in a body does not run where it stands, but later, as a delegate of its own.</summary>
internal static class DeferredCode
{
    /// <summary>
    /// Whether <paramref name="parent"/> is a lambda, or a query clause that makes a delegate of its part <paramref name="child"/>. The sources of a
    /// query and of its joins are evaluated at once.
    /// </summary>
    public static bool BecomesDelegate(SyntaxNode child, SyntaxNode parent) => parent switch
    {
        AnonymousFunctionExpressionSyntax => true,
        FromClauseSyntax from => from.Parent is not QueryExpressionSyntax,
        JoinClauseSyntax join => child != join.InExpression,
        LetClauseSyntax or WhereClauseSyntax or OrderingSyntax or SelectClauseSyntax or GroupClauseSyntax => true,
        _ => false,
    };

    /// <summary>The innermost function round the node and inside the body, in words, or null.</summary>
    public static string? FunctionAround(SyntaxNode node, SyntaxNode body)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null && child != body; (child, parent) = (parent, parent.Parent))
        {
            if (parent is LocalFunctionStatementSyntax)
                return "a local function";
            if (BecomesDelegate(child, parent))
                return parent is AnonymousFunctionExpressionSyntax ? "a lambda" : "a query clause";
        }

        return null;
    }
}
