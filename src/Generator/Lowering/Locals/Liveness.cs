using CoroGen.Generator.Lowering.Ir;

namespace CoroGen.Generator.Lowering.Locals;

/// <summary>
/// Finds the variables that each suspension has to save: those whose values may be read after it, also where only an exception or a
/// <c>finally</c> leads there (live variables: Aho, Lam, Sethi, Ullman, "Compilers", section 9.2.5).
/// </summary>
internal sealed class Liveness : BackwardAnalysis
{
    private readonly IReadOnlyList<Variable> _variables;
    private readonly LiveSet _pinned;

    private Liveness(IReadOnlyList<Variable> variables)
    {
        _variables = variables;
        _pinned = new LiveSet(variables.Where(variable => variable.IsPinned).Select(variable => variable.Storage));
    }

    public static void Compute(LoweringContext context) => Compute(context.Code, context.Variables.All);

    /// <summary>Sets what each suspension in the code saves.</summary>
    public static void Compute(IReadOnlyList<Node> code, IReadOnlyList<Variable> variables) => new Liveness(variables).Solve(code);

    protected override void Assign(IEnumerable<Variable> variables, LiveSet set) => set.Except(variables);

    protected override void Read(IEnumerable<Variable> variables, LiveSet set) => set.Union(variables);

    /// <summary>What is saved is also read: by the stores into the frame.</summary>
    protected override void Suspend(Suspension suspension, LiveSet set)
    {
        set.Union(_pinned);
        suspension.Saved = [.. _variables.Where(set.Contains)];
    }
}
