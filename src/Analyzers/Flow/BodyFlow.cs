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
    private readonly IReadOnlyList<FlowRules> _rules;
    private readonly HashSet<SyntaxNode> _harmless = [];
    private readonly List<(IOperation? Value, FlowState State)> _exits = [];
    private readonly Lazy<FunctionWrites> _writes;

    private BodyFlow(IOperation body, IReadOnlyList<FlowRules> rules)
    {
        _rules = rules;
        _writes = new(() => FunctionWrites.In(body));
    }

    /// <summary>The calls of a body that do not block, by their syntax. Of a function inside a method all that the method knows counts.</summary>
    public static ICollection<SyntaxNode> HarmlessCalls(IOperation body, IReadOnlyList<FlowRules> rules) => Of(body, rules)._harmless;

    /// <summary>What holds where a body ends, and what it returns there.</summary>
    public static IReadOnlyList<(IOperation? Value, FlowState State)> Exits(IOperation body, IReadOnlyList<FlowRules> rules) => Of(body, rules)._exits;

    private static BodyFlow Of(IOperation body, IReadOnlyList<FlowRules> rules)
    {
        while (body.Parent is not null)
            body = body.Parent;
        var flow = new BodyFlow(body, rules);
        if (FlowGraphs.Of(body) is { } graph)
            flow.Run(graph, FlowState.Empty);
        return flow;
    }

    /// <summary>To the fixed point first, then once more, with what holds. In the order of the source: so each way has come to where ways meet before that is gone through, and a loop is done before what follows.</summary>
    private void Run(ControlFlowGraph graph, FlowState entry)
    {
        var entries = new Dictionary<int, FlowState> { [0] = entry.In(graph) };
        var open = new SortedSet<int> { 0 };
        while (open.Count > 0)
        {
            var block = graph.Blocks[open.Min];
            open.Remove(block.Ordinal);
            foreach (var (next, state) in Exits(graph, block, entries[block.Ordinal].Copy()).Where(exit => exit.State.IsPossible))
            {
                if (!entries.TryGetValue(next.Ordinal, out var known))
                    entries[next.Ordinal] = state;
                else if (!known.Meet(state))
                    continue;
                open.Add(next.Ordinal);
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

    /// <summary>The blocks after this one, and those that its exceptions may lead to, which know what holds wherever it may throw.</summary>
    private IEnumerable<(BasicBlock Block, FlowState State)> Exits(ControlFlowGraph graph, BasicBlock block, FlowState state)
    {
        var thrown = state.Copy();
        Pass(block, state, last: null, thrown);
        if (block.ConditionalSuccessor is { Destination: { } destination } jump)
            yield return (destination, Taking(jump, Branch(block, state, block.ConditionKind == ControlFlowConditionKind.WhenTrue)));
        if (block.FallThroughSuccessor is { } fallThrough)
        {
            foreach (var next in fallThrough.FinallyRegions.Select(region => region.FirstBlockOrdinal))
                yield return (graph.Blocks[next], state.Copy());
            if (fallThrough.Destination is { } following)
                yield return (following, Taking(fallThrough, block.ConditionalSuccessor is null ? state.Copy() : Branch(block, state, block.ConditionKind != ControlFlowConditionKind.WhenTrue)));
        }

        // Round a lambda's graph is that of the method.
        for (var region = block.EnclosingRegion; region is not null && region != graph.Root; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
                continue;
            foreach (var handler in region.EnclosingRegion!.NestedRegions.Where(other => other != region))
                yield return (graph.Blocks[handler.FirstBlockOrdinal], thrown.Copy());
        }
    }

    /// <summary>Variables that are no more are not followed any longer.</summary>
    private static FlowState Taking(ControlFlowBranch branch, FlowState state)
    {
        foreach (var variable in FlowGraphs.LeftBy(branch))
            state.Leave(variable);
        return state;
    }

    private FlowState Branch(BasicBlock block, FlowState state, bool outcome)
    {
        var branched = state.Copy();
        Conditions.Assume(block.BranchValue!, outcome, branched, _rules);
        return branched;
    }

    /// <summary>Goes through the operations of a block. With a graph it is the last time, and notes what is harmless.</summary>
    private void Pass(BasicBlock block, FlowState state, ControlFlowGraph? last, FlowState? thrown = null)
    {
        foreach (var operation in FlowGraphs.OperationsOf(block))
        {
            Visit(operation, state, last);
            thrown?.Meet(state);
        }
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

        _writes.Value.Forget(operation, state);
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                state.Capture(capture);
                if (state.IsVariable(capture))
                    Assign(capture.Id, capture.Value, state);
                break;
            case ISimpleAssignmentOperation assignment when Variables.Of(assignment.Target, state) is { } variable:
                Assign(variable, assignment.Value, state);
                break;
            case ICompoundAssignmentOperation { Target: var target } when Variables.Of(target, state) is { } variable:
                Assign(variable, operation, state);
                break;
            case IIncrementOrDecrementOperation { Target: var target } when Variables.Of(target, state) is { } variable:
                Assign(variable, operation, state);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when Variables.Of(argument.Value, state) is { } variable:
                state.Forget(variable);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction, state);
                break;
            case IInvocationOperation call:
                Conditions.Assert(call, state, _rules);
                break;
        }

        foreach (var rules in _rules)
            rules.After(operation, state);
        _writes.Value.ForgetReferenced(state);
    }

    private void Assign(object variable, IOperation value, FlowState state)
    {
        var facts = _rules.Select(rules => rules.Of(value, state)).OfType<FactKind>().Select(kind => new Fact(kind, new Place(variable))).ToList();
        facts.AddRange(_rules.SelectMany(rules => rules.Given(variable, value, state)));
        facts.AddRange(Conditions.Answers(variable, value, state, _rules));
        state.Forget(variable);
        facts.ForEach(state.Add);
    }

    /// <summary>Each variable gets what is known of that part of the value.</summary>
    private static void Deconstruct(IDeconstructionAssignmentOperation deconstruction, FlowState state)
    {
        var parts = (deconstruction.Target is IDeclarationExpressionOperation { Expression: var declared } ? declared : deconstruction.Target) is ITupleOperation tuple ? tuple.Elements : [];
        var value = Variables.Value(deconstruction.Value, state) is ITupleOperation ? null : EndedTasks.PlaceOf(deconstruction.Value, state);
        var facts = new List<Fact>();
        for (var i = 0; i < parts.Length && value is { Member: null } whole; i++)
        {
            if (Variables.Of(parts[i], state) is { } variable && (state.Has(FactKind.Completed, whole with { Member = $"Item{i + 1}" }) || (i == 1 && state.Has(FactKind.Completed, whole))))
                facts.Add(new Fact(FactKind.Completed, new Place(variable)));
        }

        foreach (var variable in deconstruction.Target.DescendantsAndSelf().Select(target => Variables.Of(target, state)).OfType<object>())
            state.Forget(variable);
        facts.ForEach(state.Add);
    }

    /// <summary>The lambda of <c>tasks.Select(t => …)</c> gets what the collection holds. Of variables that are written later, when it may run, it knows nothing.</summary>
    private FlowState EntryOf(IFlowAnonymousFunctionOperation lambda, FlowState state)
    {
        var entry = state.Copy();
        _writes.Value.ForgetWrittenAfter(lambda, entry);
        IOperation whole = lambda;
        while (whole.Parent is IDelegateCreationOperation or IConversionOperation)
            whole = whole.Parent;
        if (whole.Parent is IArgumentOperation { Parent: IInvocationOperation call } && lambda.Symbol.Parameters is [var item, ..] && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } receiver)
        {
            var collection = EndedTasks.PlaceOf(receiver, state)?.Variable;
            foreach (var fact in collection is null ? [] : state.About(collection).Where(fact => fact is { Then: null, Place.Element: null } && Equals(fact.Place.Variable, collection)))
                entry.Add(fact with { Place = fact.Place with { Variable = item } });
            foreach (var kind in _rules.Select(rules => rules.Of(receiver, state)).OfType<FactKind>())
                entry.Add(kind, item);
        }

        return entry;
    }
}
