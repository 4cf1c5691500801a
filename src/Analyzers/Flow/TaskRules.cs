using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>
/// When a task has ended: it was waited for, alone or by <c>Task.WhenAll</c>; it says so (<c>IsCompleted</c>); or it was made that way. Asking it for its result blocks nothing then.
/// </summary>
/// <param name="body">The body that is followed.</param>
internal sealed class TaskRules(IOperation body) : FlowRules
{
    private readonly Lazy<TaskLoops> _loops = new(() => TaskLoops.In(body));

    public override FactKind? Of(IOperation value, FlowState state) => MayHoldTasks(value.Type) && EndedTasks.IsEnded(value, state) ? FactKind.Completed : null;

    /// <summary>A variable ends with what it was given, and the other way round; of a state that is kept, what it tells.</summary>
    public override IEnumerable<Fact> Given(object variable, IOperation value, FlowState state)
    {
        foreach (var fact in _loops.Value.Given(variable, value, state))
            yield return fact;
        if (!MayHoldTasks(value.Type))
            yield break;
        var own = new Place(variable);
        foreach (var place in EndedTasks.EndedWith(value, state).Where(place => !place.Mentions(variable) && place.Element != Place.SomeElement))
            yield return Completed(own) with { Then = Completed(place) };
        if (EndedTasks.PlaceOf(value, state) is { } source && !source.Mentions(variable))
        {
            yield return Completed(source) with { Then = Completed(own) };
            yield return Completed(source.Whole) with { Then = Completed(own) };
            foreach (var part in state.About(source.Variable).Where(fact => fact is { Kind: FactKind.Completed, Then: null, Place.Member: not null } && source.Member is null && Equals(fact.Place with { Member = null }, source.Whole)))
                yield return Completed(own with { Member = part.Place.Member });
        }

        if (EndedTasks.GivesEnded(value, state))
            yield return new Fact(FactKind.GivesCompleted, own);
        if (Variables.Value(value, state) is IPropertyReferenceOperation { Property.Name: "Status", Instance: { } task } && EndedTasks.PlaceOf(task, state) is { } asked)
            yield return Completed(own) with { Then = Completed(asked) };
    }

    public override void After(IOperation operation, FlowState state)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.Name: "Await" } call when CoroutineSymbols.IsHandle(call.TargetMethod.ContainingType):
                AddAll(call.Arguments[0].Value, state);
                break;
            case IAwaitOperation wait:
                AddAll(wait.Operation, state);
                break;
            case IInvocationOperation { TargetMethod.Name: "WaitAll" } call when EndedTasks.IsTask(call.TargetMethod.ContainingType) && call.Arguments.Length == 1:
                AddAll(call.Arguments[0].Value, state);
                break;
            case IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult", Arguments.IsEmpty: true, Instance: { } task }:
                AddAll(task, state);
                break;
            case IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task }:
                AddAll(task, state);
                break;
            case IInvocationOperation { TargetMethod: { ContainingType: { Name: "TaskCompletionSource" } source, Name: var name }, Instance: { } made } when name.StartsWith("Set", StringComparison.Ordinal) || name.StartsWith("TrySet", StringComparison.Ordinal):
                if (source.GetMembers("Task").FirstOrDefault() is { } member && EndedTasks.PlaceOf(made, state) is { Member: null } place)
                    state.Add(Completed(place with { Member = EndedTasks.KeyOf(member) }));
                break;
            default:
                TaskCollections.Change(operation, state);
                break;
        }

        _loops.Value.After(operation, state);
    }

    public override void When(IOperation condition, bool outcome, FlowState state)
    {
        switch (condition)
        {
            case IPropertyReferenceOperation { Instance: { } task } property when outcome && EndedTasks.IsAnswer(property.Property):
                AddAll(task, state);
                break;
            case IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task } when outcome:
                AddAll(task, state);
                break;
            case IInvocationOperation { TargetMethod.Name: "WaitAll" } call when outcome && EndedTasks.IsTask(call.TargetMethod.ContainingType):
                AddAll(call.Arguments[0].Value, state);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when outcome == (comparison.OperatorKind == BinaryOperatorKind.Equals):
                AddEqual(comparison.LeftOperand, comparison.RightOperand, state);
                AddEqual(comparison.RightOperand, comparison.LeftOperand, state);
                break;
            case IIsPatternOperation match:
                if (TaskPatterns.Ends(match.Pattern, outcome))
                {
                    AddAll(match.Value, state);
                    state.Add(FactKind.Completed, (match.Pattern as IRecursivePatternOperation)?.DeclaredSymbol);
                }

                if (TaskPatterns.IsEndedState(match.Pattern, outcome))
                    AddState(match.Value, state);
                break;
        }

        _loops.Value.When(condition, outcome, state);
    }

    public override bool IsHarmless(IOperation call, FlowState state) => call switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } } property =>
            TaskPatterns.IsAfterEnd(property) || (TaskPatterns.MatchedValue(property) is { } value && EndedTasks.IsEnded(value, state)),
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } => EndedTasks.IsEnded(task, state),
        IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult", Instance: { } task } => EndedTasks.IsEnded(task, state),
        IInvocationOperation { TargetMethod: { Name: "WaitAll", ContainingType: var type }, Arguments: [{ Value: var tasks }, ..] } when EndedTasks.IsTask(type) => EndedTasks.IsEnded(tasks, state),
        _ => false,
    };

    public static bool MayHoldTasks(ITypeSymbol? type) => type is { SpecialType: < SpecialType.System_Boolean or > SpecialType.System_String };

    private static Fact Completed(Place place) => new(FactKind.Completed, place);

    private static void AddAll(IOperation task, FlowState state)
    {
        foreach (var place in EndedTasks.EndedWith(task, state))
            state.Add(Completed(place));
    }

    /// <summary>A task that is the same as one that has ended; one whose state is that of such.</summary>
    private static void AddEqual(IOperation task, IOperation other, FlowState state)
    {
        if (TaskPatterns.IsEndedState(other))
            AddState(task, state);
        if (EndedTasks.IsEnded(other, state))
            AddAll(task, state);
    }

    /// <summary>The state, or the variable that keeps it, is that of a task that has ended.</summary>
    private static void AddState(IOperation value, FlowState state)
    {
        if (Variables.Value(value, state) is IPropertyReferenceOperation { Property.Name: "Status", Instance: { } task })
            AddAll(task, state);
        state.Add(FactKind.Completed, Variables.Of(value, state));
    }
}
