using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Regions;

/// <summary>Finds the section that <c>goto case</c> and <c>goto default</c> lead to.</summary>
internal static class GotoCase
{
    public static SwitchSectionSyntax? SectionOf(GotoStatementSyntax jump, SemanticModel model)
    {
        var around = jump.Ancestors().OfType<SwitchStatementSyntax>().First();
        return jump.Expression is null
            ? around.Sections.FirstOrDefault(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax))
            : around.Sections.FirstOrDefault(section => section.Labels.Any(label => HasValue(label, jump.Expression, model)));
    }

    private static bool HasValue(SwitchLabelSyntax label, ExpressionSyntax value, SemanticModel model)
    {
        var constant = label switch
        {
            CaseSwitchLabelSyntax simple => simple.Value,
            CasePatternSwitchLabelSyntax { Pattern: ConstantPatternSyntax pattern, WhenClause: null } => pattern.Expression,
            _ => null,
        };
        return constant is not null && Equals(Normal(model.GetConstantValue(constant)), Normal(model.GetConstantValue(value)));
    }

    /// <summary>The value without its integral type: the label's and the jump's may differ by a conversion.</summary>
    private static object? Normal(Optional<object?> constant) => constant.Value switch
    {
        char value => (decimal)value,
        IConvertible value and not (string or bool or float or double) => value.ToDecimal(null),
        var value => value,
    };
}
