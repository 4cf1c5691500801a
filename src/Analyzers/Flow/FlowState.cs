using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>The facts at a place, and what the captures of the control-flow graph stand for.</summary>
internal sealed class FlowState
{
    private readonly FlowCaptures _captures;

    private FlowState(ImmutableHashSet<Fact> facts, FlowCaptures captures)
    {
        Facts = facts;
        _captures = captures;
    }

    public ImmutableHashSet<Fact> Facts { get; private set; }

    /// <summary>A state in which nothing is known.</summary>
    public static FlowState Empty => new([], new FlowCaptures());

    public FlowState Copy() => new(Facts, _captures);

    /// <summary>The same facts in another graph.</summary>
    public FlowState In(ControlFlowGraph graph) => new(Facts, _captures.In(graph));

    public bool Has(FactKind kind, object? variable) => variable is not null && Has(kind, new Place(variable));

    /// <summary>Whether it is known of the place, or of all elements there.</summary>
    public bool Has(FactKind kind, Place place) => Facts.Contains(new Fact(kind, place)) || (place.Element is not null && Facts.Contains(new Fact(kind, place.Whole)));

    public void Add(FactKind kind, object? variable)
    {
        if (variable is not null)
            Add(new Fact(kind, new Place(variable)));
    }

    /// <summary>Adds a fact, and what follows from it.</summary>
    public void Add(Fact fact)
    {
        if (fact.Place.Element == Place.SomeElement || Facts.Contains(fact))
            return;
        Facts = Facts.Add(fact);
        if (fact.IsAnswer)
            Facts = Facts.Remove(fact.Opposite);
        if (fact.Then is not null)
        {
            if (Facts.Contains(fact with { Then = null }))
                Add(fact.Then);
            return;
        }

        foreach (var known in Facts.Where(known => known.Then is not null && known.Kind == fact.Kind && known.Place == fact.Place).ToList())
            Add(known.Then!);
    }

    public void Remove(FactKind kind, object variable) => Remove(fact => fact.Kind == kind && Equals(fact.Place.Variable, variable));

    public void Remove(Func<Fact, bool> isOver) => Facts = Facts.Except(Facts.Where(isOver));

    /// <summary>The variable is assigned: nothing is known of it any more.</summary>
    public void Forget(object variable) => Remove(fact => fact.Mentions(variable));

    /// <summary>Keeps what also holds on another way. What holds on one of them only does so still where a variable is true that is false on the other.</summary>
    /// <returns>Whether that is less.</returns>
    public bool Meet(FlowState other)
    {
        var before = Facts;
        Facts = Facts.Intersect(other.Facts).Union(Conditional(before, other.Facts)).Union(Conditional(other.Facts, before));
        return !Facts.SetEquals(before);
    }

    /// <summary>Whether facts are known of the capture itself: what it keeps is in no other variable.</summary>
    public bool IsVariable(IFlowCaptureOperation capture) => !_captures.IsSingle(capture.Id) || Variables.Of(capture.Value, this) is null;

    public void Capture(IFlowCaptureOperation capture) => _captures.Add(capture);

    /// <summary>What a capture stands for, when that is always the same expression.</summary>
    public IOperation? ValueOf(IFlowCaptureReferenceOperation capture) => _captures.ValueOf(capture.Id);

    private static IEnumerable<Fact> Conditional(ImmutableHashSet<Fact> here, ImmutableHashSet<Fact> there)
    {
        var answers = there.Where(fact => fact.IsAnswer && !here.Contains(fact)).ToList();
        foreach (var fact in here.Where(fact => !there.Contains(fact)))
        {
            if (fact.Then is not null && (there.Contains(fact.Then) || there.Contains(new Fact(fact.Kind, fact.Place).Opposite)))
                yield return fact;
            if (fact is { Then: null, IsAnswer: false })
            {
                foreach (var answer in answers)
                    yield return answer.Opposite with { Then = fact };
            }
        }
    }
}
