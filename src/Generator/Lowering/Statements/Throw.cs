using CoroGen.Generator.Lowering.Spilling;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary><c>throw S(co);</c> → <c>t = S(co); throw t;</c></summary>
internal static class Throw
{
    public static void Lower(ThrowStatementSyntax statement, LoweringContext context) =>
        context.Emit($"throw {ExpressionLowering.Lower(statement.Expression!, context)};", statement, fallsThrough: false);
}
