using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Jumps, and the labels that they go to.</summary>
internal static class JumpStatements
{
    public static IEnumerable<StatementForm> All =>
    [
        new("conditional jump", 5, g => g.Jumps.Count == 0 ? null : (Template)$"if ({g.Value(Bool):all}) {g.Random.In(g.Jumps)}"),
        new("jump", 1, g => g.Jumps.Count == 0 ? null : (Template)$"{g.Random.In(g.Jumps)}"),
        new("throw", 2, g => $"if ({g.Value(Bool):all}) throw new {g.Random.Any("Oops", "Bang")}Exception({g.Value(CsType.String):all});"),
        new("goto forward", 2, Forward),
        new("goto back", 2, Back),
    ];

    private static Template Forward(ProgramGenerator g)
    {
        var label = g.Label();
        return g.WithJumps<Template>(g.Jumps.AddRange([$"goto {label};", $"goto {label};"]), () => $"{g.Block()}{label}: {g.Effect():all};");
    }

    private static Template Back(ProgramGenerator g)
    {
        var label = g.Label();
        return $"{label}: {g.Block()} if (t.Turn() && {g.Value(Bool)}) goto {label};";
    }
}
