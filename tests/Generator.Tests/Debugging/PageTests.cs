using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CoroGen.Generator.Tests.Debugging;

/// <summary>The examples of these pages print what the page says. With the environment variable REFRESH_PAGES the pages are written instead.</summary>
public sealed partial class PageTests
{
    private static readonly string Repository =
        typeof(PageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;

    [Theory]
    [InlineData("debugging", "Kitchen.cs", OptimizationLevel.Debug)]
    [InlineData("debugging", "Kitchen.cs", OptimizationLevel.Release)]
    [InlineData("debugging", "Stuck.cs", OptimizationLevel.Debug)]
    [InlineData("debugging", "Stuck.cs", OptimizationLevel.Release)]
    [InlineData("determinism", "Bank.cs", OptimizationLevel.Debug)]
    [InlineData("sockets", "Chat.cs", OptimizationLevel.Debug)]
    [InlineData("sockets", "Chat.cs", OptimizationLevel.Release)]
    public void The_example_prints_this(string page, string file, OptimizationLevel optimization)
    {
        var path = Path.Combine(Repository, $"docs/{page}.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var example = Examples().Matches(text).Single(match => match.Groups["file"].Value == file);
        var output = example.Groups["output"];
        var printed = LineOfRuntime().Replace(Run(file, example.Groups["code"].Value, optimization).ReplaceLineEndings("\n"), "");
        if (Environment.GetEnvironmentVariable("REFRESH_PAGES") is { Length: > 0 })
            File.WriteAllText(path, text[..output.Index] + printed + text[(output.Index + output.Length)..]);
        else
            Assert.Equal(output.Value, printed);
    }

    private static string Run(string file, string program, OptimizationLevel optimization)
    {
        var input = Sources.Compile().AddSyntaxTrees(CSharpSyntaxTree.ParseText(program, Sources.Preview, file, Encoding.UTF8));
        var run = GeneratorRun.Of(input.WithOptions(input.Options.WithOutputKind(OutputKind.ConsoleApplication).WithOptimizationLevel(optimization)));
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        run.AssertNo(run.Output.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        code.Position = symbols.Position = 0;
        var main = new AssemblyLoadContext(nameof(PageTests), isCollectible: true).LoadFromStream(code, symbols).EntryPoint!;

        var (console, output) = (Console.Out, new StringWriter());
        Console.SetOut(output);
        main.Invoke(null, [Array.Empty<string>()]);
        Console.SetOut(console);
        // Below Main is the test.
        return string.Concat(output.ToString().Split('\n').TakeWhile(line => !line.Contains("InvokeStub", StringComparison.Ordinal) && !line.Contains("System.Reflection", StringComparison.Ordinal)).Select(line => line.Length > 0 ? line + "\n" : ""));
    }

    [GeneratedRegex(@"<!-- runs: (?<file>\S+) -->\s+```csharp\r?\n(?<code>.*?)```.*?```text\r?\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();

    /// <summary>The package has no symbols of the runtime.</summary>
    [GeneratedRegex(@" in \S*EventLoop[.a-zA-Z]*.cs:line \d+")]
    private static partial Regex LineOfRuntime();
}
