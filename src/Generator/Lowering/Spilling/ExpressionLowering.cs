using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// Lowers an expression: emits all that suspends in it, and returns what is left, to be evaluated at once. Forms that evaluate only some of their
/// operands, or write variables, have files of their own; all others are <see cref="Operands"/>.
/// </summary>
internal static class ExpressionLowering
{
    public static Fragment Lower(ExpressionSyntax expression, LoweringContext context)
    {
        if (context.Replacements.TryGetValue(expression, out var known))
            return known;
        if (!context.Suspends(expression))
            return context.Render(expression);
        if (SupportTable.Of(expression.Kind()) is Support.Refused refused)
            return Refuse(expression, context, refused.Advice);
        return context.Suspensions.IsPoint(expression)
            ? SuspendingCall.Lower((InvocationExpressionSyntax)expression, Destination.Temp, context)
            : LowerForm(expression, context);
    }

    /// <summary>Reports the form, and goes on with anything that keeps the lowering going.</summary>
    public static Fragment Refuse(ExpressionSyntax expression, LoweringContext context, string advice)
    {
        context.Refuse(Rules.UnsupportedForm, expression, SupportTable.NameOf(expression), advice);
        return Fragment.Plain("default");
    }

    private static Fragment LowerForm(ExpressionSyntax expression, LoweringContext context)
    {
        switch (expression)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } binary:
                return ShortCircuit.Lower(binary, context);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } binary:
                return Coalesce.Lower(binary, context);
            case PrefixUnaryExpressionSyntax when FromEnd.IsPosition(expression, context):
                return FromEnd.Lower(expression, context);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when StringHandler.TryLower(sum, context) is { } handler:
                return handler;
            case ConditionalExpressionSyntax conditional:
                return Conditional.Lower(conditional, context);
            case ConditionalAccessExpressionSyntax access:
                return ConditionalAccess.Lower(access, context);
            case AssignmentExpressionSyntax assignment:
                return Assignment.Lower(assignment, context);
            case InterpolatedStringExpressionSyntax text:
                return Interpolation.Lower(text, context);
            case SwitchExpressionSyntax choice when choice.Arms.Any(context.Suspends):
                return SwitchExpression.Lower(choice, context);
            case SwitchExpressionSyntax choice:
                Operands.Evaluate([new Operand(choice.GoverningExpression, OperandKind.Value)], context);
                return context.Render(choice);
            case BaseObjectCreationExpressionSyntax { Initializer: { } initializer } creation when context.Suspends(initializer):
                return ObjectInitializer.Lower(creation, initializer, context);
            case CheckedExpressionSyntax inner:
                return CheckedCode.Lower(inner, context);
            case WithExpressionSyntax with:
                return ObjectInitializer.LowerWith(with, context);
            case ParenthesizedExpressionSyntax inner:
                // Not around a name: `(t1) with { … }` would be a cast.
                return Lower(inner.Expression, context).AsOperand();
        }

        if (Operands.Of(expression, context) is not { } operands)
            return Refuse(expression, context, "compute the value before, into a local");
        Operands.Evaluate(operands, context);
        return context.Render(expression);
    }
}
