using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Lowering.Regions;

/// <summary>
/// A <c>finally</c> block that suspends, be it written or what <c>using</c> and <c>foreach</c> end with, runs after the <c>try</c>, which catches whatever leaves it.
/// <code>
/// try { A; return x; } finally { S(co); }
/// becomes
/// pending = null; branch = 0;
/// try { A; result = x; branch = 1; goto fin; } catch (Exception e) { pending = e; }
/// fin: S(co);
/// if (pending != null) throw Rethrow(pending);
/// switch (branch) { case 1: __result = result; return true; }
/// </code>
/// An outer filter runs after this block, not before it: the one place where two-pass exception handling cannot be had, since the stack that it would
/// walk is gone by then.
/// </summary>
internal static class MovedFinally
{
    /// <param name="place">The user's clause or statement.</param>
    /// <param name="body">Lowers what the <c>try</c> protects.</param>
    /// <param name="cleanup">Lowers the block.</param>
    /// <param name="context">The body.</param>
    public static void Lower(SyntaxNode place, Action body, Action cleanup, LoweringContext context)
    {
        var pending = context.NewTemp(context.Model.Compilation.GetTypeByMetadataName("System.Exception")!, place);
        var branch = context.NewTemp(context.Model.Compilation.GetSpecialType(SpecialType.System_Int32), place);
        context.Emit($"{new Definition(pending)} = null!;");
        context.Emit($"{new Definition(branch)} = 0;");

        var start = context.NewTarget("finally");
        var outer = context.Region;
        var exit = new PendingExit(start.Label, branch);
        context.Region = new Region(outer, exit);
        var region = TryRegion.Open(context, () =>
        {
            body();
            if (context.PendingResult is { } unused)
                context.Forget(unused);
        });
        context.Region = outer;

        var name = context.Variables.NewDesignator();
        region.Handlers.Add(new Handler(
            Fragment.Plain($"catch (global::System.Exception {name})"),
            Pend(pending, name, context)));

        context.Mark(start);
        cleanup();
        GoOn(pending, branch, exit, context);
    }

    private static Fragment Pend(Variable pending, string name, LoweringContext context)
    {
        var block = Fragment.Of($"{{ {new Definition(pending)} = {name}; }}");
        if (context.PendingResult is { } unused)
            block.Effects.Definitions.Add(unused);
        return block;
    }

    /// <summary>After the block: what was interrupted by it.</summary>
    private static void GoOn(Variable pending, Variable branch, PendingExit exit, LoweringContext context)
    {
        context.FlushPlace();
        context.Emit($"if ({pending} != null) throw {GeneratedNames.Services}.Rethrow({pending});");
        foreach (var (number, target) in exit.Jumps)
            context.EmitIfBranch(branch, number, target);
    }
}
