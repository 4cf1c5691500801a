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
/// public int Sum(int a) { return a + _b; }
///     becomes
/// public int Sum(int a) { return Suspended.Run(Sum_1__Suspended(a)); }
/// [Coroutine] internal int Sum_1__Suspended(Co co, int a) { return a + Suspended.S(co, _b); }
/// </code>
/// </summary>
internal sealed partial class SuspendedCode
{
    private const string DriverPath = "Suspended.cs";
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private readonly IReadOnlyList<SyntaxTree> _written;
    private readonly CSharpParseOptions _language;
    private readonly IReadOnlyList<MetadataReference> _references;
    private readonly SuspendedTrees _trees;
    private readonly Dictionary<IMethodSymbol, SuspendedMethod> _methods = new(SymbolEqualityComparer.Default);

    private GeneratorDriver _driver;

    /// <param name="files">The code, with its paths.</param>
    /// <param name="symbols">Symbols of the preprocessor.</param>
    /// <param name="references">Paths of the assemblies that it needs, beside those of .NET.</param>
    public SuspendedCode(IEnumerable<(string Path, string Text)> files, IEnumerable<string> symbols, IEnumerable<string> references)
    {
        _language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithPreprocessorSymbols(symbols);
        _driver = CSharpGeneratorDriver.Create([new CoroutineGenerator().AsSourceGenerator()], parseOptions: _language);
        _trees = new SuspendedTrees(_language);
        _written = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, _language, file.Path))];
        _references = [.. Net100.References.All, .. references.Append(typeof(Co).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path))];
    }

    /// <summary>How many methods are coroutines.</summary>
    public int Methods => _methods.Count;

    /// <summary>How many of them have calls and functions that are coroutines, too.</summary>
    public int Nested => _methods.Values.Count(method => !method.IsSimple);

    /// <summary>Why the others are none, with how many.</summary>
    public SortedDictionary<string, int> Left { get; } = [];

    /// <summary>What the generator refused, by rule, with its place in the code as it was. A method with calls or functions may be refused, and then be a coroutine without them.</summary>
    public List<(string Rule, SuspendedMethod Method)> Refusals { get; } = [];

    /// <summary>What C# finds wrong with the coroutines themselves, with its place in the code as it was: what suspends in them is not written as it should be.</summary>
    public List<(Diagnostic Error, SuspendedMethod Method)> Misfits { get; } = [];

    /// <summary>Errors in what was generated for code that has none: bugs.</summary>
    public List<Diagnostic> Errors { get; } = [];

    /// <summary>The code as it has become, with its paths.</summary>
    public IEnumerable<(string Path, string Text)> Files => _trees.Of(_written, _methods).Select(tree => (tree.FilePath, tree.ToString())).Append((DriverPath, Driver.Text));

    /// <summary>Makes coroutines of methods, of each with this share of its expressions as suspension points. What does not compile then stays as it is.</summary>
    public void Suspend(double share, Random random)
    {
        var compilation = Compile(_written);
        var wrong = compilation.GetDiagnostics().Where(IsError).Select(error => error.Location.SourceTree).ToHashSet();
        foreach (var tree in _written)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var (symbol, body) in Bodies(tree.GetRoot(), model))
            {
                var choice = SuspensionChoice.Nothing();
                var reason = wrong.Contains(tree) ? "does not compile as it is" : Obstacles.Of(symbol, body, model);
                if (reason is null && (choice = new SuspensionPlaces(model, () => random.NextDouble() < share).Choose(body)).IsEmpty)
                    reason = "nothing to suspend";
                if (reason is null)
                    _methods.Add(symbol, new SuspendedMethod(symbol, body, _methods.Count, choice));
                else
                    Count(Left, reason);
            }
        }

        while (LeaveOut())
        {
        }
    }

    private static IEnumerable<(IMethodSymbol, SyntaxNode)> Bodies(SyntaxNode root, SemanticModel model)
    {
        foreach (var body in root.DescendantNodes().Where(node => node is BlockSyntax or ArrowExpressionClauseSyntax))
        {
            var symbol = body.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax
                ? (model.GetDeclaredSymbol(body.Parent) as IPropertySymbol)?.GetMethod
                : body.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax ? model.GetDeclaredSymbol(body.Parent) as IMethodSymbol : null;
            if (symbol is not null and not { MethodKind: MethodKind.Destructor })
                yield return (symbol, body);
        }
    }

    private static void Count(SortedDictionary<string, int> counts, string reason) => counts[reason] = counts.GetValueOrDefault(reason) + 1;

    /// <summary>Leaves out what is refused or does not compile. False when all is well.</summary>
    private bool LeaveOut()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Compile(_trees.Of(_written, _methods)), out var output, out _);
        var result = _driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception)
            throw new InvalidOperationException("The generator failed.", exception);
        var refused = Refused(result).ToDictionary(refusal => refusal.Name, refusal => refusal.Rule);
        var wrong = Wrong(output, [.. result.GeneratedSources.Select(source => source.SyntaxTree)]).ToLookup(wrong => wrong.Name, wrong => wrong.Error);
        Misfits.AddRange(_methods.Values.Where(method => wrong.Contains(method.Name)).Select(method => (wrong[method.Name].First(), method)));
        Refusals.AddRange(_methods.Values.Where(method => refused.ContainsKey(method.Name)).Select(method => (refused[method.Name], method)));
        var left = _methods.Where(pair => (refused.ContainsKey(pair.Value.Name) || wrong.Contains(pair.Value.Name)) && !pair.Value.Simplify()).ToList();
        foreach (var (symbol, method) in left)
        {
            _methods.Remove(symbol);
            Count(Left, refused.ContainsKey(method.Name) ? "refused" : "does not compile when it suspends");
        }

        return refused.Count + wrong.Count > 0;
    }

    private static IEnumerable<(string Name, string Rule)> Refused(GeneratorRunResult result) =>
        result.GeneratedSources.Select(source => Reason().Match(source.SourceText.ToString())).Where(reason => reason.Success).Select(reason => (reason.Groups[1].Value, reason.Groups[2].Value));

    private IEnumerable<(string Name, Diagnostic Error)> Wrong(Compilation output, HashSet<SyntaxTree> generated)
    {
        foreach (var error in output.GetDiagnostics().Where(IsError))
        {
            var tree = error.Location.SourceTree!;
            var isGenerated = generated.Contains(tree);
            if (isGenerated)
                Errors.Add(error);
            var name = Name().Match(isGenerated ? tree.FilePath : MethodAt(error.Location.SourceSpan, tree));
            foreach (var wrong in name.Success ? [name.Value] : MethodsIn(tree))
                yield return (wrong, error);
        }
    }

    private IEnumerable<string> MethodsIn(SyntaxTree tree) => _methods.Values.Where(method => method.Body.SyntaxTree.FilePath == tree.FilePath).Select(method => method.Name);

    private static string MethodAt(TextSpan place, SyntaxTree tree) =>
        tree.GetRoot().FindNode(place).AncestorsAndSelf().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax) switch
        {
            MethodDeclarationSyntax { Identifier.Text: var name } when Name().IsMatch(name) => name,
            { } member => member.ToString(),
            null => "",
        };

    private CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Suspended",
        [.. trees, _trees.Parsed(Driver.Text, DriverPath), _trees.Parsed(Usings, "Usings.cs")],
        _references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.IsInSource;

    [GeneratedRegex(@"The coroutine '(\w+" + SuspendedMethod.Mark + @")' was not compiled: (CORO\d+)")]
    private static partial Regex Reason();

    [GeneratedRegex(@"\w+_\d+" + SuspendedMethod.Mark)]
    private static partial Regex Name();
}
