using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace CoroGen.Analyzers.Tests.Harness;

/// <summary>A source before and after the fix of a rule: one by one, and by Fix All. What comes out compiles, and has nothing more to fix, unless it is marked.</summary>
internal sealed class RuleFixCheck<TRule, TFix> : CSharpCodeFixTest<TRule, TFix, DefaultVerifier>
    where TRule : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private RuleFixCheck()
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(AnalyzerCheck.References);
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
    }

    public static Task Of(string before, string after)
    {
        var check = new RuleFixCheck<TRule, TFix>();
        check.TestState.Sources.Add(RuleUsings.Before(before).ReplaceLineEndings());
        check.FixedState.Sources.Add(RuleUsings.Before(after).ReplaceLineEndings());
        if (after.Contains("{|", StringComparison.Ordinal))
            check.FixedState.MarkupHandling = MarkupMode.Allow;
        return check.RunAsync();
    }

    /// <summary>No fix is offered.</summary>
    public static Task None(string source) => Of(source, source);

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(CoroutineGenerator)];

    protected override ParseOptions CreateParseOptions() => ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.Preview);
}
