using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Tests.Robustness;

/// <summary>Code that is still being typed: the generator neither throws nor adds errors of its own.</summary>
public sealed class RichSourceTests
{
    [Fact]
    public void It_compiles()
    {
        var run = GeneratorRun.Of(RichSource.Text);
        Assert.DoesNotContain(run.Files, file => file.Value.Contains("was not compiled", StringComparison.Ordinal));
    }

    /// <summary>Every prefix, as when the file is typed from the top.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_prefix_is_taken(int quarter)
    {
        var length = RichSource.Text.Length / 4;
        var ends = Enumerable.Range(quarter * length, length).Where(end => end % 7 == 0);
        Parallel.ForEach(ends, end => Check(RichSource.Text[..end], deep: end % 5 == 0));
    }

    /// <summary>One token missing, as when something inside is rewritten.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Each_gap_is_taken(int phase)
    {
        var root = CSharpSyntaxTree.ParseText(RichSource.Text).GetRoot();
        var tokens = root.DescendantTokens().ToList();
        var gaps = tokens.Where((_, index) => index % 20 == phase);
        Parallel.ForEach(gaps, gap => Check(RichSource.Text.Remove(gap.SpanStart, gap.Span.Length), deep: gap.SpanStart % 3 == 0));
    }

    private static void Check(string source, bool deep)
    {
        var run = GeneratorRun.OfAny(source);
        if (run.Exception is { } exception)
            Assert.Fail($"{exception}\n\n{source}");
        run.AssertNo(run.Failures.Select(failure => $"{failure}\n{source}"));
        if (deep)
            run.AssertNo(ErrorsInGeneratedFiles(run).Select(error => $"{error}\n{source}"));
    }

    private static IEnumerable<Diagnostic> ErrorsInGeneratedFiles(GeneratorRun run) => run.Output.GetDiagnostics().Where(diagnostic =>
        diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree is { } tree && !run.Input.ContainsSyntaxTree(tree));
}
