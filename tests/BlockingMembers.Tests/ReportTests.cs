using CoroGen.BlockingMembers.Data;
using CoroGen.BlockingMembers.Report;
using CoroGen.BlockingMembers.Tests.Harness;

namespace CoroGen.BlockingMembers.Tests;

/// <summary>What is said of members that reach what waits.</summary>
public sealed class ReportTests
{
    private const string Gap = "public class A { public void Gap() => Inner(); public void Gap(int n) => Inner(); private void Inner() => Os.Wait(); }";

    [Fact]
    public void A_gap_is_printed_with_its_shortest_path()
    {
        Assert.Equal(1, Print(Sample.Check(Gap), new Exemptions(""), out var text));
        Assert.Contains("M:A.Gap\n    A.Gap\n    → A.Inner\n    → Os.Wait\n", text, StringComparison.Ordinal);
        Assert.Contains("2 reach what waits: 0 in the catalogue, 0 exempt, 2 open", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_of_the_catalogue_is_no_gap() => Assert.Equal(["M:A.Gap(System.Int32)"], Sample.Check(Gap, listed: "M:A.Gap").Open.Select(finding => finding.Id));

    [Theory]
    [InlineData("M:A.Gap", 0)]
    [InlineData("M:A.Gap(System.Int32)", 1)]
    [InlineData("M:A.Gap()", 1)]
    [InlineData("M:A.*", 0)]
    [InlineData("M:A.Ga", 2)]
    public void An_exemption_is_for_an_id_or_all_overloads_or_a_prefix(string id, int open) => Assert.Equal(open, Sample.Check(Gap, exemptions: new Exemptions($"[Group] reason\n{id}")).Open.Count);

    [Fact]
    public void An_exemption_of_nothing_is_an_error()
    {
        var exemptions = new Exemptions("[Group] reason\nM:A.Gap\nM:A.Gone");
        Assert.Equal(1, Print(Sample.Check(Gap, exemptions: exemptions), exemptions, out var text));
        Assert.Contains("exempt.txt exempts nothing with: M:A.Gone", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_open_is_success()
    {
        var exemptions = new Exemptions("[Group] reason\nM:A.Gap");
        Assert.Equal(0, Print(Sample.Check(Gap, exemptions: exemptions), exemptions, out var text));
        Assert.Contains("2  Group", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exemption_needs_a_group() => Assert.Throws<FormatException>(() => new Exemptions("M:A.Gap"));

    [Fact]
    public void A_line_needs_a_reason() => Assert.Throws<FormatException>(() => new RuleFile("waits Os.Wait"));

    [Theory]
    [InlineData("member A.Inner made up")]
    [InlineData("member *.Inner made up")]
    [InlineData("member A.* made up")]
    public void A_cut_ends_the_walk(string cut) => Assert.Empty(Sample.Check(Gap, cut).Open);

    [Fact]
    public void A_cut_dispatch_goes_to_what_the_static_type_has() => Assert.Equal(
        ["M:Uses.Derived(Waiting)", "M:Waiting.Run"],
        Sample.Open(
            """
            public class A { public virtual void Run() { } }
            public class Waiting : A { public override void Run() => Os.Wait(); }
            public class Uses { public void Any(A a) => a.Run(); public void Derived(Waiting w) => w.Run(); }
            """,
            "dispatch A.Run made up").Order());

    private static int Print(Findings findings, Exemptions exemptions, out string text)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = Summary.Print(output, "Sample", findings, exemptions, [], []);
        text = output.ToString();
        return code;
    }
}
