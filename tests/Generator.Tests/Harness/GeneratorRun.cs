using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Tests.Harness;

/// <summary>One run of the generator: what it wrote, and what the compiler says of it.</summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorRunResult _result;

    private GeneratorRun(GeneratorRunResult result, Compilation output, Compilation input) => (_result, Output, Input) = (result, output, input);

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    public Compilation Input { get; }

    public Exception? Exception => _result.Exception;

    /// <summary>The generated texts by file name.</summary>
    public IReadOnlyDictionary<string, string> Files => _result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>A run that is to succeed: input and output compile.</summary>
    public static GeneratorRun Of(params string[] sources)
    {
        var run = OfAny(sources);
        Assert.Null(run.Exception);
        run.AssertNo(run.Output.Errors());
        run.AssertNo(run.Failures);
        return run;
    }

    /// <summary>A run on any input, right or wrong.</summary>
    public static GeneratorRun OfAny(params string[] sources) => Of(Sources.Compile(sources));

    public static GeneratorRun Of(CSharpCompilation input)
    {
        var options = (CSharpParseOptions?)input.SyntaxTrees.FirstOrDefault()?.Options;
        var driver = CSharpGeneratorDriver.Create([new CoroutineGenerator().AsSourceGenerator()], parseOptions: options);
        var result = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _).GetRunResult();
        return new GeneratorRun(result.Results.Single(), output, input);
    }

    /// <summary>The methods on which the generator failed.</summary>
    public IEnumerable<string> Failures =>
        Files.Values.Select(file => file.Split('\n')[2]).Where(line => line.Contains(Refusals.Rules.Failure.Id, StringComparison.Ordinal));

    /// <summary>Fails with the errors and the generated files in full.</summary>
    public void AssertNo(IEnumerable<string> errors)
    {
        if (errors.ToList() is { Count: > 0 } found)
            Assert.Fail(string.Join("\n", [.. found, .. Files.Select(file => $"\n{file.Key}:\n{file.Value}")]));
    }

    /// <summary>The only file.</summary>
    public string File => Assert.Single(Files).Value;
}
