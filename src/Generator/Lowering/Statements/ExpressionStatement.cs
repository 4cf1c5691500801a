using CoroGen.Generator.Lowering.Spilling;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>A call whose result nobody wants, or an assignment: <c>x = S(co);</c> lets the callee write <c>x</c> itself.</summary>
internal static class ExpressionStatement
{
    public static void Lower(ExpressionSyntax expression, LoweringContext context)
    {
        if (context.Suspensions.IsPoint(expression))
        {
            SuspendingCall.Lower((InvocationExpressionSyntax)expression, Destination.Discard, context);
            return;
        }

        if (expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name, Right: not RefExpressionSyntax } assignment
            && context.Suspends(assignment.Right)
            && context.Variables.Resolve(name) is { RefPrefix: "" } variable)
        {
            LocalDeclaration.Assign(variable, assignment.Right, expression, context);
            return;
        }

        var rest = ExpressionLowering.Lower(expression, context);
        if (!rest.IsStable)
            context.Emit($"{rest};", expression);
    }
}
