using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Rendering;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// One C# switch chooses the arm, so that patterns keep their meaning; the arms follow it.
/// <code>
/// x switch { int i when i > 0 =&gt; S(co, i), _ =&gt; b }
/// becomes
/// switch (x) { case int t1 when Bind(out i, t1) &amp;&amp; (i > 0): goto arm1; case _: goto arm2; default: throw NoMatch(x); }
/// arm1: t = S(co, i); goto end;
/// arm2: t = b;
/// end: t
/// </code>
/// </summary>
internal static class SwitchExpression
{
    public static Fragment Lower(SwitchExpressionSyntax choice, LoweringContext context)
    {
        var end = context.NewTarget("end");
        var input = ExpressionLowering.Lower(choice.GoverningExpression, context);
        if (!IsTotal(choice))
            input = input.IsStable ? input : Operand.Store(input, Operand.TypeOf(choice.GoverningExpression, context), choice.GoverningExpression, context);
        var result = context.NewTemp(Operand.TypeOf(choice, context), choice);
        var arms = choice.Arms.Select(arm => (Arm: arm, Target: context.NewTarget("arm"))).ToList();
        foreach (var (arm, _) in arms)
        {
            context.EnterScope(arm);
            if (context.Suspends(arm.WhenClause) || context.Suspends(arm.Pattern))
                context.Refuse(Rules.UnsupportedForm, (Microsoft.CodeAnalysis.SyntaxNode?)arm.WhenClause ?? arm.Pattern, "a 'when' clause", "compute the condition before, or inside the arm");
        }

        context.Emit(Choose(input, arms, context), choice, fallsThrough: false);
        foreach (var (arm, target) in arms)
            LowerArm(arm, target, result, end, context);
        context.Mark(end);
        return Fragment.Stable($"{result}");
    }

    /// <summary>The label of a case, with its hoisted variables bound: they are assigned when the case is taken.</summary>
    public static Fragment Case(PatternSyntax pattern, WhenClauseSyntax? when, LoweringContext context)
    {
        var bindings = PatternVariables.Rename(pattern, context);
        var isDefault = pattern is DiscardPatternSyntax && when is null;
        var text = new FragmentBuilder();
        text.AppendFormatted(isDefault ? Fragment.Plain("default") : Fragment.Of($"case {Written(pattern, context)}"));
        var separator = " when ";
        foreach (var (variable, name) in bindings)
        {
            text.AppendLiteral(separator);
            PatternVariables.WriteBinding(text, variable, name, Certainty.Always);
            separator = " && ";
        }

        var bound = text.Build();
        if (when is null)
            return Fragment.Of($"{bound}:");
        var condition = context.Render(when.Condition);
        return bindings.Count == 0 ? Fragment.Of($"{bound}{separator}{condition}:") : Fragment.Of($"{bound}{separator}({condition}):");
    }

    /// <summary>A case and the jump to its code. What it assigns is assigned only on that way.</summary>
    public static Fragment Jump(Fragment label, Target target, LoweringContext context)
    {
        var way = Fragment.Of($" {label} {context.JumpTo(target)}");
        way.Effects.Definitions.Clear();
        return way;
    }

    /// <summary>Whether an arm takes whatever the others leave; otherwise the input has to be named when nothing matches.</summary>
    private static bool IsTotal(SwitchExpressionSyntax choice) => choice.Arms.Any(arm => arm is { Pattern: DiscardPatternSyntax, WhenClause: null });

    private static Fragment Written(PatternSyntax pattern, LoweringContext context) =>
        pattern is DiscardPatternSyntax ? Fragment.Plain("var _") : context.Render(pattern);

    private static Fragment Choose(Fragment input, List<(SwitchExpressionArmSyntax Arm, Target Target)> arms, LoweringContext context)
    {
        var text = new FragmentBuilder();
        text.AppendFormatted(Fragment.Of($"switch ({input}) {{"));
        foreach (var (arm, target) in arms)
            text.AppendFormatted(Jump(Case(arm.Pattern, arm.WhenClause, context), target, context));
        if (!IsTotal((SwitchExpressionSyntax)arms[0].Arm.Parent!))
            text.AppendFormatted(Fragment.Of($" default: throw {GeneratedNames.Services}.NoMatch({input});"));
        text.AppendLiteral(" }");
        return text.Build();
    }

    private static void LowerArm(SwitchExpressionArmSyntax arm, Target target, Variable result, Target end, LoweringContext context)
    {
        context.Mark(target);
        Branch.Lower(result, arm.Expression, context);
        context.EmitJump(end);
    }
}
