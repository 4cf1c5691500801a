using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>
/// Follows facts forward through the control-flow graph of a body, and keeps what holds on every way: a call that does not block there is harmless. A lambda begins with what holds where
/// it stands, a local function with nothing.
/// </summary>
internal sealed class BodyFlow
{
    private readonly IReadOnlyList<IFlowRules> _rules;
    private readonly HashSet<SyntaxNode> _harmless = [];
    private readonly List<(IOperation? Value, FlowState State)> _exits = [];
    private readonly HashSet<ISymbol> _changedInside;

    private BodyFlow(IOperation body, IReadOnlyList<IFlowRules> rules)
    {
        _rules = rules;
        _changedInside = new HashSet<ISymbol>(ChangedByFunctions(body), SymbolEqualityComparer.Default);
    }

    /// <summary>The calls of a body that do not block, by their syntax. Of a function inside a method all that the method knows counts.</summary>
    public static ICollection<SyntaxNode> HarmlessCalls(IOperation body, IReadOnlyList<IFlowRules> rules) => Of(body, rules)._harmless;

    /// <summary>What holds where a body ends, and what it returns there.</summary>
    public static IReadOnlyList<(IOperation? Value, FlowState State)> Exits(IOperation body, IReadOnlyList<IFlowRules> rules) => Of(body, rules)._exits;

    private static BodyFlow Of(IOperation body, IReadOnlyList<IFlowRules> rules)
    {
        while (body.Parent is not null)
            body = body.Parent;
        var flow = new BodyFlow(body, rules);
        if (GraphOf(body) is { } graph)
            flow.Run(graph, FlowState.Empty);
        return flow;
    }

