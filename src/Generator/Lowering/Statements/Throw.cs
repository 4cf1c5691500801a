using CoroGen.Generator.Lowering.Spilling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary><c>throw S(co);</c> → <c>t = S(co); throw t;</c> So does an expression that only throws, where it stands for a statement: <c>=> throw S(co)</c>.</summary>
internal static class Throw
{
    public static void Lower(ExpressionSyntax exception, SyntaxNode source, LoweringContext context) =>
        context.Emit($"throw {ExpressionLowering.Lower(exception, context)};", source, fallsThrough: false);
}
