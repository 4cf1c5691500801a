using CoroGen.Generator.Lowering.Locals;

namespace CoroGen.Generator.Lowering.Ir;

/// <summary>What a piece of generated text does to the variables of the coroutine, and where it may jump.</summary>
/// <remarks>There is one for each piece, and most do next to nothing: a set is made when something is in it.</remarks>
internal sealed class Effects
{
    private static readonly Dictionary<string, HashSet<Variable>> s_nowhere = [];
    private Dictionary<string, HashSet<Variable>>? _targets;
    private HashSet<Variable>? _uses;
    private HashSet<Variable>? _definitions;
    private HashSet<Variable>? _whenTrue;
    private HashSet<Variable>? _whenFalse;
    private HashSet<ClosureScope>? _captures;

    /// <summary>Variables that it may read.</summary>
    public HashSet<Variable> Uses => _uses ??= [];

    /// <summary>Variables that it always assigns, before anything else reads them.</summary>
    public HashSet<Variable> Definitions => _definitions ??= [];

    /// <summary>Variables that it has assigned when it is a condition and holds.</summary>
    public HashSet<Variable> WhenTrue => _whenTrue ??= [];

    /// <summary>Variables that it has assigned when it is a condition and does not hold.</summary>
    public HashSet<Variable> WhenFalse => _whenFalse ??= [];

    /// <summary>Scope objects that functions in the text capture.</summary>
    public HashSet<ClosureScope> Captures => _captures ??= [];

    /// <summary>The labels that it may jump to, each with the variables that are always assigned on the way.</summary>
    public IReadOnlyDictionary<string, HashSet<Variable>> Targets => _targets ?? s_nowhere;

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
        if (later._uses is { } uses)
            Uses.UnionWith(_definitions is { Count: > 0 } assigned ? uses.Where(use => !assigned.Contains(use)) : uses);
        foreach (var target in later.Targets)
            AddTarget(target.Key, [.. target.Value.Union(Definitions)]);
        if (later._definitions is { } definitions)
            Definitions.UnionWith(definitions);
        if (later._captures is { } captures)
            Captures.UnionWith(captures);
    }
}
