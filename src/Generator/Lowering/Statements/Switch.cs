using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Spilling;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>
/// One C# switch chooses the section, so that patterns keep their meaning; the sections follow it.
/// <code>
/// switch (x) { case 1: S(co); goto case 2; case 2: B; break; }
/// becomes
/// switch (x) { case 1: goto section1; case 2: goto section2; default: goto end; }
/// section1: S(co); goto section2;
/// section2: B; goto end;
/// end:
/// </code>
/// </summary>
internal static class Switch
{
    public static void Lower(SwitchStatementSyntax node, LoweringContext context)
    {
        context.EnterScope(node);
        var input = ExpressionLowering.Lower(node.Expression, context);
        var end = context.NewTarget("end");
        context.Jumps.AddSwitch(node, end);
        foreach (var section in node.Sections)
        {
            context.EnterScope(section);
            context.Jumps.AddSection(section, context.NewTarget("case"));
        }

        context.Emit(Choose(input, node, end, context), node.Expression, fallsThrough: false);
        foreach (var section in node.Sections)
        {
            context.Mark(context.Jumps.OfSection(section));
            Block.LowerList(section.Statements, 0, context);
        }

        context.Mark(end);
    }

    private static Fragment Choose(Fragment input, SwitchStatementSyntax node, Target end, LoweringContext context)
    {
        var text = new FragmentBuilder();
        text.AppendFormatted(Fragment.Of($"switch ({input}) {{"));
        foreach (var section in node.Sections)
        {
            foreach (var label in section.Labels)
                text.AppendFormatted(SwitchExpression.Jump(Case(label, context), context.Jumps.OfSection(section), context));
        }

        if (!node.Sections.Any(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax)))
            text.AppendFormatted(SwitchExpression.Jump(Fragment.Plain("default:"), end, context));
        text.AppendLiteral(" }");
        return text.Build();
    }

    private static Fragment Case(SwitchLabelSyntax label, LoweringContext context)
    {
        if (context.Suspends(label))
            context.Refuse(Rules.UnsupportedForm, label, "a case label", "compute the condition before, or inside the section");
        return label switch
        {
            CasePatternSwitchLabelSyntax pattern => SwitchExpression.Case(pattern.Pattern, pattern.WhenClause, context),
            CaseSwitchLabelSyntax simple => Fragment.Of($"case {context.Render(simple.Value)}:"),
            _ => Fragment.Plain("default:"),
        };
    }
}
