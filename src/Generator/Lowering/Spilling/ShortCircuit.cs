using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// <code>
/// a &amp;&amp; S(co)
/// becomes
/// t = a;
/// if (!t) goto end;
/// t = S(co);
/// end: t
/// </code>
/// A user-defined <c>||</c> asks <c>operator true</c>, as <c>if</c> does, and then calls <c>|</c>. <c>operator false</c> can be called by nothing but
/// <c>&amp;&amp;</c> itself, so that form is refused.
/// </summary>
internal static class ShortCircuit
{
    public static Fragment Lower(BinaryExpressionSyntax binary, LoweringContext context)
    {
        if (!context.Suspends(binary.Right))
        {
            Operands.Evaluate([new Operand(binary.Left, OperandKind.Value)], context);
            return context.Render(binary);
        }

        var isAnd = binary.IsKind(SyntaxKind.LogicalAndExpression);
        var type = context.Model.GetTypeInfo(binary).Type!;
        var isBoolean = type.SpecialType == SpecialType.System_Boolean;
        if (isAnd && !isBoolean)
            return ExpressionLowering.Refuse(binary, context, "write 'if', for nothing but '&&' itself can ask 'operator false'");

        var end = context.NewTarget(isAnd ? "and" : "or");
        var temp = context.NewTemp(type, binary);
        Branch.Lower(temp, binary.Left, context);
        context.EmitIf(Fragment.Of($"{(isAnd ? "!" : "")}{temp}"), end);
        if (isBoolean)
            Branch.Lower(temp, binary.Right, context);
        else
            context.Emit($"{new Definition(temp)} = {temp} | {ExpressionLowering.Lower(binary.Right, context).AsOperand()};", binary.Right);
        context.Mark(end);
        return Fragment.Stable($"{temp}");
    }
}
