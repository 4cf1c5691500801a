using System.Collections.Immutable;
using System.Text;
using Basic.Reference.Assemblies;
using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Benchmarks.Compiling;

/// <summary>One compilation of a project from its texts, as a warm compiler server does it: parsed, bound, checked, and written as an assembly.</summary>
internal sealed class Build
{
    private static readonly ImmutableArray<MetadataReference> s_references = [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Co).Assembly.Location)];
    private static readonly CSharpParseOptions s_language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    private readonly bool _isConcurrent;
    private readonly CSharpCompilation _sources;
    private GeneratorDriver _driver = CSharpGeneratorDriver.Create([new CoroutineGenerator().AsSourceGenerator()], parseOptions: s_language);
    private Compilation _compilation;

    public Build(IReadOnlyList<string> sources, bool isConcurrent)
    {
        _isConcurrent = isConcurrent;
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: isConcurrent);
        var trees = sources.Select((text, index) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), s_language, $"Shop{index + 1}.cs"));
        _compilation = _sources = CSharpCompilation.Create("Shop", trees, s_references, options);
    }

    /// <summary>Runs the generator.</summary>
    /// <returns>What it took by itself: the driver then parses what it wrote.</returns>
    public TimeSpan Generate()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_sources, out var output, out _);
        var written = _driver.GetRunResult().Results.Single();
        if (written.Exception is { } failure || written.GeneratedSources.Any(file => !file.SourceText.ToString().Contains("__Frame ", StringComparison.Ordinal)))
            throw new InvalidOperationException("The generator failed on the sample, or refused a part of it", written.Exception);
        _compilation = output;
        return Elapsed;
    }

    /// <summary>Runs the generator again, as an editor does when a statement has been typed into an ordinary method.</summary>
    /// <returns>What it took by itself.</returns>
    public TimeSpan GenerateAfterEdit()
    {
        var file = _sources.SyntaxTrees[0];
        var body = file.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(method => method.AttributeLists.Count == 0 && method.Body is not null).Body!;
        _driver = _driver.RunGenerators(_sources.ReplaceSyntaxTree(file, file.WithChangedText(file.GetText().WithChanges(new TextChange(new TextSpan(body.OpenBraceToken.Span.End, 0), ";")))));
        return Elapsed;
    }

    private TimeSpan Elapsed => _driver.GetTimingInfo().GeneratorTimes.Single().ElapsedTime;

    /// <summary>Runs the analyzers.</summary>
    /// <returns>What each took by itself: the driver also binds the whole project, which in a build is not done for the analyzers alone.</returns>
    public IReadOnlyDictionary<DiagnosticAnalyzer, TimeSpan> Analyze(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        // The compiler parses and declares all before it asks the first analyzer; otherwise the first would be charged for it.
        _compilation.GetDeclarationDiagnostics();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: _isConcurrent, logAnalyzerExecutionTime: true);
        var result = new CompilationWithAnalyzers(_compilation, analyzers, options).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        Check(result.GetAllDiagnostics());
        return analyzers.ToDictionary(analyzer => analyzer, analyzer => result.AnalyzerTelemetryInfo[analyzer].ExecutionTime);
    }

    /// <summary>Writes the assembly and its debug information.</summary>
    public void Emit()
    {
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        Check(_compilation.Emit(assembly, symbols).Diagnostics);
    }

    private static void Check(ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning) is { } unexpected)
            throw new InvalidOperationException(unexpected.ToString());
    }
}
