using CoroGen.Generator.Lowering.Ir;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>
/// Finds the fields that are cleared once they are loaded, so that a coroutine that waits keeps no dead object alive: those which a suspension that
/// comes next does not store again. All suspensions that can come next count, since calls may complete at once; a loop that always saves the
/// same variables clears nothing.
/// </summary>
internal sealed class ReleasedFields : BackwardAnalysis
{
    private readonly List<Variable> _references;

    private ReleasedFields(IReadOnlyList<Variable> variables) => _references = [.. variables.Where(variable => variable.HoldsReferences)];

    public static IReadOnlyList<Variable> Compute(LoweringContext context) => Compute(context.Code, context.Variables.All);

    /// <summary>Sets what each resume point in the code releases, from what the suspensions save.</summary>
    /// <returns>The parameters that are released at the beginning.</returns>
    public static IReadOnlyList<Variable> Compute(IReadOnlyList<Node> code, IReadOnlyList<Variable> variables)
    {
        var unsaved = new ReleasedFields(variables).Solve(code);
        return [.. variables.Where(variable => variable.IsParameter && unsaved.Contains(variable))];
    }

    /// <summary>The set has the variables that some suspension ahead does not save.</summary>
    protected override void Suspend(Suspension suspension, LiveSet set)
    {
        suspension.Released = [.. suspension.Saved.Where(set.Contains)];
        var saved = new LiveSet(suspension.Saved);
        set.Union(_references.Where(variable => !saved.Contains(variable)));
    }
}
