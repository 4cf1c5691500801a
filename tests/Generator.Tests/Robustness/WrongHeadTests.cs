using CoroGen.Generator.Tests.Conformance;
using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Tests.Robustness;

/// <summary>
/// What is wrong in the head of a coroutine, or in what stands round it, is reported once, where it is written: with the generator there are the same errors at the same lines as without it, none
/// in generated files, and none at callers. WrongHeads.txt has the heads; a line that ends with <c>// factory</c> calls what only the generator makes, and is no part of the plain code.
/// </summary>
public sealed class WrongHeadTests
{
    private const string Usings =
        "using System; using System.Collections.Generic; using System.Diagnostics.CodeAnalysis; using System.Runtime.CompilerServices; using CoroGen;\n";

    private static readonly Dictionary<string, string> s_heads = File.ReadAllText(Repository.Full("tests/Generator.Tests/Robustness/WrongHeads.txt"))
        .Split("=== ", StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(part => part[..part.IndexOf('\n', StringComparison.Ordinal)], part => Usings + part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..]);

    public static TheoryData<string> Heads => [.. s_heads.Keys];

    [Theory]
    [MemberData(nameof(Heads))]
    public void Only_the_real_errors_are_reported(string head)
    {
        var text = s_heads[head];
        var plain = Compile(string.Join('\n', text.Split('\n').Select(line => line.EndsWith("// factory", StringComparison.Ordinal) ? "" : line)));
        var run = GeneratorRun.Of(Compile(text));

        Assert.Null(run.Exception);
        run.AssertNo(run.Failures);
        var expected = Errors(plain);
        Assert.NotEmpty(expected);
        var found = Errors(run.Output);
        if (!expected.SequenceEqual(found))
            run.AssertNo([$"expected: {string.Join(", ", expected)}", $"found: {string.Join(", ", found)}"]);
    }

    private static CSharpCompilation Compile(string text)
    {
        var compilation = Sources.Compile(text);
        return compilation.WithOptions(compilation.Options.WithAllowUnsafe(false));
    }

    private static List<string> Errors(Compilation compilation) => [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Place).Order()];

    private static string Place(Diagnostic error) => $"{error.Id} at {error.Location.SourceTree?.FilePath}:{error.Location.GetLineSpan().StartLinePosition.Line}";
}
