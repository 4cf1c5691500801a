using Basic.Reference.Assemblies;
using CoroGen.Analyzers.Blocking;
using CoroGen.Analyzers.Refusals;
using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace CoroGen.Analyzers.Tests.Harness;

/// <summary>
/// One source, with what is to be reported marked in it: <c>{|CORO002:Serve|}</c>. The generator runs before the analyzers, as in a build, and what it
/// writes must compile. All analyzers run in each check.
/// </summary>
internal sealed class AnalyzerCheck : CSharpAnalyzerTest<RefusalAnalyzer, DefaultVerifier>
{
    private LanguageVersion _language = LanguageVersion.Preview;
    private Type[] _generators = [typeof(CoroutineGenerator)];
    private KeyValuePair<string, string>[] _features = [];

    private AnalyzerCheck()
    {
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(References);
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        MarkupOptions = MarkupOptions.UseFirstDescriptor;
    }

    /// <summary>.NET 10 and the runtime.</summary>
    public static IEnumerable<MetadataReference> References => [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Co).Assembly.Location)];

    /// <summary>Checks one file, to which <c>using CoroGen;</c> is added before its first line.</summary>
    public static Task Of(string source) => Files("using System; using CoroGen;\n" + source);

    /// <summary>Checks files as they are.</summary>
    public static Task Files(params string[] sources) => Make(sources).RunAsync();

    /// <summary>As <see cref="Of"/>, with lines of <c>.editorconfig</c>.</summary>
    public static Task Configured(string lines, string source)
    {
        var check = Make(["using System; using CoroGen;\n" + source]);
        check.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + lines));
        return check.RunAsync();
    }

    /// <summary>Checks a file in which the places of diagnostics are marked that are reported as information: <c>{|#0:Exists|}</c>.</summary>
    public static Task Information(string id, string source, string configuration = "")
    {
        var check = Make([source]);
        check.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + configuration));
        for (var i = 0; source.Contains($"{{|#{i}:", StringComparison.Ordinal); i++)
            check.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(id, DiagnosticSeverity.Info).WithLocation(i));
        return check.RunAsync();
    }

    /// <summary>As <see cref="Of"/>, in an older language.</summary>
    public static Task In(LanguageVersion language, string source)
    {
        var check = Make(["using System; using CoroGen;\n" + source]);
        check._language = language;
        return check.RunAsync();
    }

    /// <summary>As <see cref="Of"/>, with other generators beside ours, or without ours.</summary>
    public static Task With(Type[] generators, string source)
    {
        var check = Make(["using System; using CoroGen;\n" + source]);
        check._generators = generators;
        return check.RunAsync();
    }

    /// <summary>As <see cref="With"/>, where generators may intercept calls, by methods of the namespace <c>Intercepting</c>.</summary>
    public static Task Intercepted(Type[] generators, string source)
    {
        var check = Make(["using System; using CoroGen;\n" + source]);
        check._generators = generators;
        check._features = [new("InterceptorsNamespaces", "Intercepting")];
        return check.RunAsync();
    }

    protected override IEnumerable<Type> GetSourceGenerators() => _generators;

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [.. base.GetDiagnosticAnalyzers(), new GeneratedFileAnalyzer(), new BlockingAnalyzer()];

    protected override ParseOptions CreateParseOptions() => ((CSharpParseOptions)base.CreateParseOptions()).WithLanguageVersion(_language).WithFeatures(_features);

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithAllowUnsafe(true).WithNullableContextOptions(NullableContextOptions.Enable);

    private static AnalyzerCheck Make(string[] sources)
    {
        var check = new AnalyzerCheck();
        foreach (var source in sources)
            check.TestState.Sources.Add(source);
        return check;
    }
}
