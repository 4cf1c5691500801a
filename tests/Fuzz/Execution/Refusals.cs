using System.Collections.Immutable;
using CoroGen.Analyzers.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Fuzz.Execution;

/// <summary>What the analyzer says of coroutines that were not compiled.</summary>
internal static class Refusals
{
    public static string In(Compilation output, Variant variant)
    {
        var tree = output.SyntaxTrees.Single(tree => tree.FilePath == variant.File);
        var refusals = output.WithAnalyzers([new RefusalAnalyzer()]).GetAnalyzerSemanticDiagnosticsAsync(output.GetSemanticModel(tree), null, CancellationToken.None).GetAwaiter().GetResult();
        return string.Join("\n", refusals.Select(refusal => $"{refusal.GetMessage()}: {Text(refusal.Location)}"));
    }

    private static string Text(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
