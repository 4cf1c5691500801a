using System.Text.RegularExpressions;
using Basic.Reference.Assemblies;
using CoroGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Fuzz.RealCode;

/// <summary>
/// Code that exists, in which the methods that can be are coroutines which suspend at random places. What was generated for them has to compile, and the code's own tests say whether
/// it does what it did.
/// <code>
/// int Sum(int a) { return a + _b; }
///     becomes
/// int Sum(int a) { return Suspended.Run(Sum_1__Suspended(a)); }
/// [Coroutine] private int Sum_1__Suspended(Co co, int a) { return a + Suspended.S(co, _b); }
/// </code>
/// </summary>
internal sealed partial class SuspendedCode
{
    private const string DriverPath = "Suspended.cs";
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private readonly IReadOnlyList<SyntaxTree> _written;
    private readonly CSharpParseOptions _language;
    private readonly Dictionary<SyntaxTree, List<SuspendedMethod>> _methods = [];

    /// <param name="files">The code, with its paths.</param>
    /// <param name="symbols">Symbols of the preprocessor.</param>
    public SuspendedCode(IEnumerable<(string Path, string Text)> files, IEnumerable<string> symbols)
    {
        _language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithPreprocessorSymbols(symbols);
        _written = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, _language, file.Path))];
    }

    /// <summary>How many methods are coroutines.</summary>
    public int Methods => _methods.Values.Sum(methods => methods.Count);

    /// <summary>Those that the generator refused, by rule. They stay as they are.</summary>
    public Dictionary<string, int> Refusals { get; } = [];

    /// <summary>Errors in what was generated for code that has none: bugs.</summary>
    public List<Diagnostic> Errors { get; } = [];

    /// <summary>The code as it has become, with its paths.</summary>
    public IEnumerable<(string Path, string Text)> Files => _written.Select(Apply).Select(tree => (tree.FilePath, tree.ToString())).Append((DriverPath, Driver.Text));

    /// <summary>Makes coroutines of methods, of each with this share of its expressions as suspension points. What does not compile then stays as it is.</summary>
    public void Suspend(double share, Random random)
    {
        var compilation = Compile(_written);
        var wrong = compilation.GetDiagnostics().Where(IsError).Select(error => error.Location.SourceTree).ToHashSet();
        var number = 0;
        foreach (var tree in _written.Where(tree => !wrong.Contains(tree)))
        {
            var model = compilation.GetSemanticModel(tree);
            _methods[tree] = [.. tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => SuspendedMethod.Of(method, number++, model, () => random.NextDouble() < share)).OfType<SuspendedMethod>()];
        }

        while (LeaveOut())
        {
        }
    }

    /// <summary>Leaves out what is refused or does not compile. False when all is well.</summary>
    private bool LeaveOut()
    {
        var result = CSharpGeneratorDriver.Create([new CoroutineGenerator().AsSourceGenerator()], parseOptions: _language)
            .RunGeneratorsAndUpdateCompilation(Compile(_written.Select(Apply)), out var output, out _).GetRunResult().Results.Single();
        if (result.Exception is { } exception)
            throw new InvalidOperationException("The generator failed.", exception);
        HashSet<string> names = [.. Refused(result), .. Wrong(output)];
        return _methods.Values.Sum(methods => methods.RemoveAll(method => names.Contains(method.Name))) > 0;
    }

    private IEnumerable<string> Refused(GeneratorRunResult result)
    {
        foreach (var reason in result.GeneratedSources.Select(source => Reason().Match(source.SourceText.ToString())).Where(reason => reason.Success))
        {
            var rule = reason.Groups[2].Value;
            if (rule.StartsWith("CORO", StringComparison.Ordinal))
                Refusals[rule] = Refusals.GetValueOrDefault(rule) + 1;
            yield return reason.Groups[1].Value;
        }
    }

    private IEnumerable<string> Wrong(Compilation output)
    {
        foreach (var error in output.GetDiagnostics().Where(IsError))
        {
            var tree = error.Location.SourceTree!;
            var isGenerated = tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);
            if (isGenerated)
                Errors.Add(error);
            yield return Name().Match(isGenerated ? tree.FilePath : MethodAt(error.Location.SourceSpan, tree)).Value;
        }
    }

    private static string MethodAt(TextSpan place, SyntaxTree tree) =>
        tree.GetRoot().FindNode(place).AncestorsAndSelf().OfType<MethodDeclarationSyntax>().LastOrDefault()?.ToString() ?? "";

    private SyntaxTree Apply(SyntaxTree tree)
    {
        if (!_methods.TryGetValue(tree, out var methods) || methods.Count == 0)
            return tree;
        var types = methods.SelectMany(method => method.Written.Ancestors().OfType<TypeDeclarationSyntax>()).Distinct();
        var root = tree.GetRoot().ReplaceNodes(types.Concat<SyntaxNode>(methods.Select(method => method.Written)), (written, node) => node is MethodDeclarationSyntax declaration
            ? methods.Single(method => method.Written == written).Forward(declaration)
            : Extended((TypeDeclarationSyntax)node, methods.Where(method => method.Written.Parent == written)));
        return CSharpSyntaxTree.ParseText(root.ToFullString(), _language, tree.FilePath);
    }

    private static TypeDeclarationSyntax Extended(TypeDeclarationSyntax type, IEnumerable<SuspendedMethod> methods)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
        var extended = type.AddMembers([.. methods.Select(method => SyntaxFactory.ParseMemberDeclaration("\n" + method.Text)!)]);
        return extended.Modifiers.Any(SyntaxKind.PartialKeyword) ? extended : extended.AddModifiers(partial);
    }

    private CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Suspended",
        [.. trees, CSharpSyntaxTree.ParseText(Driver.Text, _language, DriverPath), CSharpSyntaxTree.ParseText(Usings, _language, "Usings.cs")],
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Co).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.IsInSource;

    [GeneratedRegex(@"The coroutine '(\w+" + SuspendedMethod.Mark + @")' was not compiled: ([^.]*)")]
    private static partial Regex Reason();

    [GeneratedRegex(@"\w+_\d+" + SuspendedMethod.Mark)]
    private static partial Regex Name();
}