    private static ControlFlowGraph? GraphOf(IOperation body) => body switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        IBlockOperation block => ControlFlowGraph.Create(block),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property),
        _ => null,
    };

    private static IEnumerable<IOperation> Operations(BasicBlock block) => block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;

    /// <summary>To the fixed point first, then once more, with what holds.</summary>
    private void Run(ControlFlowGraph graph, FlowState entry)
    {
        var entries = new Dictionary<int, FlowState> { [0] = entry };
        var queue = new Queue<BasicBlock>([graph.Blocks[0]]);
        while (queue.Count > 0)
        {
            var block = queue.Dequeue();
            foreach (var (next, state) in Exits(graph, block, entries[block.Ordinal].Copy()))
            {
                if (!entries.TryGetValue(next.Ordinal, out var known))
                    entries[next.Ordinal] = state;
                else if (!known.Meet(state))
                    continue;
                queue.Enqueue(next);
            }
        }

        foreach (var block in graph.Blocks.Where(block => entries.ContainsKey(block.Ordinal)))
        {
            var state = entries[block.Ordinal].Copy();
            Pass(block, state, graph);
            if (graph.Parent is null && block.FallThroughSuccessor is { Destination.Kind: BasicBlockKind.Exit, Semantics: var semantics })
                _exits.Add((semantics == ControlFlowBranchSemantics.Return ? block.BranchValue : null, state));
        }

        foreach (var function in graph.LocalFunctions)
            Run(graph.GetLocalFunctionControlFlowGraph(function), FlowState.Empty);
    }

    /// <summary>The blocks after this one, and those that its exceptions may lead to, which know what was known before.</summary>
    private IEnumerable<(BasicBlock Block, FlowState State)> Exits(ControlFlowGraph graph, BasicBlock block, FlowState state)
    {
        var before = state.Copy();
        Pass(block, state, last: null);
        if (block.ConditionalSuccessor is { Destination: { } destination })
            yield return (destination, Branch(block, state, block.ConditionKind == ControlFlowConditionKind.WhenTrue));
        if (block.FallThroughSuccessor is { } fallThrough)
        {
            foreach (var next in fallThrough.FinallyRegions.Select(region => region.FirstBlockOrdinal))
                yield return (graph.Blocks[next], state.Copy());
            if (fallThrough.Destination is { } following)
                yield return (following, block.ConditionalSuccessor is null ? state.Copy() : Branch(block, state, block.ConditionKind != ControlFlowConditionKind.WhenTrue));
        }

        // Round a lambda's graph is that of the method.
        for (var region = block.EnclosingRegion; region is not null && region != graph.Root; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
                continue;
            foreach (var handler in region.EnclosingRegion!.NestedRegions.Where(other => other != region))
            {
                var thrown = before.Copy();
                thrown.Meet(state);
                yield return (graph.Blocks[handler.FirstBlockOrdinal], thrown);
            }
        }
    }

    private FlowState Branch(BasicBlock block, FlowState state, bool outcome)
    {
        var branched = state.Copy();
        foreach (var rules in _rules)
            When(rules, block.BranchValue!, outcome, branched);
        return branched;
    }

    private static void When(IFlowRules rules, IOperation condition, bool outcome, FlowState state)
    {
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
            (condition, outcome) = (not.Operand, !outcome);
        rules.When(condition, outcome, state);
    }

    /// <summary>Goes through the operations of a block. With a graph it is the last time, and notes what is harmless.</summary>
    private void Pass(BasicBlock block, FlowState state, ControlFlowGraph? last)
    {
        foreach (var operation in Operations(block))
            Visit(operation, state, last);
    }

    private void Visit(IOperation operation, FlowState state, ControlFlowGraph? last)
    {
        foreach (var child in operation.ChildOperations)
            Visit(child, state, last);
        if (last is not null)
        {
            if (_rules.Any(rules => rules.IsHarmless(operation, state)))
                _harmless.Add(operation.Syntax);
            if (operation is IFlowAnonymousFunctionOperation lambda)
                Run(last.GetAnonymousFunctionControlFlowGraph(lambda), EntryOf(lambda, state));
        }

        switch (operation)
        {
            case IFlowCaptureOperation capture:
                state.Capture(capture);
                break;
            case ISimpleAssignmentOperation assignment when Variables.Of(assignment.Target, state) is { } variable:
                Assign(variable, assignment.Value, state);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when Variables.Of(argument.Value, state) is { } variable:
                state.Forget(variable);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var variable in deconstruction.Target.DescendantsAndSelf().Select(target => Variables.Of(target, state)).OfType<ISymbol>())
                    state.Forget(variable);
                break;
            default:
                foreach (var rules in _rules)
                    rules.After(operation, state);
                break;
        }
    }

    private void Assign(ISymbol variable, IOperation value, FlowState state)
    {
        var facts = _rules.Select(rules => rules.Of(value, state)).OfType<FactKind>().ToList();
        state.Forget(variable);
        if (!_changedInside.Contains(variable))
            facts.ForEach(kind => state.Add(kind, variable));
    }

    /// <summary>The lambda of <c>tasks.Select(t => …)</c> gets what the collection holds.</summary>
    private FlowState EntryOf(IFlowAnonymousFunctionOperation lambda, FlowState state)
    {
        var entry = state.Copy();
        IOperation whole = lambda;
        while (whole.Parent is IDelegateCreationOperation or IConversionOperation)
            whole = whole.Parent;
        if (whole.Parent is IArgumentOperation { Parent: IInvocationOperation call } && lambda.Symbol.Parameters.Length > 0)
        {
            var receiver = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
            foreach (var fact in state.Facts.Where(fact => SymbolEqualityComparer.Default.Equals(fact.Variable, Variables.Of(receiver, state))))
                entry.Add(fact.Kind, lambda.Symbol.Parameters[0]);
            foreach (var kind in _rules.Select(rules => receiver is null ? null : rules.Of(receiver, state)).OfType<FactKind>())
                entry.Add(kind, lambda.Symbol.Parameters[0]);
        }

        return entry;
    }

    /// <summary>What lambdas and local functions assign may change at any time.</summary>
    private static IEnumerable<ISymbol> ChangedByFunctions(IOperation body) => body.Descendants()
        .Where(operation => operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
        .SelectMany(function => function.Descendants())
        .OfType<IAssignmentOperation>()
        .Select(assignment => assignment.Target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => (ISymbol)parameter.Parameter,
            _ => null,
        })
        .OfType<ISymbol>();
}
