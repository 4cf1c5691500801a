using System.Collections.Immutable;
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
    private static readonly ImmutableArray<DiagnosticDescriptor> s_rules = [.. Rules.All, .. DiagnosticDescriptors.All];
    private static readonly string[] s_ids = [.. s_rules.Select(rule => rule.Id)];

    [Fact]
    public void Every_descriptor_is_listed_and_has_an_id_of_its_own()
    {
        Assert.Equal(Fields(typeof(Rules)), Rules.All);
        Assert.Equal(Fields(typeof(DiagnosticDescriptors)), DiagnosticDescriptors.All);
        Assert.Equal(s_ids.Distinct(), s_ids);
    }

    [Fact]
    public void Every_rule_has_a_page_that_its_help_link_names()
    {
        var pages = Directory.GetFiles(Path.Combine(s_repository, "docs", "rules"), "CORO*.md").Select(Path.GetFileNameWithoutExtension).Order();
        Assert.Equal(s_ids.Order(), pages);
        Assert.All(s_rules, rule => Assert.Equal($"{Rules.HelpRoot}{rule.Id}.md", rule.HelpLinkUri));
    }

    [Fact]
    public void Every_page_has_the_rules_title_severity_and_parts() => Assert.All(s_rules, rule =>
    {
        var page = File.ReadAllText(Path.Combine(s_repository, "docs", "rules", rule.Id + ".md"));
        Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| {rule.DefaultSeverity} | {rule.Category} |", page, StringComparison.Ordinal);
        Assert.Contains(Rules.All.Contains(rule) ? "## Refused\n" : "## Reported\n", page, StringComparison.Ordinal);
        Assert.Contains("## Instead\n", page, StringComparison.Ordinal);
        if (!Rules.All.Contains(rule))
            Assert.Contains("## Known limits\n", page, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_rule_is_in_the_release_notes()
    {
        var released = s_releases.SelectMany(kind => File.ReadLines(Path.Combine(s_repository, "src", "Analyzers", $"AnalyzerReleases.{kind}.md")))
            .Where(line => line.StartsWith("CORO", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries));
        Assert.Equal(
            s_rules.Select(rule => $"{rule.Id} {rule.Category} {rule.DefaultSeverity} {rule.Title}").Order(),
            released.Select(cells => string.Join(' ', cells)).Order());
    }

    [Fact]
    public void Every_rule_is_expected_by_a_test()
    {
        var tests = string.Concat(Directory.GetFiles(Path.Combine(s_repository, "tests", "Analyzers.Tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.Equal(s_ids.Except(s_unexpected).Order(), Expectation().Matches(tests).Select(match => match.Groups[1].Value).Distinct().Order());
    }

    private static IEnumerable<DiagnosticDescriptor> Fields(Type table) => table.GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();

    [GeneratedRegex(@"\{\|(CORO\d+):")]
    private static partial Regex Expectation();
}
