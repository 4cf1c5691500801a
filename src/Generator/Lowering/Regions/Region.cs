using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Locals;
using CoroGen.Generator.Model;

namespace CoroGen.Generator.Lowering.Regions;

/// <summary>The body of a <c>try</c> whose <c>finally</c> moved out of it. A jump that leaves it has to run that first.</summary>
/// <param name="parent">The region round the <c>try</c>, or null for the method.</param>
/// <param name="exit">How to leave.</param>
internal sealed class Region(Region? parent, PendingExit exit)
{
    public Region? Parent { get; } = parent;

    public PendingExit Exit { get; } = exit;
}

/// <summary>Where a jump goes: a label in a region, or out of the method.</summary>
/// <param name="Label">The label; empty for the method's end.</param>
/// <param name="Region">The region that the label stands in, or null for the method.</param>
internal sealed record Target(string Label, Region? Region)
{
    /// <summary>The end of the method.</summary>
    public static readonly Target Return = new("", null);

    public bool IsReturn => ReferenceEquals(this, Return);
}

/// <summary>The exit of a region: jumps that leave it are numbered, and go on after the moved <c>finally</c>.</summary>
/// <param name="label">The label of the moved <c>finally</c>.</param>
/// <param name="branch">The variable for the number; 0 when control falls out of the region.</param>
internal sealed class PendingExit(string label, Variable branch)
{
    private readonly List<Target> _targets = [];

    public string Label { get; } = label;

    public Variable Branch { get; } = branch;

    /// <summary>The jumps that go on after the <c>finally</c>, with their numbers.</summary>
    public IEnumerable<(int Number, Target Target)> Jumps => _targets.Select((target, index) => (index + 1, target));

    /// <summary>The statement that leaves the region for the target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="place">The user's jump, when the statement stands inside a copied one.</param>
    public Fragment Through(Target target, SourceSpan? place)
    {
        if (!_targets.Contains(target))
            _targets.Add(target);
        var text = new FragmentBuilder();
        var choice = Fragment.Plain($"{Branch.Name} = {_targets.IndexOf(target) + 1};").At(place);
        text.AppendFormatted(Fragment.Of($"{Plumbing.Begins}{{ {choice} {Plumbing.Begins}goto {Label}; }}"));
        text.AddTarget(Label, Branch);
        return text.Build();
    }
}
