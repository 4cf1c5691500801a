using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Lowering.Statements;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Spilling;

/// <summary>One of the ways on which a value is computed: <c>t = S(co);</c>, or <c>throw</c>, which ends the way.</summary>
internal static class Branch
{
    public static void Lower(Variable result, ExpressionSyntax value, LoweringContext context)
    {
        if (value is ThrowExpressionSyntax thrown)
            Throw.Lower(thrown.Expression, thrown, context);
        else if (value is InvocationExpressionSyntax call && context.Suspensions.IsPoint(call) && SuspendingCall.Fits(call, result, context))
            SuspendingCall.Lower(call, Destination.To(result), context);
        else
            context.Emit($"{new Definition(result)} = {ExpressionLowering.Lower(value, context)};", value);
    }
}
