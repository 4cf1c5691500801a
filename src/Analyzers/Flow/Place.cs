namespace CoroGen.Analyzers.Flow;

/// <summary>Where a value is kept that facts are known of.</summary>
/// <param name="Variable">A local, a parameter, a field; or the id of what the control-flow graph has captured.</param>
/// <param name="Element">The index of an element, a constant or a variable, for all elements null; or how far a loop is.</param>
/// <param name="Member">A member of what is there, <c>job.Task</c>, or null.</param>
internal readonly record struct Place(object Variable, object? Element = null, object? Member = null)
{
    /// <summary>The index of an element of which nothing else is known.</summary>
    public static readonly object SomeElement = new();

    /// <summary>All elements.</summary>
    public Place Whole => this with { Element = null };

    /// <summary>The variables that it is made of.</summary>
    public IEnumerable<object> Variables => new[] { Variable, Element is LoopPosition loop ? loop.Index : Element }.OfType<object>();

    public bool Mentions(object variable) => Variables.Contains(variable);
}

/// <summary>How far a loop over a collection is.</summary>
/// <param name="Enumerated">The expression of the collection, or the condition.</param>
/// <param name="Index">What counts, when it is no <c>foreach</c>.</param>
internal sealed record LoopPosition(object Enumerated, object? Index);
