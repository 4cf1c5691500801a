using CoroGen.Fuzz.Programs;

namespace CoroGen.Fuzz.Oracles;

/// <summary>What an oracle found wrong with a program.</summary>
/// <param name="Class">The kind of the finding: a smaller program must have the same.</param>
/// <param name="Program">The program.</param>
/// <param name="Details">Where executions part, or the error.</param>
internal sealed record Finding(string Class, GeneratedProgram Program, string Details)
{
    /// <summary>What was generated, when that is what is wrong.</summary>
    public string Generated { get; init; } = "";
}
