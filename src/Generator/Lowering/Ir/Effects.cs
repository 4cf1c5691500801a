using CoroGen.Generator.Lowering.Locals;

namespace CoroGen.Generator.Lowering.Ir;

/// <summary>What a piece of generated text does to the variables of the coroutine, and where it may jump.</summary>
internal sealed class Effects
{
    private Dictionary<string, HashSet<Variable>>? _targets;

    /// <summary>Variables that it may read.</summary>
    public HashSet<Variable> Uses { get; } = [];

    /// <summary>Variables that it always assigns, before anything else reads them.</summary>
    public HashSet<Variable> Definitions { get; } = [];

    /// <summary>Variables that it has assigned when it is a condition and holds.</summary>
    public HashSet<Variable> WhenTrue { get; } = [];

    /// <summary>Variables that it has assigned when it is a condition and does not hold.</summary>
    public HashSet<Variable> WhenFalse { get; } = [];

    /// <summary>Scope objects that functions in the text capture.</summary>
    public HashSet<ClosureScope> Captures { get; } = [];

    /// <summary>The labels that it may jump to, each with the variables that are always assigned on the way.</summary>
    public IReadOnlyDictionary<string, HashSet<Variable>> Targets => _targets ??= [];

    public void AddTarget(string label, params Variable[] assigned)
    {
        _targets ??= [];
        if (_targets.TryGetValue(label, out var known))
            known.IntersectWith(assigned);
        else
            _targets.Add(label, [.. assigned]);
    }

    /// <summary>Notes that variables are assigned before any of the jumps.</summary>
    public void AssignBeforeJumps(IEnumerable<Variable> variables)
    {
        foreach (var assigned in Targets.Values)
            assigned.UnionWith(variables);
    }

    /// <summary>Takes over the effects of a text that runs after this one: what it reads is no use if this one has assigned it.</summary>
    public void Add(Effects later)
    {
        Uses.UnionWith(later.Uses.Where(use => !Definitions.Contains(use)));
        foreach (var target in later.Targets)
            AddTarget(target.Key, [.. target.Value.Union(Definitions)]);
        Definitions.UnionWith(later.Definitions);
        Captures.UnionWith(later.Captures);
    }
}
