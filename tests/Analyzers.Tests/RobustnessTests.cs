using System.Collections.Immutable;
using CoroGen.Analyzers.Refusals;
using CoroGen.Analyzers.Tests.Harness;
using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers.Tests;

/// <summary>Code that is still being typed: the analyzer never throws, and never reports one thing twice.</summary>
public sealed class RobustnessTests
{
    private const string Source = """
        using System;
        using CoroGen;
        namespace Shop;
        file class Plate { }
        class Kitchen<T>(Co handle) : IDisposable where T : struct
        {
            private int _count;
            public int this[Co co] { get => 1; }
            public void Dispose() { }
            [Coroutine] public void Dispose(Co co) { var plate = new Plate(); co.Yield(); }
            [Coroutine, Obsolete("x")] static async partial void Serve(Co co, ref int x, in Co other) { Action a = () => co.Yield(); Local(co); void Local(Co co) { } }
            [Coroutine] ref int Cook<U>(Co co, Span<U> meals) { Span<int> a = new int[3]; co.Yield(); a[0] = 1; return ref _count; }
            void Plain(Co co) { Func<int, int> f = [Coroutine] (x) => Math.Abs(x); }
            interface ISource<out V> { [Coroutine] V Take(Co co) { return default; } }
            [Coroutine] void Serve() { }
        }
        """;

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Test", [], AnalyzerCheck.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));

    [Fact]
    public async Task Each_prefix_is_taken()
    {
        for (var end = 0; end <= Source.Length; end += 7)
            await Check(Source[..end]);
    }

    private static async Task Check(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview));
        CSharpGeneratorDriver.Create(new CoroutineGenerator()).WithUpdatedParseOptions((CSharpParseOptions)tree.Options)
            .RunGeneratorsAndUpdateCompilation(Empty.AddSyntaxTrees(tree), out var output, out _);
        var found = await output.WithAnalyzers([new RefusalAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        Assert.Equal(Places(found).Distinct(), Places(found));
    }

    private static IEnumerable<string> Places(ImmutableArray<Diagnostic> diagnostics) => diagnostics.Select(diagnostic => diagnostic.ToString());
}
