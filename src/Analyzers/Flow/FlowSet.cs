using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CoroGen.Analyzers.Flow;

/// <summary>
/// Walks a graph with a set of facts, and joins the sets where ways meet: at each operation it has what holds on some way there. Every way through a <c>finally</c> is walked for itself. A handler
/// begins with what held where its <c>try</c> began.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="step">What holds after an operation; called several times for one that several ways reach.</param>
/// <param name="assume">What holds where a condition came to a value.</param>
internal sealed class FlowSet<T>(
    ControlFlowGraph graph,
    Func<IOperation, ImmutableHashSet<T>, ImmutableHashSet<T>> step,
    Func<IOperation, bool, ImmutableHashSet<T>, ImmutableHashSet<T>> assume)
{
    /// <summary>Walks the whole graph.</summary>
    public void Walk(ImmutableHashSet<T> start) => Walk(graph.Root, start);

    /// <summary>The operations of a block in the order in which they are evaluated.</summary>
    public static IEnumerable<IOperation> InOrder(BasicBlock block) => block.Operations.Concat(block.BranchValue is { } value ? [value] : []).SelectMany(InOrder);

    /// <summary>Walks a region, and gives what holds at its end, or null when that is never reached.</summary>
    private ImmutableHashSet<T>? Walk(ControlFlowRegion region, ImmutableHashSet<T> start)
    {
        var before = new Dictionary<int, ImmutableHashSet<T>> { [region.FirstBlockOrdinal] = start };
        var open = new SortedSet<int> { region.FirstBlockOrdinal };
        ImmutableHashSet<T>? end = null;
        while (open.Count > 0)
        {
            var block = graph.Blocks[open.Min];
            open.Remove(block.Ordinal);
            var state = before[block.Ordinal];
            foreach (var handler in HandlersBegunAt(block))
            {
                if (handler.Kind == ControlFlowRegionKind.Finally)
                    Walk(handler, state);
                else
                    Reach(handler.FirstBlockOrdinal, state);
            }

            state = InOrder(block).Aggregate(state, (current, operation) => step(operation, current));
            foreach (var (branch, after) in Branches(block, state))
            {
                if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling && region.Kind == ControlFlowRegionKind.Finally)
                    end = end?.Union(after) ?? after;
                else if (branch.Destination is { } destination && Contains(region, destination) && ThroughFinally(branch, after) is { } arriving)
                    Reach(destination.Ordinal, arriving);
            }
        }

        return end;

        void Reach(int ordinal, ImmutableHashSet<T> state)
        {
            var joined = before.TryGetValue(ordinal, out var known) ? known.Union(state) : state;
            if (known is not null && joined.Count == known.Count)
                return;
            before[ordinal] = joined;
            open.Add(ordinal);
        }
    }

    private ImmutableHashSet<T>? ThroughFinally(ControlFlowBranch branch, ImmutableHashSet<T> state)
    {
        ImmutableHashSet<T>? current = state;
        foreach (var region in branch.FinallyRegions)
            current = current is null ? null : Walk(region, current);
        return current;
    }

    private IEnumerable<(ControlFlowBranch Branch, ImmutableHashSet<T> After)> Branches(BasicBlock block, ImmutableHashSet<T> state)
    {
        var jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (block.ConditionalSuccessor is { } conditional && CanBe(block, jumpsWhen))
            yield return (conditional, assume(block.BranchValue!, jumpsWhen, state));
        if (block.FallThroughSuccessor is not { } fall)
            yield break;
        if (block.ConditionKind == ControlFlowConditionKind.None)
            yield return (fall, state);
        else if (CanBe(block, !jumpsWhen))
            yield return (fall, assume(block.BranchValue!, !jumpsWhen, state));
    }

    private static bool CanBe(BasicBlock block, bool value) => block.BranchValue is not { ConstantValue: { HasValue: true, Value: bool constant } } || constant == value;

    private static bool Contains(ControlFlowRegion region, BasicBlock block) => block.Ordinal >= region.FirstBlockOrdinal && block.Ordinal <= region.LastBlockOrdinal;

    private static IEnumerable<ControlFlowRegion> HandlersBegunAt(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null && region.FirstBlockOrdinal == block.Ordinal; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                foreach (var handler in region.EnclosingRegion!.NestedRegions.Where(other => other != region))
                    yield return handler;
            }
        }
    }

    private static IEnumerable<IOperation> InOrder(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            foreach (var inner in InOrder(child))
                yield return inner;
        }

        yield return operation;
    }
}
