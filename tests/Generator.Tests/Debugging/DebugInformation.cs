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

    private readonly List<(string Name, bool HasResult, ImmutableArray<SequencePoint> Points, ImmutableArray<string> Locals)> _methods = [];
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

    /// <summary>The places where execution can stop in a method as written, and in the lambdas and local functions in it.</summary>
    public IEnumerable<Place> WrittenPlaces(string method) => PlacesOf(name => name == method);

    /// <summary>The places where execution can stop in what was made of a method: its resume method, and the functions that became members.</summary>
    public IEnumerable<Place> LoweredPlaces(string method) => PlacesOf(name => name.StartsWith(method + "__", StringComparison.Ordinal));

    /// <summary>The closing braces of functions with a result.</summary>
    public IEnumerable<Place> ClosingBraces => _methods.Where(m => m.HasResult).Select(m => m.Points.LastOrDefault(point => !point.IsHidden))
        .Where(point => !point.Document.IsNil).Select(PlaceOf).Where(place => place.Text == "}");

    /// <summary>The names of the locals of a method as written, without those of the compiler.</summary>
    public IEnumerable<string> WrittenLocals(string method) => LocalsOf(name => name == method);

    /// <summary>The names of the locals of its resume method.</summary>
    public IEnumerable<string> LoweredLocals(string method) => LocalsOf(name => name == method + "__Run");

    private IEnumerable<string> LocalsOf(Func<string, bool> isIt) =>
        _methods.Where(m => isIt(m.Name)).SelectMany(m => m.Locals).Where(name => !name.Contains('$', StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    private IEnumerable<Place> PlacesOf(Func<string, bool> isIt) =>
        _methods.Where(m => isIt(m.Name)).SelectMany(m => m.Points).Where(point => !point.IsHidden).Select(PlaceOf).Order();

    private Place PlaceOf(SequencePoint point) => new(_documents[point.Document], point.StartLine, point.StartColumn, point.EndLine, point.EndColumn, Shown(point));

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
            var method = metadata.GetMethodDefinition(handle.ToDefinitionHandle());
            var signature = metadata.GetBlobReader(method.Signature);
            var isGeneric = signature.ReadSignatureHeader().IsGeneric;
            _ = isGeneric ? signature.ReadCompressedInteger() : 0;
            _ = signature.ReadCompressedInteger();
            var hasResult = signature.ReadSignatureTypeCode() != SignatureTypeCode.Void;
            var locals = pdb.GetLocalScopes(handle).Select(pdb.GetLocalScope).SelectMany(scope => scope.GetLocalVariables()).Select(local => pdb.GetString(pdb.GetLocalVariable(local).Name));
            _methods.Add((Owner(metadata.GetString(method.Name)), hasResult, [.. pdb.GetMethodDebugInformation(handle).GetSequencePoints()], [.. locals]));
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
