using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using CoroGen.Generator;
using CoroGen.Fuzz.Oracles;
using CoroGen.Fuzz.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Fuzz.Execution;

/// <summary>Variants of programs that were compiled together. Disposing it unloads them.</summary>
internal sealed partial class Batch : IDisposable
{
    private readonly AssemblyLoadContext _context = new("programs", isCollectible: true);

    private readonly GeneratorRunResult _generated;

    private Batch(List<CompileError> errors, GeneratorRunResult generated) => (Errors, _generated) = (errors, generated);

    /// <summary>What could not be compiled, and why.</summary>
    public IReadOnlyList<CompileError> Errors { get; }

    public IReadOnlyDictionary<Variant, Executable> Executables { get; private set; } = new Dictionary<Variant, Executable>();

    /// <summary>Compiles programs with the generator. Those with errors are left out, and the rest is compiled without them.</summary>
    public static Batch Compile(IReadOnlyCollection<Variant> variants, OptimizationLevel level)
    {
        List<CompileError> errors = [];
        var left = variants.ToDictionary(variant => variant.TypeName);
        while (true)
        {
            var input = Compilations.Of(left.Values, level);
            var driver = CSharpGeneratorDriver.Create([new CoroutineGenerator().AsSourceGenerator()], parseOptions: Compilations.Language)
                .RunGeneratorsAndUpdateCompilation(input, out var output, out _);
            var generated = driver.GetRunResult().Results.Single();
            List<CompileError> found = [.. Refused(generated, output, left)];
            using var assembly = new MemoryStream();
            if (found.Count == 0)
            {
                var result = output.Emit(assembly);
                found.AddRange(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(error => OfDiagnostic(error, left)));
            }

            if (found.Count == 0)
                return new Batch(errors, generated).Load(assembly, left.Values);
            foreach (var error in found.DistinctBy(error => error.Variant))
            {
                errors.Add(error with { Generated = Text(generated, error.Variant) });
                left.Remove(error.Variant.TypeName);
            }
        }
    }

    /// <summary>What was generated for a program.</summary>
    public string Generated(GeneratedProgram program) => string.Join("\n", Executables.Keys.Where(variant => variant.Program == program).Select(variant => Text(_generated, variant)));

    public void Dispose() => _context.Unload();

    private Batch Load(MemoryStream image, IEnumerable<Variant> variants)
    {
        var fields = LiveFields.Of(_generated);
        image.Position = 0;
        var assembly = _context.LoadFromStream(image);
        Executables = variants.ToDictionary(variant => variant, variant => new Executable(assembly.GetType(variant.TypeName)!, fields));
        return this;
    }

    private static IEnumerable<CompileError> Refused(GeneratorRunResult result, Compilation output, Dictionary<string, Variant> variants)
    {
        if (result.Exception is { } exception)
            throw new InvalidOperationException("The generator failed.", exception);
        foreach (var source in result.GeneratedSources)
        {
            var third = source.SourceText.Lines[2].ToString();
            if (third.Contains("was not compiled", StringComparison.Ordinal) && !third.Contains("its body has errors", StringComparison.Ordinal))
            {
                var variant = variants[source.HintName.Split('.')[0]];
                yield return new CompileError(variant, CompileErrorKind.Refused, Reason().Match(third).Value, Refusals.In(output, variant));
            }
        }
    }

    private static CompileError OfDiagnostic(Diagnostic error, Dictionary<string, Variant> variants)
    {
        var path = error.Location.SourceTree!.FilePath;
        var kind = path.EndsWith(".g.cs", StringComparison.Ordinal) ? CompileErrorKind.Generated : CompileErrorKind.Invalid;
        return new CompileError(variants[Path.GetFileName(path).Split('.')[0]], kind, error.Id, error.ToString());
    }

    private static string Text(GeneratorRunResult result, Variant variant) =>
        string.Join("\n", result.GeneratedSources.Where(source => source.HintName.Split('.')[0] == variant.TypeName).Select(source => source.SourceText.ToString()));

    [GeneratedRegex(@"CORO\d+|(?<=: ).*")]
    private static partial Regex Reason();
}

internal enum CompileErrorKind
{
    /// <summary>The program itself has an error: the grammar is wrong.</summary>
    Invalid,

    /// <summary>The generator refused what it should support.</summary>
    Refused,

    /// <summary>The program is valid, and generated code is not.</summary>
    Generated,
}

/// <summary>Why a program could not be compiled.</summary>
internal sealed record CompileError(Variant Variant, CompileErrorKind Kind, string Code, string Message)
{
    /// <summary>What may be refused although the grammar makes it. To be kept empty.</summary>
    private static readonly string[] s_refusals = [];

    /// <summary>Constants that the compiler knows to be wrong: an overflow, a null that is enumerated.</summary>
    private static readonly string[] s_constantErrors = ["CS0020", "CS0186", "CS0220", "CS0221"];

    public string Generated { get; init; } = "";

    /// <summary>Whether the program is to be left out without a word.</summary>
    public bool IsPermitted => Kind == CompileErrorKind.Invalid && s_constantErrors.Contains(Code) || Kind == CompileErrorKind.Refused && s_refusals.Any(Message.Contains);
}
