using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>
/// <code>
/// a[i].F = S(co)        becomes       t1 = a; t2 = i; t3 = S(co); t1[t2].F = t3
/// a[i] += S(co)         becomes       t1 = a; t2 = i; t3 = t1[t2]; t4 = S(co); t1[t2] = (T)(t3 + t4)
/// (x, y.P) = S(co)      becomes       t1 = y; t2 = S(co); (x, t1.P) = t2
/// </code>
/// What C# evaluates before the value is evaluated before the suspension; the null, bounds and type checks of the store come after it.
/// </summary>
internal static class Assignment
{
    public static Fragment Lower(AssignmentExpressionSyntax assignment, LoweringContext context)
    {
        if (assignment.Right is RefExpressionSyntax reference)
        {
            context.Replacements[reference.Expression] = Lvalue.Lower(reference.Expression, context, touches: false, []);
            return context.Render(assignment);
        }

        if (!context.Suspends(assignment.Right))
            return LowerLeftOnly(assignment, context);
        if (assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
            return Coalesce.LowerAssignment(assignment, context);
        return assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? LowerSimple(assignment, context) : LowerCompound(assignment, context);
    }

    /// <summary>The expression that assigns a value to a variable, which may be a recipe.</summary>
    public static Fragment Assign(ExpressionSyntax target, Fragment variable, Fragment value, LoweringContext context) =>
        WithoutParentheses(target) is IdentifierNameSyntax name && context.Variables.Resolve(name) is { RefPrefix: "" } local
            ? Fragment.Of($"{new Definition(local)} = {value}")
            : Fragment.Of($"{variable} = {value}");

    private static Fragment LowerLeftOnly(AssignmentExpressionSyntax assignment, LoweringContext context)
    {
        if (WithoutParentheses(assignment.Left) is TupleExpressionSyntax tuple)
            KeepTargets(tuple, assignment, context);
        else
            context.Replacements[assignment.Left] = Lvalue.Lower(assignment.Left, context, touches: false, between: []);
        return context.Render(assignment);
    }

    private static Fragment LowerSimple(AssignmentExpressionSyntax assignment, LoweringContext context)
    {
        switch (WithoutParentheses(assignment.Left))
        {
            case TupleExpressionSyntax tuple:
                KeepTargets(tuple, assignment, context);
                break;
            case IdentifierNameSyntax or DeclarationExpressionSyntax:
                break;
            default:
                context.Replacements[assignment.Left] = Lvalue.Lower(assignment.Left, context, touches: false, [assignment.Right]);
                break;
        }

        context.Replacements[assignment.Right] = ExpressionLowering.Lower(assignment.Right, context);
        return context.Render(assignment);
    }

    private static Fragment LowerCompound(AssignmentExpressionSyntax assignment, LoweringContext context)
    {
        var isByReference = Operands.IsByReference(assignment.Left, context.Model.GetSymbolInfo(assignment).Symbol, context);
        var left = context.Replacements[assignment.Left] = Lvalue.Lower(assignment.Left, context, touches: isByReference, [assignment.Right]);
        if (AddsInPlace(assignment, context))
        {
            context.Replacements[assignment.Right] = ExpressionLowering.Lower(assignment.Right, context);
            return context.Render(assignment);
        }

        var type = context.Model.GetTypeInfo(assignment.Left).Type!;
        var old = isByReference ? left : Operand.Store(left, type, assignment.Left, context);
        var value = ExpressionLowering.Lower(assignment.Right, context);
        var symbol = assignment.OperatorToken.Text.TrimEnd('=');
        // Only delegates can be added that have no name: their sum has the variable's type.
        var conversion = TypeFacts.IsUnspeakable(type) ? "" : $"({TypeFacts.Text(type)})";
        var result = Fragment.Of($"{conversion}({old} {symbol} {value.AsOperand()})");
        return Assign(assignment.Left, left, result, context);
    }

    /// <summary>Events, and instance operators: the variable is not read as a value.</summary>
    private static bool AddsInPlace(AssignmentExpressionSyntax assignment, LoweringContext context) =>
        context.Model.GetSymbolInfo(assignment.Left).Symbol is IEventSymbol
        || context.Model.GetSymbolInfo(assignment).Symbol is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.UserDefinedOperator };

    /// <summary>Receivers and indices of the targets of a deconstruction come before its value.</summary>
    private static void KeepTargets(TupleExpressionSyntax tuple, AssignmentExpressionSyntax assignment, LoweringContext context)
    {
        foreach (var target in tuple.Arguments.Select(a => WithoutParentheses(a.Expression)))
        {
            if (target is TupleExpressionSyntax inner)
                KeepTargets(inner, assignment, context);
            else if (target is not (IdentifierNameSyntax or DeclarationExpressionSyntax))
                context.Replacements[target] = Lvalue.Lower(target, context, touches: IsKeptByReference(target, context), [assignment]);
        }
    }

    /// <summary>C# takes a reference to an element at once, unless the array's elements may be of a derived type: that is checked by the store.</summary>
    private static bool IsKeptByReference(ExpressionSyntax target, LoweringContext context) =>
        target is ElementAccessExpressionSyntax && context.Model.GetTypeInfo(target).Type is { IsSealed: true };

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax inner ? WithoutParentheses(inner.Expression) : expression;
}
