using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Rendering;
using CoroGen.Generator.Lowering.Spilling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary><c>return v;</c> → <c>__result = v; return true;</c>. A call that suspends may write the result itself.</summary>
internal static class Return
{
    public static void Lower(ExpressionSyntax value, SyntaxNode source, LoweringContext context)
    {
        if (value is RefExpressionSyntax)
        {
            ExpressionLowering.Refuse(value, context, "return a value");
            return;
        }

        if (!context.ReturnsAtOnce)
        {
            context.Emit(context.AssignResult(ExpressionLowering.Lower(value, context)), source);
            context.EmitJump(Target.Return);
            return;
        }

        if (context.Suspensions.IsPoint(value) && IsOfResultType((InvocationExpressionSyntax)value, context))
            SuspendingCall.Lower((InvocationExpressionSyntax)value, Destination.Result, context);
        else
            context.Emit($"{GeneratedNames.ResultParameter} = {ExpressionLowering.Lower(value, context)};", source);
        context.Emit(Fragment.Plain("return true;"), fallsThrough: false);
    }

    /// <summary>A <c>return</c> inside a statement that is copied.</summary>
    public static Fragment Render(ReturnStatementSyntax statement, Renderer renderer) =>
        renderer.Context.Return(statement.Expression is null ? null : renderer.RenderPart(statement.Expression), renderer.Context.Places.Claim(statement.Span));

    private static bool IsOfResultType(InvocationExpressionSyntax call, LoweringContext context) =>
        context.Model.GetSymbolInfo(call).Symbol is IMethodSymbol method && SymbolEqualityComparer.Default.Equals(method.ReturnType, context.Method.ReturnType);
}
