using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Flow;

/// <summary>What a kind of fact follows from.</summary>
internal interface IFlowRules
{
    /// <summary>The fact that holds of a variable when the value is assigned to it, if any.</summary>
    FactKind? Of(IOperation value, FlowState state);

    /// <summary>Adds what holds after the operation.</summary>
    void After(IOperation operation, FlowState state);

    /// <summary>Adds what holds where the condition is true, or false.</summary>
    void When(IOperation condition, bool outcome, FlowState state);

    /// <summary>Whether the call does not block, for what is known.</summary>
    bool IsHarmless(IOperation call, FlowState state);
}
