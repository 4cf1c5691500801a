using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>The ways through a handler that has caught a cancellation. One that throws, or waits again (which throws in a cancelled coroutine), does not swallow it.</summary>
internal sealed class HandlerFlow(CoroutineBody body, ILocalSymbol? exception)
{
    /// <summary>Whether a way leads out of the handler.</summary>
    public bool CanBeLeft(ControlFlowRegion handler)
    {
        var graph = body.Graph!;
        var seen = new HashSet<int>();
        var open = new Stack<BasicBlock>([graph.Blocks[handler.FirstBlockOrdinal]]);
        while (open.Count > 0)
        {
            var block = open.Pop();
            if (!seen.Add(block.Ordinal) || Throws(block))
                continue;
            foreach (var branch in Branches(block))
            {
                if (branch.Semantics == ControlFlowBranchSemantics.Return || (branch.Semantics == ControlFlowBranchSemantics.Regular && !IsIn(branch.Destination, handler)))
                    return true;
                if (branch.Destination is { } next && IsIn(next, handler))
                    open.Push(next);
            }
        }

        return false;
    }

    private static bool IsIn(BasicBlock? block, ControlFlowRegion region) => block is not null && block.Ordinal >= region.FirstBlockOrdinal && block.Ordinal <= region.LastBlockOrdinal;

    /// <summary>The branches that a cancellation can take.</summary>
    private IEnumerable<ControlFlowBranch> Branches(BasicBlock block)
    {
        var holds = block.ConditionKind == ControlFlowConditionKind.None ? false : new CancellationFilter(body.Compilation, IsException).Holds(block.BranchValue);
        if (block.ConditionalSuccessor is { } conditional && holds != (block.ConditionKind == ControlFlowConditionKind.WhenFalse))
            yield return conditional;
        if (block.FallThroughSuccessor is { } fall && (block.ConditionKind == ControlFlowConditionKind.None || holds != (block.ConditionKind == ControlFlowConditionKind.WhenTrue)))
            yield return fall;
    }

    private bool IsException(IOperation operation) => operation switch
    {
        ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, exception),
        IFlowCaptureReferenceOperation reference => body.Graph!.Blocks.SelectMany(block => block.Operations).OfType<IFlowCaptureOperation>().Any(capture => capture.Id.Equals(reference.Id) && IsException(capture.Value)),
        _ => false,
    };

    private bool Throws(BasicBlock block) =>
        block.Operations.Concat(block.BranchValue is { } value ? [value] : []).SelectMany(operation => operation.DescendantsAndSelf()).OfType<IInvocationOperation>().Any(call =>
            (body.IsSuspension(call) && !ShieldMarks.On(call.TargetMethod))
            || call.TargetMethod is { Name: "ThrowIfCancellationRequested" } or { Name: "Throw", ContainingType.Name: "ExceptionDispatchInfo" }
            || call.TargetMethod.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute"));
}
