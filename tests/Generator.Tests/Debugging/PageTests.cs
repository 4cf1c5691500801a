using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CoroGen.Generator.Tests.Debugging;

/// <summary>The example of docs/debugging.md prints what the page says.</summary>
public sealed partial class PageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(
        typeof(PageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!, "docs/debugging.md"));

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void The_example_prints_this_stack_trace(OptimizationLevel optimization)
    {
        var example = Example().Match(Page);
        Assert.Equal(example.Groups["output"].Value.ReplaceLineEndings("\n"), LineOfRuntime().Replace(Run(example.Groups["code"].Value, optimization).ReplaceLineEndings("\n"), ""));
    }

    private static string Run(string program, OptimizationLevel optimization)
    {
        var input = Sources.Compile().AddSyntaxTrees(CSharpSyntaxTree.ParseText(program, Sources.Preview, "Kitchen.cs", Encoding.UTF8));
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

    [GeneratedRegex(@"<!-- runs: Kitchen.cs -->\s+```csharp\r?\n(?<code>.*?)```.*?```text\r?\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    /// <summary>The package has no symbols of the runtime.</summary>
    [GeneratedRegex(@" in \S*EventLoop.cs:line \d+")]
    private static partial Regex LineOfRuntime();
}
