using CoroGen.Generator.Lowering.Ir;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>
/// Finds the fields that each suspension has to clear: those that an earlier one may have filled and that nobody needs any more, so that
/// a coroutine that waits keeps no dead object alive. A forward may-analysis like reaching definitions (Aho, Lam, Sethi, Ullman,
/// "Compilers", section 9.2.4), iterated until the sets at the labels are stable. A call that completes at once clears nothing: what one
/// suspension has filled remains in question at all later ones.
/// </summary>
internal sealed class DroppedFields
{
    private readonly IReadOnlyList<Variable> _variables;
    private readonly Dictionary<string, LiveSet> _atLabels = [];
    private bool _changed;

    private DroppedFields(IReadOnlyList<Variable> variables) => _variables = variables;

    /// <summary>Sets what each suspension drops, from what they save.</summary>
    public static void Compute(IReadOnlyList<Node> code, IReadOnlyList<Variable> variables)
    {
        var fields = new DroppedFields(variables);
        var byFactory = variables.Where(variable => variable is { IsParameter: true, HoldsReferences: true }).ToList();
        do
        {
            fields._changed = false;
            fields.After(code, new LiveSet(byFactory));
        }
        while (fields._changed);
    }

    /// <summary>Takes a list of steps.</summary>
    /// <returns>What is filled at its end, and what is filled anywhere in it, where an exception may leave it.</returns>
    private (LiveSet AtEnd, LiveSet Anywhere) After(IReadOnlyList<Node> code, LiveSet before)
    {
        var filled = before.Copy();
        var anywhere = before.Copy();
        foreach (var node in code)
        {
            switch (node)
            {
                case Instruction instruction:
                    Jump(instruction.Code, filled);
                    if (!instruction.FallsThrough)
                        filled = new LiveSet();
                    break;
                case Label label:
                    Reach(label.Name, filled);
                    filled.Union(AtLabel(label.Name));
                    break;
                case Suspension suspension:
                    suspension.Dropped = [.. _variables.Where(variable => filled.Contains(variable) && !suspension.Saved.Contains(variable))];
                    Jump(suspension.Call, filled);
                    filled.Union(suspension.Saved.Where(variable => variable.HoldsReferences));
                    break;
                case TryNode inner:
                    (filled, var inside) = After(inner, filled);
                    anywhere.Union(inside);
                    break;
            }

            anywhere.Union(filled);
        }

        return (filled, anywhere);
    }

    private (LiveSet AtEnd, LiveSet Anywhere) After(TryNode node, LiveSet before)
    {
        var (atEnd, anywhere) = After(node.Body, before);
        foreach (var handler in node.Handlers)
        {
            Jump(handler.Head, anywhere);
            Jump(handler.Body, anywhere);
            atEnd.Union(anywhere);
        }

        return (atEnd, anywhere);
    }

    private void Jump(Fragment code, LiveSet filled)
    {
        foreach (var target in code.Effects.Targets)
            Reach(target.Key, filled);
    }

    private void Reach(string label, LiveSet filled) => _changed |= AtLabel(label).Union(filled);

    private LiveSet AtLabel(string label)
    {
        if (!_atLabels.TryGetValue(label, out var filled))
            _atLabels.Add(label, filled = new LiveSet());
        return filled;
    }
}
