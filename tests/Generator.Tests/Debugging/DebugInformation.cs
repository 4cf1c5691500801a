using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;
using CoroGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator.Tests.Debugging;

/// <summary>What a debugger knows of a compiled source: read from the portable PDB, as a debugger does.</summary>
internal sealed partial class DebugInformation
{
    public const string UserFile = "/shop/Kitchen.cs";

    private readonly List<(string Method, ImmutableArray<SequencePoint> Points, ImmutableArray<string> Locals)> _methods = [];
    private readonly Dictionary<DocumentHandle, string> _documents = [];
    private readonly SourceText _text;

    /// <summary>Compiles a source with the generator.</summary>
    public DebugInformation(string source, LanguageVersion version = LanguageVersion.Preview, OptimizationLevel optimization = OptimizationLevel.Debug)
    {
        _text = SourceText.From(source);
        var options = CSharpParseOptions.Default.WithLanguageVersion(version);
        var input = Sources.Compile().AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, options, UserFile, System.Text.Encoding.UTF8));
        var run = GeneratorRun.Of(input.WithOptions(input.Options.WithOptimizationLevel(optimization)));
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = run.Output.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        run.AssertNo(result.Success ? [] : result.Diagnostics.Select(d => d.ToString()));
        code.Position = symbols.Position = 0;
        Read(code, symbols);
    }

    /// <summary>The places in the user's file where execution of a method can stop, of the lambdas and local functions in it too.</summary>
    public IEnumerable<Place> PlacesOf(string method) => PointsOf(method)
        .Where(point => !point.IsHidden)
        .Select(point => new Place(_documents[point.Document], point.StartLine, point.StartColumn, point.EndLine, point.EndColumn, Shown(point)))
        .Order();

    private IEnumerable<SequencePoint> PointsOf(string method) => _methods.Where(m => m.Method == method).SelectMany(m => m.Points);

    /// <summary>The names of the locals of a method, without those of the compiler.</summary>
    public IEnumerable<string> LocalsOf(string method) =>
        _methods.Where(m => m.Method == method).SelectMany(m => m.Locals).Where(name => !name.Contains('$', StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    private string Shown(SequencePoint point)
    {
        if (point.EndLine > _text.Lines.Count || point.EndColumn - 1 > _text.Lines[point.EndLine - 1].Span.Length)
            return "(beyond the end of the line)";
        return _text.ToString(TextSpan.FromBounds(_text.Lines[point.StartLine - 1].Start + point.StartColumn - 1, _text.Lines[point.EndLine - 1].Start + point.EndColumn - 1));
    }

    private void Read(Stream code, Stream symbols)
    {
        using var peReader = new System.Reflection.PortableExecutable.PEReader(code);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var (metadata, pdb) = (peReader.GetMetadataReader(), provider.GetMetadataReader());
        foreach (var handle in pdb.Documents)
            _documents[handle] = pdb.GetString(pdb.GetDocument(handle).Name);
        foreach (var handle in pdb.MethodDebugInformation)
        {
            var name = metadata.GetString(metadata.GetMethodDefinition(handle.ToDefinitionHandle()).Name);
            var locals = pdb.GetLocalScopes(handle).Select(pdb.GetLocalScope).SelectMany(scope => scope.GetLocalVariables()).Select(local => pdb.GetString(pdb.GetLocalVariable(local).Name));
            _methods.Add((Owner(name), [.. pdb.GetMethodDebugInformation(handle).GetSequencePoints()], [.. locals]));
        }
    }

    /// <summary>The user's method that a lambda or local function of the compiler's stands in.</summary>
    private static string Owner(string name) => Nested().Match(name) is { Success: true } nested ? nested.Groups[1].Value : name;

    [GeneratedRegex("^<(.+)>[bg]__")]
    private static partial Regex Nested();
}

/// <summary>A place in a source, from 1, and what stands there.</summary>
internal sealed record Place(string Document, int Line, int Column, int EndLine, int EndColumn, string Text) : IComparable<Place>
{
    public int CompareTo(Place? other) => (Line, Column, EndLine, EndColumn).CompareTo((other!.Line, other.Column, other.EndLine, other.EndColumn));

    public override string ToString() => $"({Line},{Column})-({EndLine},{EndColumn}) {Text.ReplaceLineEndings("\n").Split('\n')[0]}";
}
