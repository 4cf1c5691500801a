using System.Reflection;
using System.Text.RegularExpressions;

namespace CoroGen.Samples.Tests;

/// <summary>
/// What the pages show is what there is. A block after <c>&lt;!-- shows: path --&gt;</c> is the text of that file. With the environment variable
/// REFRESH_PAGES the test writes the pages instead of comparing them: see docs/common-tasks.md.
/// </summary>
public partial class Pages
{
    private static readonly string Repository = Metadata("Repository");

    [Theory]
    [InlineData("docs/how-it-works.md")]
    [InlineData("docs/interop.md")]
    [InlineData("docs/primitives.md")]
    [InlineData("docs/cancellation.md")]
    public void Blocks_show_the_files_as_they_are(string page)
    {
        var path = Path.Combine(Repository, page);
        var text = File.ReadAllText(path);
        var fresh = Block().Replace(text, match => $"{match.Groups["opening"].Value}{TextOf(match.Groups["file"].Value)}```\n");
        if (Environment.GetEnvironmentVariable("REFRESH_PAGES") is { Length: > 0 })
            File.WriteAllText(path, fresh);
        else
            Assert.Equal(fresh, text);
        Assert.Contains("<!-- shows: ", text, StringComparison.Ordinal);
    }

    /// <summary>What a page says that its sample prints: its text blocks.</summary>
    public static IEnumerable<string> OutputsOn(string page) =>
        Output().Matches(File.ReadAllText(Path.Combine(Repository, page))).SelectMany(match => match.Groups["output"].Value.TrimEnd().Split('\n'));

    [GeneratedRegex(@"```text\n(?<output>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Output();

    [GeneratedRegex(@"(?<opening><!-- shows: (?<file>\S+) -->\n+```csharp\n).*?```\n", RegexOptions.Singleline)]
    private static partial Regex Block();

    /// <summary>A file of the repository, or one that the generator wrote, given as <c>sample/name.g.cs</c>; its paths are shown from the root of the repository.</summary>
    private static string TextOf(string file)
    {
        var path = file.EndsWith(".g.cs", StringComparison.Ordinal) ? Generated(file) : file;
        return File.ReadAllText(Path.Combine(Repository, path)).Replace(Repository, "", StringComparison.Ordinal);
    }

    private static string Generated(string file) => Path.Combine(
        Path.GetDirectoryName(file)!, "obj", Metadata("Configuration"), "net10.0/generated/CoroGen.Generator/CoroGen.Generator.CoroutineGenerator", Path.GetFileName(file));

    private static string Metadata(string key) =>
        typeof(Pages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
