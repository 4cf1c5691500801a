using CoroGen.Fuzz.Oracles;
using CoroGen.Fuzz.Programs;

namespace CoroGen.Fuzz.Shrinking;

/// <summary>Makes the program of a finding smaller, as long as the finding stays of its class.</summary>
/// <param name="judge">Judges programs together.</param>
internal sealed class Shrinker(Func<IReadOnlyList<GeneratedProgram>, IReadOnlyList<Finding>> judge)
{
    private const int Together = 24;
    private const int MaxRounds = 150;

    public Finding Shrink(Finding finding)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (Next(finding, ref round) is not { } smaller)
                break;
            finding = smaller;
        }

        return finding;
    }

    private Finding? Next(Finding finding, ref int round)
    {
        foreach (var chunk in Reductions.Of(finding.Program, finding.IsOfVariants).Chunk(Together))
        {
            var found = judge([.. chunk.Select((program, index) => program with { Name = $"R{index}" })]);
            if (found.FirstOrDefault(other => other.Class == finding.Class) is { } smaller)
                return smaller;
            if (++round >= MaxRounds)
                break;
        }

        return null;
    }
}
