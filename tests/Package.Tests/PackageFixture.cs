using System.Reflection;

namespace CoroGen.Package.Tests;

/// <summary>
/// The package, packed once into a folder of its own, and a place for projects that use it: outside the repository, with a
/// package cache of its own, so that neither the repository's settings nor an older package can make a test pass.
/// </summary>
public sealed class PackageFixture : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("corogen-package-").FullName;

    public PackageFixture()
    {
        PackagePath = Pack("packages");
        File.WriteAllText(Path.Combine(_root, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(_root, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(_root, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(_root, ".editorconfig"), "root = true\n");
        File.WriteAllText(Path.Combine(_root, "nuget.config"), """
            <configuration>
              <config><add key="globalPackagesFolder" value="cache" /></config>
              <packageSources><add key="corogen" value="packages" /></packageSources>
            </configuration>
            """);
    }

    public static string Version => "0.0.1-test";

    public string PackagePath { get; }

    /// <summary>The page that the package shows.</summary>
    public static string Readme => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Metadata("RuntimeProject"))!, "../../README.md"));

    /// <summary>Packs what the build of these tests has built, and gives the package's path.</summary>
    public string Pack(string folder)
    {
        var output = Path.Combine(_root, folder);
        DotNet.Succeed(_root, "pack", Metadata("RuntimeProject"), "--no-build", "--configuration", Metadata("Configuration"), "--output", output,
            $"-p:PackageVersion={Version}", $"-p:NuspecOutputPath={Path.Combine(_root, "nuspec")}");
        return Assert.Single(Directory.GetFiles(output, "*.nupkg"));
    }

    /// <summary>A folder with these files, given as pairs of name and text.</summary>
    public string Folder(string name, params (string Name, string Text)[] files)
    {
        foreach (var (file, text) in files)
        {
            var path = Path.Combine(_root, name, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return Path.Combine(_root, name);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Metadata(string key) =>
        typeof(PackageFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}

/// <summary>All tests share one package.</summary>
[CollectionDefinition(nameof(PackageFixture))]
public class SharedPackage : ICollectionFixture<PackageFixture>;
