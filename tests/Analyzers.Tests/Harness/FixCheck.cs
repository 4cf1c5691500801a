using CoroGen.Analyzers.Refusals;
using CoroGen.CodeFixes;
using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace CoroGen.Analyzers.Tests.Harness;

/// <summary>
/// Sources before and after a fix. The framework applies it to one diagnostic after the other and by Fix All in document, project and solution; all must
/// give the same, and what they give must compile with the generator's output.
/// </summary>
internal sealed class FixCheck<TFix> : CSharpCodeFixTest<RefusalAnalyzer, TFix, DefaultVerifier>
    where TFix : DocumentFix, new()
{
    private FixCheck()
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(AnalyzerCheck.References);
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
    }

    public static Task Of(string before, string after) => Files([before], [after]);

    public static Task Files(string[] before, string[] after)
    {
        var check = new FixCheck<TFix>();
        foreach (var source in before)
            check.TestState.Sources.Add(source.ReplaceLineEndings());
        foreach (var source in after)
            check.FixedState.Sources.Add(source.ReplaceLineEndings());
        return check.RunAsync();
    }

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(CoroutineGenerator)];

    protected override ParseOptions CreateParseOptions() => ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.Preview);
}
