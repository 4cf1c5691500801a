using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// C# compares tuples element by element: all elements are evaluated first, but each is cast only when its turn to be compared comes, so that a cast may fail later, or never.
/// <code>
/// (1, (string)o) == (2, S(co))                becomes        t1 = S(co);  (1, (string)o) == (2, t1)
/// (1, checked((byte)F())) == (2, S(co))       becomes        t1 = F();  t2 = S(co);  (1, checked((byte)t1)) == (2, t2)
/// </code>
/// </summary>
internal static class TupleComparison
{
    public static bool Is(BinaryExpressionSyntax binary, LoweringContext context) =>
        binary.RawKind is (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression && context.Model.GetOperation(binary) is ITupleBinaryOperation;

    /// <summary>What is evaluated before anything is compared, in order.</summary>
    public static IEnumerable<Operand> Elements(BinaryExpressionSyntax binary, LoweringContext context) =>
        Elements(new Operand(binary.Left, OperandKind.Value), context).Concat(Elements(new Operand(binary.Right, OperandKind.Value), context));

    private static IEnumerable<Operand> Elements(Operand operand, LoweringContext context) => Uncast(operand, context) is var inner && inner.Expression is TupleExpressionSyntax tuple
        ? tuple.Arguments.SelectMany(argument => Elements(inner with { Expression = argument.Expression }, context))
        : [inner];

    /// <summary>Operators that cast are calls, made with the other elements.</summary>
    private static Operand Uncast(Operand operand, LoweringContext context) => operand.Expression switch
    {
        ParenthesizedExpressionSyntax inner => Uncast(operand with { Expression = inner.Expression }, context),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Uncast(operand with { Expression = inner.Operand }, context),
        CastExpressionSyntax cast when context.Model.GetOperation(cast) is IConversionOperation { Conversion.IsUserDefined: false } => Uncast(operand with { Expression = cast.Expression }, context),
        CheckedExpressionSyntax inner => Uncast(operand with { Expression = inner.Expression, Checked = inner.Keyword }, context),
        _ => operand,
    };
}
