namespace CoroGen.Analyzers.Flow;

/// <summary>What can be known of a variable at some place, since it holds on every way there.</summary>
internal enum FactKind
{
    /// <summary>The task has ended; of a collection, all its tasks.</summary>
    Completed,

    /// <summary>What the task gives is a task that has ended.</summary>
    GivesCompleted,

    /// <summary>All tasks that a loop over the collection has left behind have ended.</summary>
    CompletedSoFar,

    /// <summary>The stream is in memory.</summary>
    InMemory,

    /// <summary>The socket does not block, or was waited for.</summary>
    Ready,

    /// <summary>The variable is true.</summary>
    True,

    /// <summary>The variable is not true.</summary>
    False,
}

/// <summary>A fact; or, with another one, that the other holds wherever it does.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="Place">Of what.</param>
/// <param name="Then">When not null, this is all that is said: if the rest holds, so does this.</param>
internal sealed record Fact(FactKind Kind, Place Place, Fact? Then = null)
{
    /// <summary>Whether it is about the variable, or about that and another one.</summary>
    public bool Mentions(object variable) => Place.Mentions(variable) || Then?.Mentions(variable) == true;

    /// <summary>Whether it says that a variable is true, or that it is not.</summary>
    public bool IsAnswer => Then is null && Kind is FactKind.True or FactKind.False;

    /// <summary>That the variable is not true, for one that says it is, and the other way round.</summary>
    public Fact Opposite => new(Kind == FactKind.True ? FactKind.False : FactKind.True, Place);
}
