using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Reflection.Metadata;
using System.Xml.Linq;

namespace CoroGen.Package.Tests;

/// <summary>What is in the package, and what is not.</summary>
[Collection(nameof(PackageFixture))]
public class Content(PackageFixture package)
{
    [Fact]
    public void The_package_holds_these_files()
    {
        string[] expected =
        [
            "CoroGen.nuspec",
            "LICENSE",
            "README.md",
            "analyzers/dotnet/cs/CoroGen.Analyzers.dll",
            "analyzers/dotnet/cs/CoroGen.CodeFixes.dll",
            "analyzers/dotnet/cs/CoroGen.Generator.dll",
            "lib/net10.0/CoroGen.dll",
            "lib/net10.0/CoroGen.xml",
            "lib/netstandard2.1/CoroGen.dll",
            "lib/netstandard2.1/CoroGen.xml",
        ];
        Assert.Equal(expected, Files(package.PackagePath).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_says_what_it_is()
    {
        var metadata = Nuspec();
        Assert.Equal("CoroGen", Value(metadata, "id"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("expression", metadata.Elements().Single(e => e.Name.LocalName == "license").Attribute("type")?.Value);
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.NotEmpty(Value(metadata, "description"));
    }

    [Fact]
    public void It_depends_on_nothing_but_what_netstandard_lacks()
    {
        var groups = Nuspec().Descendants().Where(e => e.Name.LocalName == "group").ToDictionary(
            group => group.Attribute("targetFramework")!.Value,
            group => group.Elements().Select(e => e.Attribute("id")!.Value).Order(StringComparer.Ordinal).ToArray());
        Assert.Equal(2, groups.Count);
        Assert.Empty(groups["net10.0"]);
        Assert.Equal(["Microsoft.Bcl.TimeProvider", "System.Runtime.CompilerServices.Unsafe"], groups[".NETStandard2.1"]);
    }

    [Theory]
    [InlineData("net10.0")]
    [InlineData("netstandard2.1")]
    public void The_runtime_knows_neither_the_generator_nor_the_compiler(string framework)
    {
        var references = References(Files(package.PackagePath)[$"lib/{framework}/CoroGen.dll"]);
        Assert.DoesNotContain(references, name => name.StartsWith("CoroGen", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void The_generator_needs_nothing_but_the_compiler()
    {
        var references = References(Files(package.PackagePath)["analyzers/dotnet/cs/CoroGen.Generator.dll"]);
        Assert.All(references, name => Assert.True(
            name is "netstandard" or "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp" || name.StartsWith("System.", StringComparison.Ordinal), name));
    }

    /// <summary>The one package for a symbol server, and the assemblies that none has.</summary>
    [Fact]
    public void Every_assembly_has_its_symbols()
    {
        var files = Files(package.PackagePath);
        var symbols = Files(SymbolsOf(package.PackagePath));
        Assert.Equal(["CoroGen.nuspec", "lib/net10.0/CoroGen.pdb", "lib/netstandard2.1/CoroGen.pdb"], symbols.Keys.Order(StringComparer.Ordinal));
        Assert.All(files.Where(file => file.Key.EndsWith(".dll", StringComparison.Ordinal)), file =>
        {
            using var assembly = new PEReader(new MemoryStream(file.Value));
            var entries = assembly.ReadDebugDirectory();
            var id = assembly.ReadCodeViewDebugDirectoryData(entries.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView)).Guid;
            using var provider = symbols.TryGetValue(Path.ChangeExtension(file.Key, ".pdb"), out var pdb)
                ? MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb))
                : assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entries.Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
            Assert.Equal(id, new BlobContentId(provider.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
        });
    }

    [Fact]
    public void Packing_again_gives_the_same_files()
    {
        var path = package.Pack("again");
        foreach (var (one, other) in new[] { (package.PackagePath, path), (SymbolsOf(package.PackagePath), SymbolsOf(path)) })
        {
            var again = Files(other);
            Assert.All(Files(one), file => Assert.Equal(file.Value, again[file.Key]));
        }
    }

    private static string SymbolsOf(string path) => Path.ChangeExtension(path, ".snupkg");

    private XElement Nuspec()
    {
        using var stream = new MemoryStream(Files(package.PackagePath)["CoroGen.nuspec"]);
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private static string Value(XElement parent, string name) => parent.Elements().Single(e => e.Name.LocalName == name).Value;

    /// <summary>The files of the package by path, without those of the container format.</summary>
    private static Dictionary<string, byte[]> Files(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return archive.Entries
            .Where(entry => !entry.FullName.StartsWith("_rels/", StringComparison.Ordinal) && !entry.FullName.StartsWith("package/", StringComparison.Ordinal)
                && entry.FullName != "[Content_Types].xml")
            .ToDictionary(entry => entry.FullName, Read);

        static byte[] Read(ZipArchiveEntry entry)
        {
            using var stream = entry.Open();
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.ToArray();
        }
    }

    private static List<string> References(byte[] assembly)
    {
        using var reader = new PEReader(new MemoryStream(assembly));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
