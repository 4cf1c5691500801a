using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Flow;

/// <summary>What a kind of fact follows from.</summary>
internal abstract class FlowRules
{
    /// <summary>The fact that holds of a variable when the value is assigned to it, if any.</summary>
    public abstract FactKind? Of(IOperation value, FlowState state);

    /// <summary>Whether the call does not block, for what is known.</summary>
    public abstract bool IsHarmless(IOperation call, FlowState state);

    /// <summary>What else holds when the value has been assigned to the variable.</summary>
    public virtual IEnumerable<Fact> Given(object variable, IOperation value, FlowState state) => [];

    /// <summary>Adds what holds after the operation, and takes away what does no longer.</summary>
    public virtual void After(IOperation operation, FlowState state)
    {
    }

    /// <summary>Adds what holds where the condition is true, or false.</summary>
    public virtual void When(IOperation condition, bool outcome, FlowState state)
    {
    }
}
