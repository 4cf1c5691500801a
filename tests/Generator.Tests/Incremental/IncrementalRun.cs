using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Tests.Incremental;

/// <summary>A generator kept alive over edits, as in an editor: after each, it tells which of its steps ran and what came of them.</summary>
internal sealed class IncrementalRun
{
    private static readonly GeneratorDriverOptions Tracking = new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);

    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public IncrementalRun(params string[] sources)
    {
        _compilation = Sources.Compile(sources);
        _driver = CSharpGeneratorDriver.Create([new CoroutineGenerator().AsSourceGenerator()], parseOptions: Sources.Preview, driverOptions: Tracking);
        Run();
    }

    /// <summary>Replaces a text in the file that contains it, and runs again.</summary>
    public void Edit(string old, string replacement)
    {
        var tree = _compilation.SyntaxTrees.Single(tree => tree.ToString().Contains(old, StringComparison.Ordinal));
        var text = tree.ToString().Replace(old, replacement, StringComparison.Ordinal);
        _compilation = _compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Sources.Preview, tree.FilePath));
        Run();
    }

    /// <summary>Adds a file, and runs again.</summary>
    public void Add(string source)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Sources.Preview, "Added.cs"));
        Run();
    }

    /// <summary>The step's outputs of the last run.</summary>
    public IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        Result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(run => run.Outputs) : [];

    /// <summary>How often each reason was given for the step's outputs, as in <c>"Cached 2, Modified 1"</c>.</summary>
    public string Reasons(string step) => Reasons(Outputs(step));

    /// <summary>The same of the last step, which writes the files: one that is cached was not run.</summary>
    public string WritingReasons => Reasons(Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs));

    /// <summary>The names of the files that were written anew in the last run.</summary>
    public IEnumerable<string> Written => Result.TrackedOutputSteps
        .SelectMany(step => step.Value)
        .Where(run => run.Outputs.Any(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified))
        .SelectMany(run => run.Inputs)
        .Select(input => input.Source.Outputs[input.OutputIndex].Value)
        .OfType<Model.GeneratedFile>()
        .Select(file => file.HintName)
        .Order(StringComparer.Ordinal);

    private static string Reasons(IEnumerable<(object Value, IncrementalStepRunReason Reason)> outputs) =>
        string.Join(", ", outputs.GroupBy(output => output.Reason.ToString()).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"));

    private GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    private void Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        Assert.Null(Result.Exception);
    }
}
