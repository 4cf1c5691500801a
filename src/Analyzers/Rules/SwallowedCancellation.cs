using CoroGen.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers;

/// <summary>CORO400: a <c>catch</c> round a suspension that catches the coroutine's cancellation, among other things, and can be left without an exception.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedCancellation() : BodyRule(DiagnosticDescriptors.SwallowedCancellation)
{
    private protected override IEnumerable<Diagnostic> Check(CoroutineBody body, CancellationToken cancellation)
    {
        var tries = body.Operations.OfType<ITryOperation>().Where(@try => !@try.Catches.IsEmpty).ToList();
        for (var i = 0; i < tries.Count; i++)
        {
            var suspected = tries[i].Catches.Where(clause => !Names.IsRuntimes(clause.ExceptionType, "CoroutineCanceledException") && !Handlers.NamesCancellation(clause) && Handlers.CatchesCancellation(clause, body.Compilation)).ToList();
            if (suspected.Count == 0 || !CanBeCancelled(tries[i].Body, body) || HandlersOf(i, tries.Count, body.Graph) is not { } regions)
                continue;
            foreach (var clause in suspected)
            {
                var handler = new HandlerFlow(body, Handlers.VariableOf(clause));
                if (handler.CanBeLeft(regions[tries[i].Catches.IndexOf(clause)]))
                    yield return At(((CatchClauseSyntax)clause.Syntax).CatchKeyword.GetLocation(), Facts.None);
            }
        }
    }

    /// <summary>Whether a wait inside would throw a cancellation; a shield does not.</summary>
    private static bool CanBeCancelled(IOperation block, CoroutineBody body) =>
        body.Operations.Any(operation =>
            (operation is IInvocationOperation call && body.IsSuspension(call) && !ShieldMarks.On(call.TargetMethod) || body.Suspensions.LanguageCallsOf(operation.Syntax) is not null)
            && block.Syntax.Span.Contains(operation.Syntax.Span));

    /// <summary>The regions of the handlers of one <c>try</c>: those of the graph come in the order of the source.</summary>
    private static List<ControlFlowRegion>? HandlersOf(int index, int count, ControlFlowGraph? graph)
    {
        if (graph is null)
            return null;
        var tries = Regions(graph.Root).Where(region => region.Kind == ControlFlowRegionKind.TryAndCatch).ToList();
        return tries.Count != count
            ? null
            : [.. tries[index].NestedRegions.Where(region => region.Kind != ControlFlowRegionKind.Try).Select(region => region.Kind == ControlFlowRegionKind.Catch ? region : region.NestedRegions[1])];
    }

    private static IEnumerable<ControlFlowRegion> Regions(ControlFlowRegion region) => region.NestedRegions.SelectMany(Regions).Prepend(region);
}
