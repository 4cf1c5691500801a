using Basic.Reference.Assemblies;
using CoroGen.Fuzz.Programs;
using CoroGen.Fuzz.World;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Fuzz.Execution;

/// <summary>Programs as C#, one file for each, against .NET 10, the runtime, and what programs use.</summary>
internal static class Compilations
{
    public static readonly CSharpParseOptions Language = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    private static readonly IReadOnlyList<MetadataReference> s_references =
    [
        .. Net100.References.All, MetadataReference.CreateFromFile(typeof(Co).Assembly.Location), MetadataReference.CreateFromFile(typeof(Trace).Assembly.Location),
    ];

    public static CSharpCompilation Of(IEnumerable<Variant> variants, OptimizationLevel level) => CSharpCompilation.Create(
        "Programs",
        variants.Select(variant => CSharpSyntaxTree.ParseText(variant.Source, Language, variant.File, System.Text.Encoding.UTF8)),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: level, nullableContextOptions: NullableContextOptions.Enable));
}

/// <summary>A program with its suspensions printed in one of the ways.</summary>
internal sealed class Variant(GeneratedProgram program, Marking marking)
{
    public GeneratedProgram Program { get; } = program;

    public Marking Marking { get; } = marking;

    public string TypeName { get; } = $"{program.Name}_{marking}";

    public string File => TypeName + ".cs";

    public string Source { get; } = Printer.Print(program, marking, $"_{marking}");
}
