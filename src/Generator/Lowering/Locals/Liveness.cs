using CoroGen.Generator.Lowering.Ir;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>
/// Finds the variables that each suspension has to save: those whose values may be read after it, also where only an exception or a
/// <c>finally</c> leads there. Live variables are a backward may-analysis, iterated until the sets at the labels are stable (Aho, Lam,
/// Sethi, Ullman, "Compilers", section 9.2.5). In a <c>try</c>, every step may also lead to the handlers.
/// </summary>
internal sealed class Liveness
{
    private readonly IReadOnlyList<Variable> _variables;
    private readonly LiveSet _pinned;
    private readonly Dictionary<string, LiveSet> _atLabels = [];
    private bool _changed;

    private Liveness(IReadOnlyList<Variable> variables)
    {
        _variables = variables;
        _pinned = new LiveSet(variables.Where(variable => variable.IsPinned).Select(variable => variable.Storage));
    }

    public static void Compute(LoweringContext context) => Compute(context.Code, context.Variables.All);

    /// <summary>Sets what each suspension in the code saves and drops.</summary>
    public static void Compute(IReadOnlyList<Node> code, IReadOnlyList<Variable> variables)
    {
        var liveness = new Liveness(variables);
        do
        {
            liveness._changed = false;
            liveness.Before(code, new LiveSet(), ProtectedRegion.Method);
        }
        while (liveness._changed);
        DroppedFields.Compute(code, variables);
    }

    /// <summary>What is live before a list of steps.</summary>
    private LiveSet Before(IReadOnlyList<Node> code, LiveSet after, ProtectedRegion region)
    {
        var live = after;
        for (var i = code.Count - 1; i >= 0; i--)
        {
            live = code[i] switch
            {
                Instruction instruction => Before(instruction, live, region),
                Label label => Before(label, live),
                Suspension suspension => Before(suspension, live, region),
                TryNode node => Before(node, live, region),
                _ => throw new InvalidOperationException(),
            };
        }

        return live;
    }

    private LiveSet Before(Instruction instruction, LiveSet after, ProtectedRegion region)
    {
        var live = Before(instruction.Code.Effects, instruction.FallsThrough ? after : new LiveSet(), region);
        live.Union(region.OnException);
        return live;
    }

    private LiveSet Before(Label label, LiveSet after)
    {
        _changed |= AtLabel(label.Name).Union(after);
        return after;
    }

    /// <summary>What is saved is also read here: by the stores into the frame.</summary>
    private LiveSet Before(Suspension suspension, LiveSet after, ProtectedRegion region)
    {
        var needed = after.Copy();
        if (suspension.Result is { Scope: null } result)
            needed.Remove(result);
        else if (suspension.Result is { } captured)
            needed.Add(captured.Storage);
        needed.Union(region.OnException);
        needed.Union(_pinned);
        suspension.Saved = [.. _variables.Where(needed.Contains)];

        var live = Before(suspension.Call.Effects, needed, region);
        live.Union(region.OnException);
        return live;
    }

    private LiveSet Before(TryNode node, LiveSet after, ProtectedRegion outer)
    {
        var atEnd = ProtectedRegion.ThroughFinally(node, after, outer);
        var onException = outer.OnException.Copy();
        if (node.Finally is { } last)
            onException.Union(last.Effects.Uses);
        var region = new ProtectedRegion(node, onException, outer);
        foreach (var handler in node.Handlers)
        {
            var effects = new Effects();
            effects.Add(handler.Head.Effects);
            effects.Add(handler.Body.Effects);
            onException.Union(Before(effects, atEnd, region));
        }

        return Before(node.Body, atEnd, region);
    }

    /// <summary>What is live before a text that falls through to <paramref name="after"/>, or jumps.</summary>
    private LiveSet Before(Effects effects, LiveSet after, ProtectedRegion region)
    {
        var live = after.Copy();
        live.Except(effects.Definitions);
        foreach (var target in effects.Targets)
        {
            var atTarget = region.ThroughFinallys(target.Key, AtLabel(target.Key)).Copy();
            atTarget.Except(target.Value);
            live.Union(atTarget);
        }

        live.Union(effects.Uses);
        return live;
    }

    private LiveSet AtLabel(string label)
    {
        if (!_atLabels.TryGetValue(label, out var live))
            _atLabels.Add(label, live = new LiveSet());
        return live;
    }
}
