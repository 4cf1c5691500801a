using CoroGen.Generator.Lowering.Spilling;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>A monitor belongs to a thread, not to a coroutine: nothing may suspend while it is held. The object may be computed by a suspension.</summary>
internal static class Lock
{
    public static void Lower(LockStatementSyntax statement, LoweringContext context)
    {
        if (context.Suspends(statement.Statement))
        {
            context.Refuse(Rules.MisplacedSuspension, statement, "'lock'", "use 'using (co.Lock(…))' with a 'CoLock'");
            return;
        }

        context.EnterScope(statement);
        Operands.Evaluate([new Operand(statement.Expression, OperandKind.Value)], context);
        CopiedStatement.Lower(statement, context);
    }
}
