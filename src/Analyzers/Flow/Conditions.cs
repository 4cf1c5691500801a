using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>What follows from a condition, where it is asked, and where its answer is kept in a variable.</summary>
internal static class Conditions
{
    /// <summary>Adds what holds where the condition is true, or is not.</summary>
    public static void Assume(IOperation condition, bool outcome, FlowState state, IReadOnlyList<FlowRules> rules)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                Assume(not.Operand, !outcome, state, rules);
                return;
            case IConversionOperation { OperatorMethod: null } conversion:
                Assume(conversion.Operand, outcome, state, rules);
                return;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand: var constant } comparison when IsTrue(constant):
                Assume(comparison.LeftOperand, outcome == (comparison.OperatorKind == BinaryOperatorKind.Equals), state, rules);
                return;
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } match when IsTrue(constant):
                Assume(match.Value, outcome, state, rules);
                return;
        }

        if (IsAnswer(condition.Type) && Variables.Of(condition, state) is { } variable and not IFieldSymbol and not IPropertySymbol)
            state.Add(outcome ? FactKind.True : FactKind.False, variable);
        foreach (var rule in rules)
            rule.When(condition, outcome, state);
    }

    /// <summary>What the variable tells that gets the value: <c>var done = task.IsCompleted;</c>.</summary>
    public static IEnumerable<Fact> Answers(object variable, IOperation value, FlowState state, IReadOnlyList<FlowRules> rules)
    {
        if (!IsAnswer(value.Type) || variable is IFieldSymbol or IPropertySymbol)
            return [];
        var answer = Variables.Value(value, state);
        if (answer is IDefaultValueOperation or ILiteralOperation or { ConstantValue.HasValue: true })
            return [new Fact(IsTrue(answer) ? FactKind.True : FactKind.False, new Place(variable))];
        return [.. Told(FactKind.True), .. Told(FactKind.False)];

        IEnumerable<Fact> Told(FactKind kind)
        {
            var assumed = state.Copy();
            Assume(value, kind == FactKind.True, assumed, rules);
            return assumed.Except(state).Where(fact => fact.Then is null && !fact.Mentions(variable)).Select(fact => new Fact(kind, new Place(variable), fact));
        }
    }

    /// <summary>What holds after a call that returns only where its argument is true, or false: <c>Debug.Assert(task.IsCompleted)</c>.</summary>
    public static void Assert(IInvocationOperation call, FlowState state, IReadOnlyList<FlowRules> rules)
    {
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Boolean))
        {
            if (argument.Parameter!.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "DoesNotReturnIfAttribute") is { ConstructorArguments: [{ Value: bool outcome }] })
                Assume(argument.Value, !outcome, state, rules);
        }
    }

    private static bool IsAnswer(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Boolean } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

    private static bool IsTrue(IOperation value) => value is { ConstantValue: { HasValue: true, Value: true } } or IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: true } };
}
