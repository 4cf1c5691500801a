using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// <code>
/// c ? S(co) : b
/// becomes
/// if (!(c)) goto otherwise;
/// t = S(co); goto end;
/// otherwise: t = b;
/// end: t
/// </code>
/// </summary>
internal static class Conditional
{
    public static Fragment Lower(ConditionalExpressionSyntax conditional, LoweringContext context)
    {
        if (!context.Suspends(conditional.WhenTrue) && !context.Suspends(conditional.WhenFalse))
        {
            Operands.Evaluate([new Operand(conditional.Condition, OperandKind.Value)], context);
            return context.Render(conditional);
        }

        var otherwise = context.NewTarget("else");
        var end = context.NewTarget("end");
        var temp = conditional.WhenTrue is RefExpressionSyntax ? Reference(conditional, context) : context.NewTemp(Operand.TypeOf(conditional, context), conditional);
        Condition.JumpUnless(conditional.Condition, otherwise, context);
        LowerBranch(temp, conditional.WhenTrue, context);
        context.EmitJump(end);
        context.Mark(otherwise);
        LowerBranch(temp, conditional.WhenFalse, context);
        context.Mark(end);
        return temp.IsRefLike ? Fragment.Of($"{temp}") : Fragment.Stable($"{temp}");
    }

    private static void LowerBranch(Variable temp, ExpressionSyntax value, LoweringContext context)
    {
        if (value is RefExpressionSyntax reference)
            context.Emit($"{new Definition(temp)} = ref {Lvalue.Lower(reference.Expression, context, touches: false, [])};", value);
        else
            Branch.Lower(temp, value, context);
    }

    /// <summary><c>c ? ref a : ref b</c> is a variable, so the temporary refers to it.</summary>
    private static Variable Reference(ConditionalExpressionSyntax conditional, LoweringContext context)
    {
        var isReadOnly = new[] { conditional.WhenTrue, conditional.WhenFalse }.OfType<RefExpressionSyntax>().Any(branch => Lvalue.IsReadOnly(branch.Expression, context));
        return context.NewTemp(context.Model.GetTypeInfo(conditional).Type!, conditional, isReadOnly ? "ref readonly " : "ref ");
    }
}
