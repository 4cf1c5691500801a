using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
        _driver = Create();
        Run();
    }

    /// <summary>Replaces a text in the file that contains it, and runs again.</summary>
    public void Edit(string old, string replacement)
    {
        var tree = _compilation.SyntaxTrees.Single(tree => tree.ToString().Contains(old, StringComparison.Ordinal));
        Replace(tree, tree.ToString().Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Replaces the text of a file, and runs again.</summary>
    public void Replace(SyntaxTree tree, string text)
    {
        _compilation = _compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Sources.Preview, tree.FilePath));
        Run();
    }

    /// <summary>Adds a file, and runs again.</summary>
    public void Add(string source)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Sources.Preview, "Added.cs"));
        Run();
    }

    /// <summary>The sources as they are now.</summary>
    public IReadOnlyList<SyntaxTree> Trees => _compilation.SyntaxTrees;

    /// <summary>The files of the last run, by name.</summary>
    public IEnumerable<(string Name, string Text)> Files => FilesOf(Result);

    /// <summary>What a generator makes of the present sources that has not seen them before.</summary>
    public IEnumerable<(string Name, string Text)> FilesOfFreshRun => FilesOf(Create().RunGenerators(_compilation).GetRunResult().Results.Single());

    /// <summary>The declaration of that name.</summary>
    public MethodDeclarationSyntax Method(string name) =>
        _compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()).Single(method => method.Identifier.ValueText == name);

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

    private static CSharpGeneratorDriver Create() => CSharpGeneratorDriver.Create([new CoroutineGenerator().AsSourceGenerator()], parseOptions: Sources.Preview, driverOptions: Tracking);

    private static IEnumerable<(string Name, string Text)> FilesOf(GeneratorRunResult result) => result.GeneratedSources.Select(file => (file.HintName, file.SourceText.ToString()));

    private static string Reasons(IEnumerable<(object Value, IncrementalStepRunReason Reason)> outputs) =>
        string.Join(", ", outputs.GroupBy(output => output.Reason.ToString()).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"));

    private GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    private void Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        Assert.Null(Result.Exception);
    }
}
