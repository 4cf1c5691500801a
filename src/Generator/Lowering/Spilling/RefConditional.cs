using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// A choice between variables that is used after a suspension: what was chosen is kept, and the parts of that variable's recipe.
/// <code>
/// F(ref (c ? ref a : ref x[i]), S(co))
/// becomes
/// t1 = c;
/// if (!t1) goto otherwise;
/// goto end;
/// otherwise: t2 = i; { ref var e = ref x[t2]; }
/// end: t3 = S(co);
/// F(ref (t1 ? ref a : ref x[t2]), t3)
/// </code>
/// Its address is taken before the suspension, so there it faults when there is none.
/// </summary>
internal static class RefConditional
{
    public static Fragment Lower(ConditionalExpressionSyntax conditional, LoweringContext context, IReadOnlyList<SyntaxNode> between)
    {
        var condition = Operand.SpillValue(conditional.Condition, context);
        var otherwise = context.NewTarget("else");
        var end = context.NewTarget("end");
        context.EmitUnless(condition, otherwise);
        var start = context.Code.Count - 1;
        var known = new HashSet<Variable>(context.Temps.Keys);
        var whenTrue = LowerBranch(conditional.WhenTrue, context, between);
        context.EmitJump(end);
        context.Mark(otherwise);
        var whenFalse = LowerBranch(conditional.WhenFalse, context, between);
        context.Mark(end);
        // The parts of the one recipe do not matter where the other one is chosen.
        context.Code.InsertRange(start, context.Temps.Keys.Where(temp => !known.Contains(temp)).Select(LoweringContext.Forgetting));
        return Fragment.Of($"({condition} ? ref {whenTrue} : ref {whenFalse})");
    }

    private static Fragment LowerBranch(ExpressionSyntax branch, LoweringContext context, IReadOnlyList<SyntaxNode> between) =>
        Lvalue.Lower(((RefExpressionSyntax)branch).Expression, context, touches: true, between);
}
