using System.Reflection;
using System.Text.RegularExpressions;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Tests;

/// <summary>Each rule has its descriptor, its page, its line in the release notes, and a test that expects it.</summary>
public sealed partial class RulePagesTests
{
    private static readonly string s_repository =
        typeof(RulePagesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;
    private static readonly string[] s_releases = ["Shipped", "Unshipped"];
    /// <summary>No source is known for which CoroGen fails.</summary>
    private static readonly string[] s_unexpected = [Rules.Failure.Id];
    private static readonly string[] s_ids = [.. Rules.All.Select(rule => rule.Id)];

    [Fact]
    public void Every_descriptor_is_listed_and_has_an_id_of_its_own()
    {
        var fields = typeof(Rules).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();
        Assert.Equal(fields, Rules.All);
        Assert.Equal(s_ids.Distinct(), s_ids);
    }

    [Fact]
    public void Every_rule_has_a_page_that_its_help_link_names()
    {
        var pages = Directory.GetFiles(Path.Combine(s_repository, "docs", "rules"), "CORO*.md").Select(Path.GetFileNameWithoutExtension).Order();
        Assert.Equal(s_ids.Order(), pages);
        Assert.All(Rules.All, rule => Assert.Equal($"{Rules.HelpRoot}{rule.Id}.md", rule.HelpLinkUri));
    }

    [Fact]
    public void Every_page_has_the_rules_title_severity_and_parts() => Assert.All(Rules.All, rule =>
    {
        var page = File.ReadAllText(Path.Combine(s_repository, "docs", "rules", rule.Id + ".md"));
        Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| {rule.DefaultSeverity} | {rule.Category} |", page, StringComparison.Ordinal);
        Assert.Contains("## Refused\n", page, StringComparison.Ordinal);
        Assert.Contains("## Instead\n", page, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_rule_is_in_the_release_notes()
    {
        var released = s_releases.SelectMany(kind => File.ReadLines(Path.Combine(s_repository, "src", "Analyzers", $"AnalyzerReleases.{kind}.md")))
            .Where(line => line.StartsWith("CORO", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries));
        Assert.Equal(
            Rules.All.Select(rule => $"{rule.Id} {rule.Category} {rule.DefaultSeverity} {rule.Title}").Order(),
            released.Select(cells => string.Join(' ', cells)).Order());
    }

    [Fact]
    public void Every_rule_is_expected_by_a_test()
    {
        var tests = string.Concat(Directory.GetFiles(Path.Combine(s_repository, "tests", "Analyzers.Tests"), "*Tests.cs").Select(File.ReadAllText));
        Assert.Equal(s_ids.Except(s_unexpected).Order(), Expectation().Matches(tests).Select(match => match.Groups[1].Value).Distinct().Order());
    }

    [GeneratedRegex(@"\{\|(CORO\d+):")]
    private static partial Regex Expectation();
}
