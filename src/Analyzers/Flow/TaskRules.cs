using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>
/// When a task has ended: it was waited for, alone or by <c>Task.WhenAll</c>; it says so (<c>IsCompleted</c>); or it was made that way. Asking it for its result blocks nothing then.
/// </summary>
internal sealed class TaskRules : IFlowRules
{
    private static readonly string[] s_ended = ["IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled"];
    private static readonly string[] s_made = ["FromResult", "FromException", "FromCanceled"];
    private static readonly string[] s_states = ["RanToCompletion", "Faulted", "Canceled"];

    public FactKind? Of(IOperation value, FlowState state) => IsEnded(Variables.Value(value, state), state) ? FactKind.Completed : null;

    public void After(IOperation operation, FlowState state)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.Name: "Await" } call when CoroutineSymbols.IsHandle(call.TargetMethod.ContainingType):
                AddAll(call.Arguments[0].Value, state);
                break;
            case IAwaitOperation wait:
                AddAll(wait.Operation, state);
                break;
            case IInvocationOperation { TargetMethod.Name: "WaitAll" } call when IsTask(call.TargetMethod.ContainingType) && call.Arguments.Length == 1:
                AddEach(call.Arguments[0].Value, state);
                break;
            case IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult", Arguments.IsEmpty: true, Instance: { } task }:
                state.Add(FactKind.Completed, TaskIn(task, state));
                break;
            case IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task }:
                state.Add(FactKind.Completed, TaskIn(task, state));
                break;
        }
    }

    public void When(IOperation condition, bool outcome, FlowState state)
    {
        switch (condition)
        {
            case IPropertyReferenceOperation { Instance: { } task } property when outcome && s_ended.Contains(property.Property.Name):
                state.Add(FactKind.Completed, TaskIn(task, state));
                break;
            case IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task } when outcome:
                state.Add(FactKind.Completed, TaskIn(task, state));
                break;
            case IInvocationOperation { TargetMethod.Name: "WaitAll" } call when outcome && IsTask(call.TargetMethod.ContainingType):
                AddEach(call.Arguments[0].Value, state);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison when outcome:
                AddEqual(comparison.LeftOperand, comparison.RightOperand, state);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison when !outcome:
                AddEqual(comparison.LeftOperand, comparison.RightOperand, state);
                break;
            case IIsPatternOperation pattern when outcome && AsksForEnd(pattern.Pattern):
                state.Add(FactKind.Completed, TaskIn(pattern.Value, state));
                state.Add(FactKind.Completed, ((IRecursivePatternOperation)pattern.Pattern).DeclaredSymbol);
                break;
            case IIsPatternOperation pattern when outcome && IsEndedState(pattern.Pattern):
                AddStatus(pattern.Value, state);
                break;
        }
    }

    public bool IsHarmless(IOperation call, FlowState state) => call switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } } property =>
            IsAfterEnd(property) || MatchedValue(property) is { } value && IsEnded(Variables.Value(value, state), state),
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } => IsEnded(Variables.Value(task, state), state),
        IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult", Instance: { } task } => IsEnded(Variables.Value(task, state), state),
        _ => false,
    };

    /// <summary>Whether the value is a task that has ended, an awaiter of one, or a collection of such.</summary>
    private static bool IsEnded(IOperation value, FlowState state) => value switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: var name } } call when s_made.Contains(name) => IsTask(call.TargetMethod.ContainingType),
        IInvocationOperation call when KeepsEnded(call) => true,
        IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray", ContainingType.Name: nameof(Enumerable) }, Arguments: [{ Value: var all }, ..] } when Variables.Value(all, state) is IInvocationOperation call && KeepsEnded(call) => true,
        IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType: var type } } => IsTask(type),
        IInvocationOperation { TargetMethod.Name: "Await", Arguments: [{ Value: var argument }] } call when CoroutineSymbols.IsHandle(call.TargetMethod.ContainingType) =>
            Variables.Value(argument, state) is IInvocationOperation { TargetMethod: { Name: "WhenAny", ContainingType: var tasks } } && IsTask(tasks),
        _ => state.Has(FactKind.Completed, TaskIn(value, state)),
    };

    /// <summary>The variable of the task that an expression is made of: <c>task.ConfigureAwait(false).GetAwaiter()</c>, <c>tasks[0]</c>.</summary>
    private static ISymbol? TaskIn(IOperation? value, FlowState state) => value is null ? null : Variables.Value(value, state) switch
    {
        IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "ConfigureAwait" or "AsTask" or "Preserve" or "WaitAsync" or "GetEnumerator" or "ToList" or "ToArray" } call =>
            TaskIn(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, state),
        IPropertyReferenceOperation { Property.Name: "Current" } current => TaskIn(current.Instance, state),
        IPropertyReferenceOperation { Property.IsIndexer: true } element => TaskIn(element.Instance, state),
        IArrayElementReferenceOperation element => TaskIn(element.ArrayReference, state),
        var variable => Variables.Of(variable, state),
    };

    /// <summary>What was waited for has ended; of <c>Task.WhenAll</c> all its tasks.</summary>
    private static void AddAll(IOperation task, FlowState state)
    {
        state.Add(FactKind.Completed, TaskIn(task, state));
        if (Variables.Value(task, state) is IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType: var type } } call && IsTask(type))
            AddEach(call.Arguments[0].Value, state);
    }

    private static void AddEach(IOperation tasks, FlowState state)
    {
        var elements = Variables.Value(tasks, state) switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            var single => [single],
        };
        foreach (var element in elements)
            state.Add(FactKind.Completed, TaskIn(element, state));
    }

    /// <summary>A task that is the same as one that has ended; one whose state is that of such.</summary>
    private static void AddEqual(IOperation left, IOperation right, FlowState state)
    {
        if (IsEndedState(right))
            AddStatus(left, state);
        if (IsEnded(Variables.Value(left, state), state))
            state.Add(FactKind.Completed, TaskIn(right, state));
        if (IsEnded(Variables.Value(right, state), state))
            state.Add(FactKind.Completed, TaskIn(left, state));
    }

    private static void AddStatus(IOperation value, FlowState state)
    {
        if (Variables.Value(value, state) is IPropertyReferenceOperation { Property.Name: "Status", Instance: { } task })
            state.Add(FactKind.Completed, TaskIn(task, state));
    }

    private static bool IsEndedState(IOperation value) => value is IFieldReferenceOperation { Field: { ContainingType.Name: "TaskStatus", Name: var name } } && s_states.Contains(name);

    private static bool IsEndedState(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsEndedState(constant.Value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsEndedState(either.LeftPattern) && IsEndedState(either.RightPattern),
        _ => false,
    };

    /// <summary><c>tasks.Where(task => task.IsCompleted)</c>.</summary>
    private static bool KeepsEnded(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Where", ContainingType.Name: nameof(Enumerable) }, Arguments: [_, { Value.Syntax: SimpleLambdaExpressionSyntax { Parameter: var parameter, ExpressionBody: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax asked, Name: var property } } }] }
        && asked.Identifier.ValueText == parameter.Identifier.ValueText
        && s_ended.Contains(property.Identifier.ValueText);

    private static bool AsksForEnd(IPatternOperation pattern) => pattern is IRecursivePatternOperation recursive && recursive.PropertySubpatterns.Any(AsksForEnd);

    private static bool AsksForEnd(IPropertySubpatternOperation property) =>
        property is { Member: IPropertyReferenceOperation { Property.Name: var name }, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: true } } } && s_ended.Contains(name);

    /// <summary>Whether the pattern has asked before: <c>{ IsCompleted: true, Result: 1 }</c>.</summary>
    private static bool IsAfterEnd(IOperation property) =>
        property.Parent is IPropertySubpatternOperation { Parent: IRecursivePatternOperation pattern } subpattern
        && pattern.PropertySubpatterns.TakeWhile(other => other != subpattern).Any(AsksForEnd);

    private static IOperation? MatchedValue(IOperation property) => property.Parent is IPropertySubpatternOperation { Parent: IRecursivePatternOperation { Parent: IIsPatternOperation match } } ? match.Value : null;

    private static bool IsTask(ITypeSymbol? type) => type is { Name: nameof(Task) or nameof(ValueTask), ContainingNamespace.Name: "Tasks" };
}
