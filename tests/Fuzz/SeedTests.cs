using CoroGen.Fuzz.Reporting;

namespace CoroGen.Fuzz;

/// <summary>The fuzzer's part of every test run: programs that found something once, and some more. Long runs are made by the command line.</summary>
public sealed class SeedTests
{
    private const ulong Seed = 1;

    /// <summary>Programs that found a bug when the fuzzer was what it was then.</summary>
    public static TheoryData<ulong, int, string> Found => new()
    {
        { 1, 1, "an element that is assigned by deconstruction is looked up before the values" },
        { 1, 4, "a struct behind ?. is a variable" },
        { 1, 60, "foreach over an array that a conditional chooses" },
        { 2, 135, "a local function in a checked block" },
        { 2, 1551, "a variable that is read by an argument and assigned by the call" },
        { 3, 657, "a cast in a comparison of tuples" },
        { 7, 1488, "of the grammar: stackalloc in a catch clause" },
        { 7, 1607, "of the oracle: the variant with all suspensions says so much that it is stopped" },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void What_was_found_stays_fixed(ulong seed, int index, string bug)
    {
        Assert.NotEmpty(bug);
        AssertClean(new Campaign(seed), index, 1);
    }

    [Fact]
    public void Programs_do_as_state_machines_what_they_do_as_plain_code() => AssertClean(new Campaign(Seed), 100, 30);

    [Fact]
    public void A_seed_means_the_same_programs_everywhere()
    {
        var program = new Campaign(Seed).Program(0);
        Assert.Equal(Report.Source(program), Report.Source(new Campaign(Seed).Program(0)));
        Assert.NotEqual(Report.Source(program), Report.Source(new Campaign(Seed).Program(1)));
    }

    private static void AssertClean(Campaign campaign, int first, int count)
    {
        campaign.Run(first, count);
        Assert.Equal(count, campaign.Programs);
        Assert.True(campaign.Findings.Count == 0, string.Join("\n", campaign.Findings.Select(Report.Text)));
    }
}
