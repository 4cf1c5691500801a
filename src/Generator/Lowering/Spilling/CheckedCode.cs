using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// A checked or unchecked context cannot be jumped into, so it is distributed over the steps made of it:
/// <code>
/// checked(a * b + S(co))        becomes        checked { t1 = a * b; }  t2 = S(co);  checked(t1 + t2)
/// </code>
/// </summary>
internal static class CheckedCode
{
    public static Fragment Lower(CheckedExpressionSyntax expression, LoweringContext context)
    {
        Fragment value = Fragment.Empty;
        Within(expression.Keyword, context, () => value = ExpressionLowering.Lower(expression.Expression, context));
        return Fragment.Of($"{expression.Keyword.Text}({value})");
    }

    public static void Lower(CheckedStatementSyntax statement, LoweringContext context) =>
        Within(statement.Keyword, context, () => Block.Lower(statement.Block, context));

    /// <summary>A function that becomes a member keeps the context that it stands in.</summary>
    public static void Enter(SyntaxNode function, LoweringContext context)
    {
        context.Overflow = function.Ancestors().FirstOrDefault(node => node is CheckedStatementSyntax or CheckedExpressionSyntax) switch
        {
            CheckedStatementSyntax statement => statement.Keyword.Text,
            CheckedExpressionSyntax expression => expression.Keyword.Text,
            _ => null,
        };
    }

    /// <summary>Lowers in the context that a keyword makes.</summary>
    public static void Within(SyntaxToken keyword, LoweringContext context, Action lower)
    {
        var outer = context.Overflow;
        context.Overflow = keyword.Text;
        lower();
        context.Overflow = outer;
    }
}
