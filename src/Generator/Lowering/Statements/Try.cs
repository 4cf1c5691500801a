using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Regions;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>
/// A <c>try</c> stays one; suspensions in its block make it re-entrant. A <c>catch</c> or <c>finally</c> that suspends moves out of it, see
/// <see cref="MovedCatch"/> and <see cref="MovedFinally"/>; a moved <c>catch</c> still runs inside its <c>finally</c>.
/// </summary>
internal static class Try
{
    public static void Lower(TryStatementSyntax node, LoweringContext context)
    {
        foreach (var clause in node.Catches.Where(c => context.Suspends(c.Filter)))
            context.Refuse(Rules.MisplacedSuspension, clause.Filter!, "an exception filter", "test the exception in the 'catch' block, and throw it again");

        if (node.Finally is null)
            LowerCatches(node, context);
        else if (context.Suspends(node.Finally))
            MovedFinally.Lower(node.Finally, () => LowerInner(node, context), () => Block.Lower(node.Finally.Block, context), context);
        else
            TryRegion.WithFinally(CopiedStatement.RenderBlock(node.Finally.Block, context), () => LowerInner(node, context), context);
    }

    private static void LowerInner(TryStatementSyntax node, LoweringContext context)
    {
        if (node.Catches.Count == 0)
            StatementLowering.Lower(node.Block, context);
        else
            LowerCatches(node, context);
    }

    private static void LowerCatches(TryStatementSyntax node, LoweringContext context)
    {
        var moved = MovedCatch.For(node, context);
        var region = TryRegion.Open(context, () =>
        {
            StatementLowering.Lower(node.Block, context);
            moved?.Leave();
        });
        foreach (var clause in node.Catches)
            region.Handlers.Add(context.Suspends(clause) ? moved!.Note(clause) : InPlace(clause, context));
        moved?.LowerHandlers();
    }

    private static Handler InPlace(CatchClauseSyntax clause, LoweringContext context)
    {
        var type = clause.Declaration is { } declaration ? Fragment.Of($"catch {context.Render(declaration)}") : Fragment.Plain("catch");
        var place = context.Places.SpanOf(SequencePoints.OfHead(clause));
        var head = clause.Filter is { } filter ? Fragment.Of($"{type} {Fragment.Of($"when ({Filter(filter, context)})").At(place)}") : type.At(place);
        var block = CopiedStatement.RenderBlock(clause.Block, context);
        block.Effects.Captures.ExceptWith(head.Effects.Captures);
        return new Handler(head, block, CopiedStatement.FallsThrough(clause.Block));
    }

    /// <summary>The condition of a filter. A lambda in it gets its copies of the scope objects in the condition itself, for nothing can stand before it.</summary>
    public static Fragment Filter(CatchFilterClauseSyntax filter, LoweringContext context)
    {
        var condition = context.Render(filter.FilterExpression);
        if (context.Overflow is { } keyword)
            condition = Fragment.Of($"{keyword}({condition})");
        foreach (var scope in condition.Effects.Captures)
            condition = Fragment.Of($"{scope.Variable} is var {scope.CopyName} && ({condition})");
        return condition;
    }
}
