using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace CoroGen.Analyzers.Flow;

/// <summary>The facts at a place, and what the captures of the control-flow graph stand for.</summary>
internal sealed class FlowState
{
    private readonly Dictionary<CaptureId, IOperation> _captures;

    private FlowState(ImmutableHashSet<Fact> facts, Dictionary<CaptureId, IOperation> captures)
    {
        Facts = facts;
        _captures = captures;
    }

    public ImmutableHashSet<Fact> Facts { get; private set; }

    public static FlowState Empty => new([], []);

    public FlowState Copy() => new(Facts, _captures);

    public bool Has(FactKind kind, ISymbol? variable) => variable is not null && Facts.Contains(new Fact(kind, variable));

    public void Add(FactKind kind, ISymbol? variable)
    {
        if (variable is not null)
            Facts = Facts.Add(new Fact(kind, variable));
    }

    public void Remove(FactKind kind, ISymbol variable) => Facts = Facts.Remove(new Fact(kind, variable));

    /// <summary>The variable is assigned: nothing is known of it any more.</summary>
    public void Forget(ISymbol variable)
    {
        foreach (FactKind kind in Enum.GetValues(typeof(FactKind)))
            Remove(kind, variable);
    }

    /// <summary>Keeps what also holds on another way.</summary>
    /// <returns>Whether that is less.</returns>
    public bool Meet(FlowState other)
    {
        var both = Facts.Intersect(other.Facts);
        var isLess = both.Count < Facts.Count;
        Facts = both;
        return isLess;
    }

    public void Capture(IFlowCaptureOperation capture) => _captures[capture.Id] = capture.Value;

    /// <summary>What a capture stands for: the last value, which is enough where it has one.</summary>
    public IOperation? ValueOf(IFlowCaptureReferenceOperation capture) => _captures.TryGetValue(capture.Id, out var value) ? value : null;
}
