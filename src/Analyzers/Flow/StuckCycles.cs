using CoroGen.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>
/// Finds the cycles of a body that, once entered, may go on for ever without a suspension: no suspension stands on them, and each way out of them has a condition that nothing on the cycle can change.
/// The way to them: the suspensions are taken out of the graph; of what is still strongly connected, the branches lead out whose condition can change are taken out, too, and so on. What is left
/// connected, and has no such branch, is stuck.
/// </summary>
internal sealed class StuckCycles
{
    private readonly CoroutineBody _body;
    private readonly ControlFlowGraph _graph;
    private readonly OtherWrites _others;
    private readonly Dictionary<int, List<int>> _next = [];

    private StuckCycles(CoroutineBody body, ControlFlowGraph graph)
    {
        (_body, _graph, _others) = (body, graph, new OtherWrites(body));
        foreach (var block in graph.Blocks.Where(block => block.IsReachable && !Suspends(block)))
            _next[block.Ordinal] = [.. Branches(block).Where(branch => !branch.FinallyRegions.Any(Suspends)).Select(branch => branch.Destination!.Ordinal)];
    }

    /// <summary>The operations of each stuck cycle.</summary>
    public static IEnumerable<IReadOnlyList<IOperation>> In(CoroutineBody body, ControlFlowGraph graph)
    {
        var cycles = new StuckCycles(body, graph);
        return cycles.Find(cycles._next.Keys).Select(cycle => (IReadOnlyList<IOperation>)[.. cycle.SelectMany(ordinal => FlowSet<IOperation>.InOrder(graph.Blocks[ordinal]))]);
    }

    private IEnumerable<IReadOnlyCollection<int>> Find(IReadOnlyCollection<int> blocks)
    {
        foreach (var component in StronglyConnected.In(blocks, ordinal => _next[ordinal]))
        {
            var changes = new Changes(_others, [.. component.SelectMany(Executed)]);
            var ends = component.Where(ordinal => LeadsOut(ordinal, component) && changes.CanChange(_graph.Blocks[ordinal].BranchValue)).ToList();
            if (ends.Count == 0)
                yield return component;
            else
            {
                foreach (var inner in Find([.. component.Except(ends)]))
                    yield return inner;
            }
        }
    }

    /// <summary>What is done in a block, and in what its branches pass through.</summary>
    private IEnumerable<IOperation> Executed(int ordinal) =>
        Branches(_graph.Blocks[ordinal]).SelectMany(branch => branch.FinallyRegions).SelectMany(BlocksOf).Prepend(_graph.Blocks[ordinal]).SelectMany(FlowSet<IOperation>.InOrder);

    private bool LeadsOut(int ordinal, IReadOnlyCollection<int> component) =>
        _graph.Blocks[ordinal].ConditionKind != ControlFlowConditionKind.None && Branches(_graph.Blocks[ordinal]).Any(branch => !component.Contains(branch.Destination!.Ordinal) || branch.FinallyRegions.Any(Suspends));

    /// <summary>The branches that can be taken; a constant condition has one only.</summary>
    private static IEnumerable<ControlFlowBranch> Branches(BasicBlock block)
    {
        var constant = block.ConditionKind == ControlFlowConditionKind.None ? null : block.BranchValue?.ConstantValue.Value as bool?;
        var jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (block.ConditionalSuccessor is { Destination: not null } conditional && constant != !jumpsWhen)
            yield return conditional;
        if (block.FallThroughSuccessor is { Destination: not null } fall && (block.ConditionKind == ControlFlowConditionKind.None || constant != jumpsWhen))
            yield return fall;
    }

    private bool Suspends(BasicBlock block) => FlowSet<IOperation>.InOrder(block).Any(_body.IsSuspension);

    private bool Suspends(ControlFlowRegion region) => BlocksOf(region).Any(Suspends);

    private IEnumerable<BasicBlock> BlocksOf(ControlFlowRegion region) => _graph.Blocks.Where(block => block.Ordinal >= region.FirstBlockOrdinal && block.Ordinal <= region.LastBlockOrdinal);
}
