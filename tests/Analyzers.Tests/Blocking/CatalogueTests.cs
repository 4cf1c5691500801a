using CoroGen.Analyzers.Catalogue;
using CoroGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>The files of the catalogue mean something: each id is one of net10.0, once.</summary>
public sealed class CatalogueTests
{
    private static readonly CSharpCompilation s_net10 = CSharpCompilation.Create("Catalogue", references: AnalyzerCheck.References);

    private static readonly string[] s_files = [.. CatalogueFiles.Rules.Keys, CatalogueFiles.Memory, CatalogueFiles.Delegates, CatalogueFiles.NonBlocking];

    public static TheoryData<string> Files => [.. s_files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_id_is_known_to_net10(string file) =>
        Assert.Empty(CatalogueFiles.Read(file).Where(entry => !SymbolTable.Of(entry, s_net10).Any()).Select(entry => entry.Id));

    [Fact]
    public void No_member_is_listed_twice()
    {
        var members = CatalogueFiles.Rules.Keys.SelectMany(CatalogueFiles.Read).SelectMany(entry => SymbolTable.Of(entry, s_net10)).Select(symbol => symbol.ToDisplayString());
        Assert.Empty(members.GroupBy(member => member).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Options_are_known_words()
    {
        string[] words = ["info", "timeout", "source", "affine", "vague", "offload", "wraps", "here", "elsewhere"];
        string[] values = ["with=", "twin=", "only-if="];
        var options = s_files.SelectMany(CatalogueFiles.Read).SelectMany(entry => entry.Options);
        Assert.All(options, option => Assert.True(words.Contains(option) || values.Any(value => option.StartsWith(value, StringComparison.Ordinal)), option));
    }

    [Fact]
    public void Each_twin_exists() => Assert.All(
        CatalogueFiles.Rules.Keys.SelectMany(CatalogueFiles.Read).Where(entry => entry.Twin is not null),
        entry => Assert.NotEmpty(SymbolTable.Of(entry, s_net10).SelectMany(member => member.ContainingType.GetMembers(entry.Twin!))));
}
