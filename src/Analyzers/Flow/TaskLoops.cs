using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>
/// Loops over collections of tasks. Where a loop begins, all tasks that it has left behind have ended, since there are none; it stays so when the element has ended each time that the loop goes on; and where the loop
/// ends by itself, it has left all behind.
/// </summary>
internal sealed class TaskLoops
{
    private readonly ILookup<object, Loop> _counting;
    private readonly ILookup<SyntaxNode, Loop> _enumerating;

    private TaskLoops(IReadOnlyCollection<Loop> loops)
    {
        _counting = loops.Where(loop => loop.Index is not null).ToLookup(loop => loop.Index!);
        _enumerating = loops.Where(loop => loop.Index is null).ToLookup(loop => loop.Enumerated);
    }

    /// <summary>The loops of a body, and of those round it.</summary>
    public static TaskLoops In(IOperation body)
    {
        while (body.Parent is not null)
            body = body.Parent;
        return new TaskLoops([.. body.Descendants().SelectMany(LoopsIn)]);
    }

    /// <summary>What holds when an index is set to zero, or goes on by one.</summary>
    public IEnumerable<Fact> Given(object variable, IOperation value, FlowState state)
    {
        foreach (var loop in _counting[variable])
        {
            foreach (var (element, member) in loop.Elements)
            {
                var soFar = loop.SoFar(member);
                if (value.ConstantValue is { HasValue: true, Value: 0 } || (IsStep(value) && state.Has(soFar) && state.Has(FactKind.Completed, element)))
                    yield return soFar;
            }
        }
    }

    /// <summary>What holds when <c>foreach</c> begins, and when it goes on.</summary>
    public void After(IOperation operation, FlowState state)
    {
        if (operation is not IInvocationOperation { TargetMethod.Name: "GetEnumerator" or "MoveNext" } call || LoopAt(call) is not { } loop)
            return;
        foreach (var (element, member) in loop.Elements)
        {
            if (call.TargetMethod.Name == "GetEnumerator")
            {
                state.Add(loop.SoFar(member));
                state.Add(new Fact(FactKind.Completed, element));
            }
            else if (!state.Has(FactKind.Completed, element))
            {
                state.Remove(loop.SoFar(member));
            }
        }
    }

    /// <summary>What holds when the loop has come to its end.</summary>
    public void When(IOperation condition, bool outcome, FlowState state)
    {
        var ended = condition switch
        {
            IInvocationOperation { TargetMethod.Name: "MoveNext" } call when !outcome && LoopAt(call) is { } loop => [loop],
            IBinaryOperation comparison when CountOf(comparison) is { } bound && outcome == bound.EndsWhen => _counting[bound.Index].Where(loop => Equals(loop.Collection, bound.Collection)),
            _ => [],
        };
        foreach (var loop in ended)
        {
            foreach (var (_, member) in loop.Elements.Where(element => state.Has(loop.SoFar(element.Member))))
                state.Add(new Fact(FactKind.Completed, new Place(loop.Collection, Member: member)));
        }
    }

    private Loop? LoopAt(IInvocationOperation call) => _enumerating[call.Syntax].FirstOrDefault();

    private static bool IsStep(IOperation value) => value is IIncrementOrDecrementOperation { Kind: OperationKind.Increment } or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Value.ConstantValue: { HasValue: true, Value: 1 } };

    private static IEnumerable<Loop> LoopsIn(IOperation operation) => operation switch
    {
        IForEachLoopOperation loop when EndedTasks.PlaceOf(loop.Collection, FlowState.Empty) is { Element: null, Member: null, Variable: var collection } =>
            [new Loop(collection, loop.Collection.Syntax, Index: null, [.. ElementsOf(loop)])],
        IBinaryOperation comparison when CountOf(comparison) is { } bound && LoopAround(operation) is { } loop =>
            [new Loop(bound.Collection, operation.Syntax, bound.Index, [.. WithMembers(new Place(bound.Collection, bound.Index), loop)])],
        _ => [],
    };

    private static IEnumerable<(Place Element, object? Member)> ElementsOf(IForEachLoopOperation loop)
    {
        if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var variable })
            return WithMembers(new Place(variable), loop);
        var parts = loop.LoopControlVariable.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select((part, index) => (new Place(part.Local), (object?)$"Item{index + 1}")).ToList();
        // The second part of an entry of a dictionary is the task.
        return parts is [_, var (value, _)] ? [.. parts, (value, null)] : parts;
    }

    /// <summary>The element, and those of its members that the loop uses.</summary>
    private static IEnumerable<(Place Element, object? Member)> WithMembers(Place element, ILoopOperation loop) => loop.Descendants()
        .OfType<IMemberReferenceOperation>()
        .Where(member => EndedTasks.PlaceOf(member.Instance, FlowState.Empty) is { } place && place == element)
        .Select(member => (object?)EndedTasks.KeyOf(member.Member))
        .Append(null)
        .Distinct()
        .Select(member => (element with { Member = member }, member));

    private static ILoopOperation? LoopAround(IOperation? operation)
    {
        while (operation is not null and not ILoopOperation)
            operation = operation.Parent;
        return operation as ILoopOperation;
    }

    /// <summary>The parts of <c>i &lt; tasks.Length</c>, and whether it is false or true when the index has come to the end.</summary>
    private static (object Index, object Collection, bool EndsWhen)? CountOf(IBinaryOperation comparison)
    {
        var (index, count, kind) = comparison.LeftOperand is ILocalReferenceOperation
            ? (comparison.LeftOperand, comparison.RightOperand, comparison.OperatorKind)
            : (comparison.RightOperand, comparison.LeftOperand, Turned(comparison.OperatorKind));
        return index is ILocalReferenceOperation { Local: var local }
            && kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.NotEquals or BinaryOperatorKind.Equals
            && count is IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } instance }
            && Variables.Of(instance, FlowState.Empty) is ISymbol collection
            ? (local, collection, kind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals)
            : null;
    }

    private static BinaryOperatorKind Turned(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => kind,
        _ => BinaryOperatorKind.None,
    };

    /// <summary>A loop.</summary>
    /// <param name="Collection">What it goes over.</param>
    /// <param name="Enumerated">The expression of it.</param>
    /// <param name="Index">What counts, when it is no <c>foreach</c>.</param>
    /// <param name="Elements">Where the current element is, and the member of the element that this is.</param>
    private sealed record Loop(object Collection, SyntaxNode Enumerated, object? Index, IReadOnlyList<(Place Element, object? Member)> Elements)
    {
        public Fact SoFar(object? member) => new(FactKind.CompletedSoFar, new Place(Collection, new LoopPosition(Enumerated, Index), member));
    }
}
