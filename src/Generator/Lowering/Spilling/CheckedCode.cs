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

    private static void Within(bool isChecked, SyntaxNode place, LoweringContext context, Action lower)
    {
        if (!isChecked && context.Model.Compilation.Options.CheckOverflow)
            context.Refuse(Rules.UnsupportedForm, place, "'unchecked' in a project that checks for overflow", "compute the value in a method of its own");
        var outer = context.IsChecked;
        context.IsChecked = isChecked;
        lower();
        context.IsChecked = outer;
    }
}
