using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Lowering.Spilling;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>
/// <code>
/// while (c) A         loop: if (!(c)) goto end;  A;  goto loop;  end:
/// do A while (c);     loop: A;  next: if (c) goto loop;  end:
/// for (I; c; N) A     I;  loop: if (!(c)) goto end;  A;  next: N;  goto loop;  end:
/// </code>
/// A variable of a <c>for</c> is one for all iterations; what conditions and bodies declare is fresh in each.
/// </summary>
internal static class Loops
{
    public static void Lower(WhileStatementSyntax loop, LoweringContext context)
    {
        var (start, end) = (context.NewTarget("while"), context.NewTarget("end"));
        context.Jumps.AddLoop(loop, end, start);
        context.Mark(start);
        context.EnterScope(loop);
        context.At(SequencePoints.OfHead(loop));
        Test(loop.Condition, end, context);
        StatementLowering.LowerEmbedded(loop.Statement, context);
        context.EmitJump(start);
        context.Mark(end);
    }

    public static void Lower(DoStatementSyntax loop, LoweringContext context)
    {
        var (start, next, end) = (context.NewTarget("do"), context.NewTarget("next"), context.NewTarget("end"));
        context.Jumps.AddLoop(loop, end, next);
        context.Mark(start);
        context.EnterScope(loop);
        StatementLowering.LowerEmbedded(loop.Statement, context);
        context.Mark(next);
        context.At(SequencePoints.OfTest(loop));
        if (IsAlwaysTrue(loop.Condition, context))
            context.EmitJump(start);
        else
            Condition.JumpIf(loop.Condition, start, context);
        context.Mark(end);
    }

    public static void Lower(ForStatementSyntax loop, LoweringContext context)
    {
        var (start, next, end) = (context.NewTarget("for"), context.NewTarget("next"), context.NewTarget("end"));
        context.Jumps.AddLoop(loop, end, next);
        context.EnterScope(loop);
        if (loop.Declaration is { } declaration)
            LocalDeclaration.Lower(declaration, declaration, context);
        foreach (var initializer in loop.Initializers)
            LowerPart(initializer, context);
        context.Mark(start);
        if (loop.Condition is { } condition)
        {
            context.EnterScope(condition);
            context.At(condition.Span);
            Test(condition, end, context);
        }

        StatementLowering.LowerEmbedded(loop.Statement, context);
        context.Mark(next);
        if (loop.Incrementors.Count > 0)
            context.EnterScope(loop.Incrementors[0]);
        foreach (var incrementor in loop.Incrementors)
            LowerPart(incrementor, context);
        context.EmitJump(start);
        context.Mark(end);
    }

    private static void LowerPart(ExpressionSyntax part, LoweringContext context)
    {
        context.At(part.Span);
        ExpressionStatement.Lower(part, context);
    }

    private static void Test(ExpressionSyntax condition, Target end, LoweringContext context)
    {
        if (!IsAlwaysTrue(condition, context))
            Condition.JumpUnless(condition, end, context);
    }

    /// <summary>Without a test the compiler sees that the loop is left by jumps only.</summary>
    private static bool IsAlwaysTrue(ExpressionSyntax condition, LoweringContext context) => context.Model.GetConstantValue(condition).Value is true;
}
