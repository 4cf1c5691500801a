using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Patterns;
using CoroGen.Generator.Lowering.Regions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// A C# switch chooses the arm, see <see cref="Choice"/>; the arms follow it.
/// <code>
/// x switch { int i when i > 0 =&gt; S(co, i), _ =&gt; b }
/// becomes
/// switch (x) { case int t1 when Bind(out i, t1) &amp;&amp; (i > 0): goto arm1; default: goto arm2; }
/// arm1: t = S(co, i); goto end;
/// arm2: t = b;
/// end: t
/// </code>
/// </summary>
internal static class SwitchExpression
{
    public static Fragment Lower(SwitchExpressionSyntax choice, LoweringContext context)
    {
        var place = context.Places.Last;
        var end = context.NewTarget("end");
        var isTotal = choice.Arms.Any(IsFallback);
        var guards = choice.Arms.Select(arm => arm.WhenClause).OfType<WhenClauseSyntax>().ToList();
        var input = Choice.Input(choice.GoverningExpression, isKept: !isTotal || guards.Any(context.Suspends), guards, context);
        var result = context.NewTemp(Operand.TypeOf(choice, context), choice);
        var arms = choice.Arms.Select(arm => (Arm: arm, Target: context.NewTarget("arm"))).ToList();
        foreach (var (arm, _) in arms)
            context.EnterScope(arm);

        var otherwise = isTotal
            ? context.JumpTo(arms.First(arm => IsFallback(arm.Arm)).Target)
            : Fragment.Of($"throw {GeneratedNames.Services}.NoMatch({(IsRefLike(choice, context) ? Fragment.Plain("null") : input)});");
        context.At(SequencePoints.Of(choice));
        var tested = arms.Where(arm => !IsFallback(arm.Arm)).Select(arm => new Arm(arm.Arm.Pattern, arm.Arm.WhenClause, arm.Target));
        Choice.Lower(input, choice.GoverningExpression, [.. tested], otherwise, context);
        foreach (var (arm, target) in arms)
            LowerArm(arm, target, result, end, context);
        context.Mark(end);
        context.At(place);
        return Fragment.Stable($"{result}");
    }

    /// <summary>Whether an arm takes whatever the others leave; without one the input has to be named when nothing matches.</summary>
    private static bool IsFallback(SwitchExpressionArmSyntax arm) => arm is { Pattern: DiscardPatternSyntax, WhenClause: null };

    /// <summary>No exception can hold a ref struct: C# throws one without the input.</summary>
    private static bool IsRefLike(SwitchExpressionSyntax choice, LoweringContext context) => Operand.TypeOf(choice.GoverningExpression, context).IsRefLikeType;

    private static void LowerArm(SwitchExpressionArmSyntax arm, Target target, Variable result, Target end, LoweringContext context)
    {
        context.Mark(target);
        context.At(arm.Expression.Span);
        Branch.Lower(result, arm.Expression, context);
        context.EmitJump(end);
    }
}
