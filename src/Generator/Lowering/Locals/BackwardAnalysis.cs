using CoroGen.Generator.Lowering.Ir;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>
/// Carries sets of variables backward along all ways that control may take: to the next step, to the label of a jump, out of a <c>try</c>
/// through its <c>finally</c>, and from every step of a <c>try</c> to its handlers. A may-analysis, iterated until the sets at the labels
/// are stable (Aho, Lam, Sethi, Ullman, "Compilers", section 9.2). What the steps do to the sets is up to the derived class.
/// </summary>
internal abstract class BackwardAnalysis
{
    private readonly Dictionary<string, LiveSet> _atLabels = [];
    private bool _changed;

    /// <summary>Goes through a body until nothing changes.</summary>
    /// <returns>The set at its beginning.</returns>
    protected LiveSet Solve(IReadOnlyList<Node> code)
    {
        LiveSet atStart;
        do
        {
            _changed = false;
            atStart = Before(code, new LiveSet(), ProtectedRegion.Method);
        }
        while (_changed);
        return atStart;
    }

    /// <summary>The variables are always assigned: makes the set after it the set before it.</summary>
    protected virtual void Assign(IEnumerable<Variable> variables, LiveSet set)
    {
    }

    /// <summary>The variables may be read: makes the set after it the set before it.</summary>
    protected virtual void Read(IEnumerable<Variable> variables, LiveSet set)
    {
    }

    /// <summary>The activation may suspend, and goes on at the resume point: makes the set there the set before it.</summary>
    protected abstract void Suspend(Suspension suspension, LiveSet set);

    private LiveSet Before(IReadOnlyList<Node> code, LiveSet after, ProtectedRegion region)
    {
        var set = after;
        for (var i = code.Count - 1; i >= 0; i--)
        {
            set = code[i] switch
            {
                Instruction instruction => Before(instruction, set, region),
                Label label => Before(label, set),
                Suspension suspension => Before(suspension, set, region),
                TryNode node => Before(node, set, region),
                _ => throw new InvalidOperationException(),
            };
        }

        return set;
    }

    private LiveSet Before(Instruction instruction, LiveSet after, ProtectedRegion region)
    {
        var set = Before(instruction.Code.Effects, instruction.FallsThrough ? after : new LiveSet(), region);
        set.Union(region.OnException);
        return set;
    }

    private LiveSet Before(Label label, LiveSet after)
    {
        _changed |= AtLabel(label.Name).Union(after);
        return after;
    }

    /// <summary>Also at the resume point the call may throw.</summary>
    private LiveSet Before(Suspension suspension, LiveSet after, ProtectedRegion region)
    {
        var set = after.Copy();
        if (suspension.Result is { Scope: null } result)
            Assign([result], set);
        else if (suspension.Result is { } captured)
            Read([captured.Storage], set);
        set.Union(region.OnException);
        Suspend(suspension, set);

        set = Before(suspension.Call.Effects, set, region);
        set.Union(region.OnException);
        return set;
    }

    private LiveSet Before(TryNode node, LiveSet after, ProtectedRegion outer)
    {
        var atEnd = ThroughFinally(node, after, outer);
        var onException = outer.OnException.Copy();
        if (node.Finally is { } last)
            Read(last.Effects.Uses, onException);
        var region = new ProtectedRegion(node, onException, outer);
        foreach (var handler in node.Handlers)
        {
            var effects = new Effects();
            effects.Add(handler.Head.Effects);
            effects.Add(handler.Body.Effects);
            onException.Union(Before(effects, handler.FallsThrough ? atEnd : new LiveSet(), region));
        }

        return Before(node.Body, atEnd, region);
    }

    /// <summary>The set before a text that falls through to <paramref name="after"/>, or jumps.</summary>
    private LiveSet Before(Effects effects, LiveSet after, ProtectedRegion region)
    {
        var set = after.Copy();
        Assign(effects.Definitions, set);
        foreach (var target in effects.Targets)
        {
            var onJump = WhereJumpLeaves(target.Key, region).Copy();
            Assign(target.Value, onJump);
            set.Union(onJump);
        }

        Read(effects.Uses, set);
        return set;
    }

    /// <summary>The set where a jump to the label leaves: on its way out of a <c>try</c> it runs the <c>finally</c>.</summary>
    private LiveSet WhereJumpLeaves(string label, ProtectedRegion region) => region.IsLeftBy(label, out var node, out var outer)
        ? ThroughFinally(node, WhereJumpLeaves(label, outer), outer)
        : AtLabel(label);

    /// <summary>The set before the <c>finally</c>, if there is one, from the set after it.</summary>
    private LiveSet ThroughFinally(TryNode node, LiveSet after, ProtectedRegion outer)
    {
        var set = after.Copy();
        if (node.Finally is not { } last)
            return set;
        Assign(last.Effects.Definitions, set);
        Read(last.Effects.Uses, set);
        set.Union(outer.OnException);
        return set;
    }

    private LiveSet AtLabel(string label)
    {
        if (!_atLabels.TryGetValue(label, out var set))
            _atLabels.Add(label, set = new LiveSet());
        return set;
    }
}
