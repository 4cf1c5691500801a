using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace CoroGen.Analyzers.Tests.Harness;

/// <summary>One rule, over one source in which what it is to report is marked: <c>{|CORO300:Serve|}("A");</c>. The generator runs before it, as in a build.</summary>
internal sealed class RuleCheck<TRule> : CSharpAnalyzerTest<TRule, DefaultVerifier>
    where TRule : DiagnosticAnalyzer, new()
{
    private RuleCheck()
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(AnalyzerCheck.References);
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
    }

    /// <summary>Checks a file.</summary>
    public static Task Of(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var check = new RuleCheck<TRule> { TestState = { OutputKind = kind } };
        check.TestState.Sources.Add(RuleUsings.Before(source));
        return check.RunAsync();
    }

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(CoroutineGenerator)];

    protected override ParseOptions CreateParseOptions() => ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(LanguageVersion.Preview);

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithAllowUnsafe(true).WithNullableContextOptions(NullableContextOptions.Enable);
}

/// <summary>What stands before each source that has no usings of its own.</summary>
internal static class RuleUsings
{
    public static string Before(string source) =>
        source.StartsWith("using ", StringComparison.Ordinal)
            ? source
            : "using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Threading; using System.Threading.Tasks; using CoroGen;\n" + source;
}
