using CoroGen.Fuzz.Programs;
using Microsoft.CodeAnalysis;

namespace CoroGen.Fuzz.Oracles;

/// <summary>What an oracle found wrong with a program.</summary>
/// <param name="Class">The kind of the finding: a smaller program must have the same.</param>
/// <param name="Program">The program.</param>
/// <param name="Details">Where executions part, or the error.</param>
internal sealed record Finding(string Class, GeneratedProgram Program, string Details)
{
    /// <summary>How the program was compiled.</summary>
    public OptimizationLevel Level { get; init; }

    /// <summary>Whether its variants do different things: one alone shows nothing.</summary>
    public bool IsOfVariants => Class.StartsWith("variant", StringComparison.Ordinal);

    /// <summary>What was generated, when that is what is wrong.</summary>
    public string Generated { get; init; } = "";
}
