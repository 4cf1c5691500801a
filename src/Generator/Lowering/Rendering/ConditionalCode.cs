using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Rendering;

/// <summary>
/// Tells when the parts of an expression have been evaluated: C#'s rules of definite assignment, as far as conditions go. After
/// <c>a &amp;&amp; M(out x)</c> that is true <c>x</c> is assigned, and after <c>!(o is T x)</c> that is false.
/// </summary>
internal static class ConditionalCode
{
    /// <summary>When the node has been evaluated, seen from the root.</summary>
    /// <param name="node">The node.</param>
    /// <param name="root">An expression or statement round it.</param>
    /// <param name="own">When the node itself, as a condition, has done what is asked for: <see cref="Certainty.WhenTrue"/> for a pattern's variables.</param>
    public static Certainty Of(SyntaxNode node, SyntaxNode root, Certainty own = Certainty.Always)
    {
        var certainty = own;
        for (var child = node; child != root && child.Parent is { } parent && certainty != Certainty.Never; child = parent)
            certainty = child is StatementSyntax ? Certainty.Never : Step(certainty, child, parent);
        return certainty;
    }

    private static Certainty Step(Certainty certainty, SyntaxNode child, SyntaxNode parent) => certainty switch
    {
        Certainty.WhenTrue => parent switch
        {
            ParenthesizedExpressionSyntax => Certainty.WhenTrue,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => Certainty.WhenFalse,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } => Certainty.WhenTrue,
            _ => Certainty.Never,
        },
        Certainty.WhenFalse => parent switch
        {
            ParenthesizedExpressionSyntax => Certainty.WhenFalse,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } => Certainty.WhenTrue,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } => Certainty.WhenFalse,
            _ => Certainty.Never,
        },
        _ => Evaluated(child, parent),
    };

    private static Certainty Evaluated(SyntaxNode child, SyntaxNode parent) => parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } binary when child == binary.Right => Certainty.WhenTrue,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } binary when child == binary.Right => Certainty.WhenFalse,
        _ => MayBeSkipped(child, parent) ? Certainty.Never : Certainty.Always,
    };

    private static bool MayBeSkipped(SyntaxNode child, SyntaxNode parent) => parent switch
    {
        BinaryExpressionSyntax binary => child == binary.Right && binary.IsKind(SyntaxKind.CoalesceExpression),
        AssignmentExpressionSyntax assignment => child == assignment.Right && assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression),
        ConditionalExpressionSyntax conditional => child != conditional.Condition,
        ConditionalAccessExpressionSyntax access => child == access.WhenNotNull,
        SwitchExpressionSyntax choice => child != choice.GoverningExpression,
        IsPatternExpressionSyntax test => child == test.Pattern,
        _ => DeferredCode.BecomesDelegate(child, parent),
    };
}
