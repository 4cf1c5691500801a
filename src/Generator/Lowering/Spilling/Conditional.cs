using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Refusals;
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

        if (conditional.WhenTrue is RefExpressionSyntax)
            context.Refuse(Rules.UnsupportedForm, conditional, SupportTable.NameOf(conditional.WhenTrue), "take the reference after the suspension");
        var otherwise = context.NewTarget("else");
        var end = context.NewTarget("end");
        var temp = context.NewTemp(Operand.TypeOf(conditional, context), conditional);
        Condition.JumpUnless(conditional.Condition, otherwise, context);
        Branch.Lower(temp, conditional.WhenTrue, context);
        context.EmitJump(end);
        context.Mark(otherwise);
        Branch.Lower(temp, conditional.WhenFalse, context);
        context.Mark(end);
        return Fragment.Stable($"{temp}");
    }
}
