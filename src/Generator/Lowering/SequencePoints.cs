using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator.Lowering;

/// <summary>
/// Where a debugger can stop in the user's code: statements, the heads of those that contain others, braces, the bodies of functions. The C# compiler
/// decides it so, and the resume method has to stop at the same places.
/// </summary>
internal static class SequencePoints
{
    /// <summary>All in a body, by where they begin. In a hole of an interpolated string there is no room for a directive.</summary>
    public static Dictionary<int, TextSpan> In(SyntaxNodes body)
    {
        var points = new Dictionary<int, TextSpan>();
        foreach (var node in body.Outside(static node => node is InterpolationSyntax))
        {
            if (node is ExpressionSyntax and not (AnonymousFunctionExpressionSyntax or SwitchExpressionSyntax))
                continue;
            foreach (var point in Of(node))
                points[point.Start] = point;
        }

        return points;
    }

    /// <summary>Where a statement begins that contains suspensions, unless its form has places of its own.</summary>
    public static TextSpan? OfStart(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax => statement.Span,
        IfStatementSyntax choice => OfHead(choice),
        SwitchStatementSyntax choice => OfHead(choice),
        LockStatementSyntax node => OfHead(node),
        _ => null,
    };

    /// <summary><c>if (c)</c>.</summary>
    public static TextSpan OfHead(IfStatementSyntax node) => Between(node.IfKeyword, node.CloseParenToken);

    /// <summary><c>while (c)</c>.</summary>
    public static TextSpan OfHead(WhileStatementSyntax node) => Between(node.WhileKeyword, node.CloseParenToken);

    /// <summary><c>while (c);</c>.</summary>
    public static TextSpan OfTest(DoStatementSyntax node) => Between(node.WhileKeyword, node.SemicolonToken);

    /// <summary><c>switch (x)</c>.</summary>
    public static TextSpan OfHead(SwitchStatementSyntax node) => Between(node.SwitchKeyword, node.OpenBraceToken.GetPreviousToken());

    /// <summary><c>using (x)</c>.</summary>
    public static TextSpan OfHead(UsingStatementSyntax node) => Between(node.UsingKeyword, node.CloseParenToken);

    /// <summary><c>lock (x)</c>.</summary>
    public static TextSpan OfHead(LockStatementSyntax node) => Between(node.LockKeyword, node.CloseParenToken);

    /// <summary><c>catch (E e)</c>, or its filter.</summary>
    public static TextSpan OfHead(CatchClauseSyntax node) => node.Filter is { } filter
        ? filter.Span
        : TextSpan.FromBounds(node.SpanStart, (node.Declaration?.Span ?? node.CatchKeyword.Span).End);

    /// <summary><c>T x</c> or <c>var (x, y)</c>, where an element is taken.</summary>
    public static TextSpan OfVariable(CommonForEachStatementSyntax node) => node is ForEachStatementSyntax { Type: var type, Identifier: var name }
        ? TextSpan.FromBounds(type.SpanStart, name.Span.End)
        : ((ForEachVariableStatementSyntax)node).Variable.Span;

    /// <summary>A variable of a declaration: the only one stands for the statement, the first one of several has the type with it.</summary>
    public static TextSpan Of(VariableDeclaratorSyntax node) => node.Parent is not VariableDeclarationSyntax declaration || declaration.Variables[0] != node ? node.Span
        : declaration.Variables.Count > 1 ? TextSpan.FromBounds((declaration.Parent as LocalDeclarationStatementSyntax ?? (SyntaxNode)declaration).SpanStart, node.Span.End)
        : declaration.Parent is LocalDeclarationStatementSyntax statement ? statement.Span : declaration.Span;

    /// <summary><c>switch { … }</c>, without what it switches on.</summary>
    public static TextSpan Of(SwitchExpressionSyntax node) => Between(node.SwitchKeyword, node.CloseBraceToken);

    /// <summary><c>done:</c>.</summary>
    public static TextSpan OfLabel(LabeledStatementSyntax node) => Between(node.Identifier, node.ColonToken);

    private static IEnumerable<TextSpan> Of(SyntaxNode node) => node switch
    {
        BlockSyntax block => [block.OpenBraceToken.Span, block.CloseBraceToken.Span],
        IfStatementSyntax choice => [OfHead(choice)],
        WhileStatementSyntax loop => [OfHead(loop)],
        DoStatementSyntax loop => [OfTest(loop)],
        ForStatementSyntax loop => [.. loop.Initializers.Select(i => i.Span), .. Optional(loop.Condition), .. loop.Incrementors.Select(i => i.Span)],
        CommonForEachStatementSyntax loop => [loop.ForEachKeyword.Span, OfVariable(loop), loop.InKeyword.Span, loop.Expression.Span],
        SwitchStatementSyntax choice => [OfHead(choice)],
        WhenClauseSyntax => [node.Span],
        UsingStatementSyntax { Expression: not null } statement => [OfHead(statement)],
        LockStatementSyntax statement => [OfHead(statement)],
        CatchClauseSyntax clause => [OfHead(clause)],
        LabeledStatementSyntax labeled => [OfLabel(labeled)],
        VariableDeclaratorSyntax variable => [Of(variable)],
        SwitchExpressionSyntax choice => [Of(choice), .. choice.Arms.Select(arm => arm.Expression.Span)],
        AnonymousFunctionExpressionSyntax { ExpressionBody: { } value } => [value.Span],
        ArrowExpressionClauseSyntax arrow => [arrow.Expression.Span],
        FromClauseSyntax { Parent: not QueryExpressionSyntax } clause => [clause.Expression.Span],
        WhereClauseSyntax clause => [clause.Condition.Span],
        LetClauseSyntax clause => [clause.Expression.Span],
        SelectClauseSyntax clause => [clause.Expression.Span],
        OrderingSyntax ordering => [ordering.Expression.Span],
        GroupClauseSyntax clause => [clause.GroupExpression.Span, clause.ByExpression.Span],
        JoinClauseSyntax clause => [clause.LeftExpression.Span, clause.RightExpression.Span],
        ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax
            or GotoStatementSyntax or YieldStatementSyntax or EmptyStatementSyntax => [node.Span],
        _ => [],
    };

    private static IEnumerable<TextSpan> Optional(SyntaxNode? node) => node is null ? [] : [node.Span];

    private static TextSpan Between(SyntaxToken first, SyntaxToken last) => TextSpan.FromBounds(first.SpanStart, last.Span.End);
}
