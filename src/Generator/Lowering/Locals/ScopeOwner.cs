using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>Finds the node that bounds a local's scope, by C#'s rules for declarations and for variables in expressions.</summary>
internal static class ScopeOwner
{
    /// <summary>The innermost node that bounds the scope of what is declared at <paramref name="declaration"/>.</summary>
    public static SyntaxNode Of(SyntaxNode declaration)
    {
        for (var (child, parent) = (declaration, declaration.Parent); ; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case null:
                    return child;
                case SwitchSectionSyntax section:
                    // What a section's statements declare is visible in all sections; what a case label declares, in its own.
                    return child is StatementSyntax ? section.Parent! : section;
                case ForStatementSyntax { Condition: { } condition } when child == condition:
                    return child;
                case CommonForEachStatementSyntax { Expression: { } items } when child == items:
                    return child;
                case ForStatementSyntax loop when loop.Incrementors.Any(incrementor => incrementor == child):
                    return loop.Incrementors[0];
                case BlockSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax or FixedStatementSyntax
                    or LockStatementSyntax or WhileStatementSyntax or DoStatementSyntax or SwitchStatementSyntax or CatchClauseSyntax or SwitchExpressionArmSyntax
                    or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return IsOwnScope(child) ? child : parent;
                case StatementSyntax when IsOwnScope(child):
                    return child;
            }
        }
    }

    /// <summary>Whether the statement stands alone under <c>if</c>, <c>while</c> …: what its expressions declare does not leave it.</summary>
    public static bool IsOwnScope(SyntaxNode node) =>
        node is StatementSyntax and not BlockSyntax
        && node.Parent is IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax
            or CommonForEachStatementSyntax or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax;

    /// <summary>
    /// Whether the scope's statements become part of the flat list of the resume method, so that its locals have to live at the
    /// method's own level. Otherwise the scope is copied as it is, with its locals.
    /// </summary>
    public static bool IsFlattened(SyntaxNode owner, SuspensionAnalysis suspensions) => owner switch
    {
        CommonForEachStatementSyntax loop => suspensions.Contains(loop.Statement) || suspensions.LanguageCallsOf(loop) is not null,
        ExpressionSyntax { Parent: ForStatementSyntax or CommonForEachStatementSyntax } => suspensions.Contains(owner.Parent),
        SwitchSectionSyntax section => suspensions.Contains(section.Parent),
        SwitchExpressionArmSyntax arm => ((SwitchExpressionSyntax)arm.Parent!).Arms.Any(suspensions.Contains),
        _ => suspensions.Contains(owner),
    };
}
