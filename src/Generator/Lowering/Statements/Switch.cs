using CoroGen.Generator.Lowering.Patterns;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>
/// A C# switch chooses the section, see <see cref="Choice"/>; the sections follow it.
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
        var guards = node.Sections.SelectMany(section => section.Labels).OfType<CasePatternSwitchLabelSyntax>().Select(label => label.WhenClause).OfType<WhenClauseSyntax>().ToList();
        var input = Choice.Input(node.Expression, isKept: guards.Any(context.Suspends), guards, context);
        var end = context.NewTarget("end");
        context.Jumps.AddSwitch(node, end);
        foreach (var section in node.Sections)
        {
            context.EnterScope(section);
            context.Jumps.AddSection(section, context.NewTarget("case"));
        }

        var fallback = node.Sections.FirstOrDefault(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax));
        var otherwise = fallback is null ? end : context.Jumps.OfSection(fallback);
        Choice.Lower(input, node.Expression, [.. node.Sections.SelectMany(section => Arms(section, context))], context.JumpTo(otherwise), context);
        Block.DeclareLabels(node, context);
        foreach (var section in node.Sections)
        {
            context.Mark(context.Jumps.OfSection(section));
            foreach (var statement in section.Statements)
                StatementLowering.Lower(statement, context);
        }

        context.Mark(end);
    }

    private static IEnumerable<Arm> Arms(SwitchSectionSyntax section, LoweringContext context)
    {
        var target = context.Jumps.OfSection(section);
        foreach (var label in section.Labels)
        {
            if (label is CasePatternSwitchLabelSyntax pattern)
                yield return new Arm(pattern.Pattern, pattern.WhenClause, target);
            else if (label is CaseSwitchLabelSyntax constant)
                yield return new Arm(constant.Value, null, target);
        }
    }
}
