using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Regions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// A condition that only chooses where to go on needs no value:
/// <code>
/// if (a &amp;&amp; S(co)) A
/// becomes
/// if (!a) goto end;
/// t = S(co);
/// if (!t) goto end;
/// A; end:
/// </code>
/// </summary>
internal static class Condition
{
    public static void JumpUnless(ExpressionSyntax condition, Target target, LoweringContext context) => Jump(condition, when: false, target, context);

    public static void JumpIf(ExpressionSyntax condition, Target target, LoweringContext context) => Jump(condition, when: true, target, context);

    private static void Jump(ExpressionSyntax condition, bool when, Target target, LoweringContext context)
    {
        switch (condition)
        {
            case ParenthesizedExpressionSyntax inner:
                Jump(inner.Expression, when, target, context);
                break;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not when IsBoolean(not.Operand, context):
                Jump(not.Operand, !when, target, context);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } binary
                when context.Suspends(binary.Right) && IsBoolean(binary, context):
                JumpBinary(binary, when, target, context);
                break;
            default:
                var value = ExpressionLowering.Lower(condition, context);
                // "!" would be an operator of that type, or would convert it, and mean something else.
                if (!IsBoolean(condition, context))
                    value = Fragment.Of($"{value.AsOperand()} ? true : false");
                if (when)
                    context.EmitIf(value, target, condition);
                else
                    context.EmitUnless(value, target, condition);
                break;
        }
    }

    /// <summary>One operand alone decides one outcome; the other outcome needs both.</summary>
    private static void JumpBinary(BinaryExpressionSyntax binary, bool when, Target target, LoweringContext context)
    {
        var isOr = binary.IsKind(SyntaxKind.LogicalOrExpression);
        if (isOr == when)
        {
            Jump(binary.Left, when, target, context);
            Jump(binary.Right, when, target, context);
            return;
        }

        var decided = context.NewTarget(isOr ? "or" : "and");
        Jump(binary.Left, !when, decided, context);
        Jump(binary.Right, when, target, context);
        context.Mark(decided);
    }

    private static bool IsBoolean(ExpressionSyntax expression, LoweringContext context) =>
        context.Model.GetTypeInfo(expression) is { Type.SpecialType: SpecialType.System_Boolean, ConvertedType.SpecialType: SpecialType.System_Boolean };
}
