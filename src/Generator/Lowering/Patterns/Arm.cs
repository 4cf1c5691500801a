using CoroGen.Generator.Lowering.Regions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Generator.Lowering.Patterns;

/// <summary>One way of a switch: what the input has to be, and where that leads. A switch section has one for each of its labels.</summary>
/// <param name="Test">The pattern, or the constant of an ordinary <c>case</c>.</param>
/// <param name="When">The guard, or null.</param>
/// <param name="Target">The code of the arm.</param>
internal sealed record Arm(ExpressionOrPatternSyntax Test, WhenClauseSyntax? When, Target Target)
{
    public bool GuardSuspends(LoweringContext context) => context.Suspends(When);

    /// <summary>Whether the pattern is <c>_</c> alone, which after <c>case</c> would be a name.</summary>
    public bool IsDiscard => WithoutParentheses(Test) is DiscardPatternSyntax;

    /// <summary>The pattern as the compiler understands it; null for a constant.</summary>
    public IPatternOperation? Operation(LoweringContext context) => OperationOf(Test, context.Model);

    private static IPatternOperation? OperationOf(ExpressionOrPatternSyntax test, SemanticModel model) => WithoutParentheses(test) switch
    {
        VarPatternSyntax { Designation: ParenthesizedVariableDesignationSyntax deconstruction } => model.GetOperation(deconstruction) as IPatternOperation,
        var pattern => model.GetOperation(pattern) as IPatternOperation,
    };

    private static ExpressionOrPatternSyntax WithoutParentheses(ExpressionOrPatternSyntax test) =>
        test is ParenthesizedPatternSyntax inner ? WithoutParentheses(inner.Pattern) : test;
}
