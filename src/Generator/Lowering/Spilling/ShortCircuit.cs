using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Regions;
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
/// A user-defined <c>||</c> asks <c>operator true</c>, as <c>if</c> does, and then calls <c>|</c>. C# can call <c>operator false</c> only by <c>&amp;&amp;</c>
/// itself: an exception stops that one where it comes to its right operand.
/// <code>
/// t = a;
/// try { t = t &amp;&amp; RightOperand&lt;T&gt;(); goto end; } catch (RightOperandException) { }
/// t = t &amp; S(co);
/// </code>
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
        var end = context.NewTarget(isAnd ? "and" : "or");
        var temp = context.NewTemp(type, binary);
        Branch.Lower(temp, binary.Left, context);
        if (isAnd && !isBoolean)
            context.Emit(AskFalse(binary, temp, end, context), binary.Left);
        else
            context.EmitIf(Fragment.Of($"{(isAnd ? "!" : "")}{temp}"), end);
        if (isBoolean)
            Branch.Lower(temp, binary.Right, context);
        else
            context.Emit($"{new Definition(temp)} = {temp} {Combining(binary, type)} {ExpressionLowering.Lower(binary.Right, context).AsOperand()};", binary.Right);
        context.Mark(end);
        return Fragment.Stable($"{temp}");
    }

    /// <summary>The operator for both operands. What is bound at run time asks the left one again, in plain C# too.</summary>
    private static string Combining(BinaryExpressionSyntax binary, ITypeSymbol type) =>
        type.TypeKind == TypeKind.Dynamic ? binary.OperatorToken.Text : binary.OperatorToken.Text.Substring(1);

    private static Fragment AskFalse(BinaryExpressionSyntax binary, Variable left, Target end, LoweringContext context)
    {
        var right = TypeFacts.Text(context.Model.GetTypeInfo(binary.Right).Type!);
        var whole = Fragment.Of($"{new Definition(left)} = {left} && {GeneratedNames.Services}.RightOperand<{right}>();");
        var ask = Fragment.Of($"try {{ {whole} {context.JumpTo(end)} }} catch (global::CoroGen.CompilerServices.RightOperandException) {{ }}");
        ask.Effects.Definitions.Clear();
        return ask;
    }
}
