using System.Collections.Immutable;
using CoroGen.Analyzers.Suppressions;
using CoroGen.Analyzers.Tests.Harness;
using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers.Tests;

/// <summary>
/// What is silenced. The analyzer here complains of every method and parameter, by the ids of those that do so in real projects; tests/Package.Tests builds one with the real ones.
/// </summary>
public sealed class GeneratedCallersTests
{
    private const string Source = """
        using CoroGen;
        partial class Kitchen
        {
            [Coroutine] private void Launched(Co co, string client) { }
            [Coroutine] private void Unused(Co co) { }
            private void Plain(int co) { }
            [Coroutine] public void Open(Co co) { co.Launch(Launched("A")); }
            [Coroutine] public void Dispose(Co co) { }
        }
        """;

    [Theory]
    [InlineData("IDE0051", "Unused Plain Open Dispose client co:Plain")]
    [InlineData("IDE0052", "Unused Plain Open Dispose client co:Plain")]
    [InlineData("CA1811", "Unused Plain Open Dispose client co:Plain")]
    [InlineData("IDE0060", "Launched Unused Plain Open Dispose client co:Plain")]
    [InlineData("CA1801", "Launched Unused Plain Open Dispose client co:Plain")]
    [InlineData("CA1822", "Launched Unused Plain Open client co:Plain")]
    public async Task What_is_no_noise_is_left(string id, string expected)
    {
        var language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        Compilation compilation = CSharpCompilation.Create(
            "Kitchen", [CSharpSyntaxTree.ParseText(Source, language)], AnalyzerCheck.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver.Create([new CoroutineGenerator().AsSourceGenerator()], parseOptions: language).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);

        var found = await compilation.WithAnalyzers([new Complainer(id), new GeneratedCallers()]).GetAnalyzerDiagnosticsAsync();

        // Parameters are told apart by their methods where that matters.
        var left = found.Where(diagnostic => !diagnostic.IsSuppressed).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => diagnostic.GetMessage(null));
        var names = expected.Split(' ');
        var handles = id is "IDE0060" or "CA1801" ? [] : new[] { "co:Launched", "co:Unused", "co:Open", "co:Dispose" };
        var kept = id == "CA1822" ? handles.Except(["co:Dispose"]) : handles;
        Assert.Equal(names.Concat(kept).Order(), left.Order());
    }

    /// <summary>Complains of all that is written.</summary>
#pragma warning disable RS1001, RS1017 // No host finds it, and the id is what the test is about.
    private sealed class Complainer(string id) : DiagnosticAnalyzer
    {
        private readonly DiagnosticDescriptor _rule = new(id, "Noise", "{0}", "Noise", DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS1001, RS1017

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                start =>
                {
                    var method = (MethodDeclarationSyntax)start.Node;
                    start.ReportDiagnostic(Diagnostic.Create(_rule, method.Identifier.GetLocation(), method.Identifier.Text));
                    foreach (var parameter in method.ParameterList.Parameters)
                        start.ReportDiagnostic(Diagnostic.Create(_rule, parameter.GetLocation(), parameter.Identifier.Text == "co" ? "co:" + method.Identifier.Text : parameter.Identifier.Text));
                },
                SyntaxKind.MethodDeclaration);
        }
    }
}
