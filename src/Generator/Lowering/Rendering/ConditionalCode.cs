using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Rendering;

/// <summary>Tells which parts of an expression are evaluated whenever it is.</summary>
internal static class ConditionalCode
{
    /// <summary>Whether evaluating the root always evaluates the node.</summary>
    public static bool AlwaysRuns(SyntaxNode node, SyntaxNode root)
    {
        for (var child = node; child != root && child.Parent is { } parent; child = parent)
        {
            if (child is StatementSyntax || MayBeSkipped(child, parent))
                return false;
        }

        return true;
    }

    private static bool MayBeSkipped(SyntaxNode child, SyntaxNode parent) => parent switch
    {
        BinaryExpressionSyntax binary => child == binary.Right && binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression,
        AssignmentExpressionSyntax assignment => child == assignment.Right && assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression)
            || child == assignment.Right && assignment.Left is ConditionalAccessExpressionSyntax,
        ConditionalExpressionSyntax conditional => child != conditional.Condition,
        ConditionalAccessExpressionSyntax access => child == access.WhenNotNull,
        SwitchExpressionSyntax choice => child != choice.GoverningExpression,
        IsPatternExpressionSyntax test => child == test.Pattern,
        _ => DeferredCode.BecomesDelegate(child, parent),
    };
}
