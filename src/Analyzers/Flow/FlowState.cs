using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>The facts at a place, and what the captures of the control-flow graph stand for.</summary>
internal sealed class FlowState
{
    /// <summary>On how many variables it is remembered that a fact depends, which holds on one of two ways only.</summary>
    private const int MostAnswers = 8;

    private readonly FactTable _table;
    private readonly Bits _facts;
    private readonly FlowCaptures _captures;

    private FlowState(FactTable table, Bits facts, FlowCaptures captures)
    {
        _table = table;
        _facts = facts;
        _captures = captures;
    }

    /// <summary>False where a variable would have to be both true and not: no way leads there.</summary>
    public bool IsPossible { get; private set; } = true;

    /// <summary>A state in which nothing is known.</summary>
    public static FlowState Empty => new(new FactTable(), new Bits(), new FlowCaptures());

    public FlowState Copy() => new(_table, _facts.Copy(), _captures);

    /// <summary>The same facts in another graph.</summary>
    public FlowState In(ControlFlowGraph graph) => new(_table, _facts.Copy(), _captures.In(graph));

    public bool Has(Fact fact) => _table.Find(fact) is { } number && _facts.Contains(number);

    public bool Has(FactKind kind, object? variable) => variable is not null && Has(kind, new Place(variable));

    /// <summary>Whether it is known of the place, or of all elements there.</summary>
    public bool Has(FactKind kind, Place place) => Has(new Fact(kind, place)) || (place.Element is not null && Has(new Fact(kind, place.Whole)));

    /// <summary>What is known of a variable, or of it and others.</summary>
    public List<Fact> About(object variable) => [.. _table.OfVariable(variable).Where(_facts.Contains).Select(number => _table[number])];

    /// <summary>What is known here, and is not in another state of the same body.</summary>
    public IEnumerable<Fact> Except(FlowState other) => _facts.Except(other._facts).Select(number => _table[number]);

    public void Add(FactKind kind, object? variable)
    {
        if (variable is not null)
            Add(new Fact(kind, new Place(variable)));
    }

    /// <summary>Adds a fact, and what follows from it.</summary>
    public void Add(Fact fact)
    {
        if (fact.Place.Element == Place.SomeElement || Has(fact))
            return;
        _facts.Add(_table.Of(fact));
        if (fact.IsAnswer && Has(fact.Opposite))
        {
            IsPossible = false;
            Remove(fact.Opposite);
        }

        if (fact.Then is null)
        {
            foreach (var next in _table.Following(fact).Where(_facts.Contains).ToList())
                Add(_table[next].Then!);
        }
        else if (Has(fact with { Then = null }))
        {
            Add(fact.Then);
        }
    }

    public void Remove(FactKind kind, object variable) => Remove(variable, fact => fact.Kind == kind && Equals(fact.Place.Variable, variable));

    public void Remove(Fact fact)
    {
        if (_table.Find(fact) is { } number)
            _facts.Remove(number);
    }

    /// <summary>Takes away some of what is known of a variable, or of it and others.</summary>
    public void Remove(object variable, Func<Fact, bool> isOver) => Remove(_table.OfVariable(variable), isOver);

    /// <summary>The variable is assigned: nothing is known of it any more.</summary>
    public void Forget(object variable) => Remove(_table.OfVariable(variable), static _ => true);

    /// <summary>The variable is no more. What followed from another one by way of it still does.</summary>
    public void Leave(object variable)
    {
        var known = About(variable).Where(fact => fact.Then is not null).ToList();
        foreach (var way in known.Where(fact => !fact.Place.Mentions(variable)))
        {
            foreach (var end in known.Where(fact => fact with { Then = null } == way.Then && !fact.Then!.Mentions(variable) && fact.Then.Place != way.Place))
                Add(way with { Then = end.Then });
        }

        Forget(variable);
    }

    /// <summary>The member of some object is assigned.</summary>
    public void ForgetMember(object member) => Remove(_table.OfMember(member), static _ => true);

    /// <summary>Keeps what also holds on another way. What holds on one of them only does so still where a variable is true that is false on the other.</summary>
    /// <returns>Whether that is something else.</returns>
    public bool Meet(FlowState other)
    {
        var before = _facts.Copy();
        var (here, there) = (_facts.Except(other._facts), other._facts.Except(_facts));
        List<Fact> conditional = [.. Conditional(here, there, this, other), .. Conditional(there, here, other, this)];
        here.ForEach(_facts.Remove);
        conditional.ForEach(fact => _facts.Add(_table.Of(fact)));
        return _facts.Except(before).Count > 0 || before.Except(_facts).Count > 0;
    }

    /// <summary>Whether facts are known of the capture itself: what it keeps is in no other variable.</summary>
    public bool IsVariable(IFlowCaptureOperation capture) => !_captures.IsSingle(capture.Id) || Variables.Of(capture.Value, this) is null;

    public void Capture(IFlowCaptureOperation capture) => _captures.Add(capture);

    /// <summary>What a capture stands for, when that is always the same expression.</summary>
    public IOperation? ValueOf(IFlowCaptureReferenceOperation capture) => _captures.ValueOf(capture.Id);

    private void Remove(IReadOnlyList<int> numbers, Func<Fact, bool> isOver)
    {
        foreach (var number in numbers)
        {
            if (_facts.Contains(number) && isOver(_table[number]))
                _facts.Remove(number);
        }
    }

    /// <summary>What is left of facts that hold on one way only.</summary>
    private IEnumerable<Fact> Conditional(List<int> here, List<int> there, FlowState known, FlowState other)
    {
        var answers = here.Count == 0 ? [] : there.Select(number => _table[number]).Where(fact => fact.IsAnswer).OrderByDescending(answer => known.Has(answer.Opposite)).Take(MostAnswers).ToList();
        foreach (var fact in here.Select(number => _table[number]))
        {
            if (fact.Then is not null && (other.Has(fact.Then) || other.Has(new Fact(fact.Kind, fact.Place).Opposite)))
                yield return fact;
            if (fact is { Then: null, IsAnswer: false })
            {
                foreach (var answer in answers)
                    yield return answer.Opposite with { Then = fact };
            }
        }
    }
}
