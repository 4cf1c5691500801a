using CoroGen.Generator.Lowering.Spilling;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>
/// <code>
/// if (c) A else B
/// becomes
/// if (!(c)) goto otherwise;
/// A; goto end;
/// otherwise: B
/// end:
/// </code>
/// When only the condition suspends, the rest is copied.
/// </summary>
internal static class If
{
    public static void Lower(IfStatementSyntax choice, LoweringContext context)
    {
        if (!context.Suspends(choice.Statement) && !context.Suspends(choice.Else))
        {
            context.Replacements[choice.Condition] = ExpressionLowering.Lower(choice.Condition, context);
            CopiedStatement.Lower(choice, context);
            return;
        }

        var end = context.NewTarget("end");
        var otherwise = choice.Else is null ? end : context.NewTarget("else");
        Condition.JumpUnless(choice.Condition, otherwise, context);
        StatementLowering.LowerEmbedded(choice.Statement, context);
        if (choice.Else is { } elseClause)
        {
            context.EmitJump(end);
            context.Mark(otherwise);
            StatementLowering.LowerEmbedded(elseClause.Statement, context);
        }

        context.Mark(end);
    }
}
