using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>What control-flow graphs are made of.</summary>
internal static class FlowGraphs
{
    /// <summary>The graph of a whole body, or null when it has none.</summary>
    public static ControlFlowGraph? Of(IOperation body) => body switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        IBlockOperation block => ControlFlowGraph.Create(block),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property),
        _ => null,
    };

    /// <summary>The operations of a block, the condition of its branch last.</summary>
    public static IEnumerable<IOperation> OperationsOf(BasicBlock block) => block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;

    /// <summary>The variables and captures that are no more after a branch. Where a loop goes on there are none: its own variable tells what has become of the element.</summary>
    public static IEnumerable<object> LeftBy(ControlFlowBranch branch) =>
        branch.LeavingRegions.LastOrDefault() is { } left && branch.Destination?.Ordinal > branch.Source.Ordinal ? VariablesIn(left) : [];

    private static IEnumerable<object> VariablesIn(ControlFlowRegion region) =>
        [.. region.Locals, .. region.CaptureIds.Select(capture => (object)capture), .. region.NestedRegions.SelectMany(VariablesIn)];
}
