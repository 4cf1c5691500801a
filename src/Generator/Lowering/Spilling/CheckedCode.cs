using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Statements;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// A checked context cannot be jumped into, so it is distributed over the steps made of it:
/// <code>
/// checked(a * b + S(co))        becomes        checked { t1 = a * b; }  t2 = S(co);  checked(t1 + t2)
/// </code>
/// </summary>
internal static class CheckedCode
{
    public static Fragment Lower(CheckedExpressionSyntax expression, LoweringContext context)
    {
        Fragment value = Fragment.Empty;
        Within(expression.IsKind(SyntaxKind.CheckedExpression), expression, context, () => value = ExpressionLowering.Lower(expression.Expression, context));
        return Fragment.Of($"{expression.Keyword.Text}({value})");
    }

    public static void Lower(CheckedStatementSyntax statement, LoweringContext context) =>
        Within(statement.IsKind(SyntaxKind.CheckedStatement), statement, context, () => Block.Lower(statement.Block, context));

    /// <summary>A function that becomes a member keeps the context that it stands in.</summary>
    public static void Enter(SyntaxNode function, LoweringContext context)
    {
        if (function.Ancestors().FirstOrDefault(node => node is CheckedStatementSyntax or CheckedExpressionSyntax) is { } around)
            Set(around.Kind() is SyntaxKind.CheckedStatement or SyntaxKind.CheckedExpression, function, context);
    }

    private static void Within(bool isChecked, SyntaxNode place, LoweringContext context, Action lower)
    {
        var outer = context.IsChecked;
        Set(isChecked, place, context);
        lower();
        context.IsChecked = outer;
    }

    private static void Set(bool isChecked, SyntaxNode place, LoweringContext context)
    {
        if (!isChecked && context.Model.Compilation.Options.CheckOverflow)
            context.Refuse(Rules.UnsupportedForm, place, "'unchecked' in a project that checks for overflow", "compute the value in a method of its own");
        context.IsChecked = isChecked;
    }
}
