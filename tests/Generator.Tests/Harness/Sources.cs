using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Tests.Harness;

/// <summary>Compilations of source texts against .NET 10 and the runtime.</summary>
internal static class Sources
{
    public static readonly CSharpParseOptions Preview = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    /// <summary>All compilations come from this one, so that they share the references' symbols.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Test",
        syntaxTrees: [],
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Co).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    public static CSharpCompilation Compile(params string[] sources) => Compile(Preview, sources);

    public static CSharpCompilation Compile(CSharpParseOptions options, params string[] sources) =>
        Empty.AddSyntaxTrees([.. sources.Select((text, index) => CSharpSyntaxTree.ParseText(text, options, FileName(index)))]);

    public static string FileName(int index) => index == 0 ? "Test.cs" : $"Test{index}.cs";

    public static IEnumerable<string> Errors(this Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
}
