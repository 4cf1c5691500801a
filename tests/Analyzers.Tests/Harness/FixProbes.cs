using CoroGen.Analyzers.Blocking;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CoroGen.Analyzers.Tests.Harness;

/// <summary>One-line coroutines before and after a fix: <c>task.{|CORO100:Wait|}(); → co.Await(task);</c>. Where no fix is offered, the line stands alone, and stays.</summary>
internal static class FixProbes
{
    public static Task Check<TFix>(string lines)
        where TFix : CodeFixProvider, new()
    {
        var pairs = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(" → ")).ToList();
        return RuleFixCheck<BlockingAnalyzer, TFix>.Of(Probes.Source(string.Join('\n', pairs.Select(pair => pair[0]))), Probes.Source(string.Join('\n', pairs.Select(pair => pair[^1]))));
    }
}
