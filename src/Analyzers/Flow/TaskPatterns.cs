using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>What patterns tell of tasks: <c>task is { IsCompleted: true }</c>, <c>status is TaskStatus.RanToCompletion</c>.</summary>
internal static class TaskPatterns
{
    private static readonly string[] s_states = ["RanToCompletion", "Faulted", "Canceled"];

    /// <summary>Whether a task has ended that matches the pattern, or does not.</summary>
    public static bool Ends(IPatternOperation pattern, bool outcome) => pattern switch
    {
        INegatedPatternOperation not => Ends(not.Pattern, !outcome),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => outcome ? Ends(both.LeftPattern, true) || Ends(both.RightPattern, true) : Ends(both.LeftPattern, false) && Ends(both.RightPattern, false),
        IBinaryPatternOperation either => outcome ? Ends(either.LeftPattern, true) && Ends(either.RightPattern, true) : Ends(either.LeftPattern, false) || Ends(either.RightPattern, false),
        IRecursivePatternOperation recursive => outcome && recursive.PropertySubpatterns.Any(AsksForEnd),
        _ => false,
    };

    /// <summary>Whether a state that matches the pattern, or does not, is that of a task which has ended.</summary>
    public static bool IsEndedState(IPatternOperation pattern, bool outcome) => pattern switch
    {
        INegatedPatternOperation not => IsEndedState(not.Pattern, !outcome),
        IConstantPatternOperation constant => outcome && IsEndedState(constant.Value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => outcome ? IsEndedState(either.LeftPattern, true) && IsEndedState(either.RightPattern, true) : IsEndedState(either.LeftPattern, false) || IsEndedState(either.RightPattern, false),
        _ => false,
    };

    public static bool IsEndedState(IOperation value) => value switch
    {
        IConversionOperation conversion => IsEndedState(conversion.Operand),
        IFieldReferenceOperation { Field: { ContainingType.Name: "TaskStatus", Name: var name } } => s_states.Contains(name),
        _ => false,
    };

    /// <summary>Whether the pattern has asked before: <c>{ IsCompleted: true, Result: 1 }</c>.</summary>
    public static bool IsAfterEnd(IOperation property) =>
        property.Parent is IPropertySubpatternOperation { Parent: IRecursivePatternOperation pattern } subpattern
        && pattern.PropertySubpatterns.TakeWhile(other => other != subpattern).Any(AsksForEnd);

    /// <summary>What the pattern around a property is compared with.</summary>
    public static IOperation? MatchedValue(IOperation property) => property.Parent is IPropertySubpatternOperation { Parent: IRecursivePatternOperation { Parent: IIsPatternOperation match } } ? match.Value : null;

    private static bool AsksForEnd(IPropertySubpatternOperation property) => property.Member is IPropertyReferenceOperation { Property: var asked }
        && (EndedTasks.IsAnswer(asked) ? property.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: true } } : asked.Name == "Status" && IsEndedState(property.Pattern, outcome: true));
}
