using System.Reflection;

namespace CoroGen.Generator.Tests.Conformance;

/// <summary>The repository's files, by paths from its root.</summary>
internal static class Repository
{
    private static readonly string s_root =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;

    public static string Full(string path) => Path.Combine(s_root, path);

    public static string[] Lines(string path) => File.ReadAllLines(Full(path));

    /// <summary>The C# files under a folder that are written by hand, in a fixed order.</summary>
    public static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Full(folder), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(s_root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
