using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// C# compares tuples element by element: all elements are evaluated first, but each is cast only when its turn to be compared comes, so that a cast may fail later, or never.
/// <code>
/// (1, (string)o) == (2, S(co))        becomes        t1 = S(co);  (1, (string)o) == (2, t1)
/// </code>
/// </summary>
internal static class TupleComparison
{
    public static bool Is(BinaryExpressionSyntax binary, LoweringContext context) =>
        binary.RawKind is (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression && context.Model.GetOperation(binary) is ITupleBinaryOperation;

    /// <summary>What is evaluated before anything is compared, in order.</summary>
    public static IEnumerable<ExpressionSyntax> Elements(BinaryExpressionSyntax binary, LoweringContext context) =>
        Elements(binary.Left, context).Concat(Elements(binary.Right, context));

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax operand, LoweringContext context) => Uncast(operand, context) is var inner && inner is TupleExpressionSyntax tuple
        ? tuple.Arguments.SelectMany(argument => Elements(argument.Expression, context))
        : [inner];

    /// <summary>Operators that cast are calls, made with the other elements.</summary>
    private static ExpressionSyntax Uncast(ExpressionSyntax operand, LoweringContext context) => operand switch
    {
        ParenthesizedExpressionSyntax inner => Uncast(inner.Expression, context),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Uncast(inner.Operand, context),
        CastExpressionSyntax cast when context.Model.GetOperation(cast) is IConversionOperation { Conversion.IsUserDefined: false } => Uncast(cast.Expression, context),
        _ => operand,
    };
}
