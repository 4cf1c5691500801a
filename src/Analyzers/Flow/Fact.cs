using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Flow;

/// <summary>What can be known of a variable at some place, since it holds on every way there.</summary>
internal enum FactKind
{
    /// <summary>The task has ended; of a collection, all its tasks.</summary>
    Completed,

    /// <summary>The stream is in memory.</summary>
    InMemory,

    /// <summary>The socket does not block, or was waited for.</summary>
    Ready,
}

/// <summary>A fact, of a local, a parameter or a field.</summary>
internal readonly record struct Fact(FactKind Kind, ISymbol Variable)
{
    public bool Equals(Fact other) => Kind == other.Kind && SymbolEqualityComparer.Default.Equals(Variable, other.Variable);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);
}
