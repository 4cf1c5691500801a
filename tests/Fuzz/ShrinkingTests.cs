using CoroGen.Fuzz.Oracles;
using CoroGen.Fuzz.Programs;
using CoroGen.Fuzz.Shrinking;

namespace CoroGen.Fuzz;

/// <summary>Findings are made again from what they say, and made smaller.</summary>
public sealed class ShrinkingTests
{
    private const int WithVariants = 7;

    /// <summary>What the smaller program has to have, too.</summary>
    private const string Culprit = "foreach";

    [Theory]
    [InlineData("machine, always suspending")]
    [InlineData("variant without suspensions")]
    public void A_finding_of_any_kind_becomes_small(string kind)
    {
        var program = Enumerable.Range(0, 100).Select(new Campaign(1).Program).First(program => Text(program).Contains(Culprit, StringComparison.Ordinal));
        var shrinker = new Shrinker(programs => [.. programs.Where(p => Text(p).Contains(Culprit, StringComparison.Ordinal)).Select(p => new Finding(kind, p, ""))]);
        var smallest = shrinker.Shrink(new Finding(kind, program, "")).Program;
        Assert.Single(smallest.Nodes.OfType<Statement>(), statement => statement.Name.StartsWith(Culprit, StringComparison.Ordinal));
        Assert.DoesNotContain("t.S(co", Printer.Print(smallest, kind.StartsWith("variant", StringComparison.Ordinal) ? Marking.All : Marking.AsMarked), StringComparison.Ordinal);
    }

    /// <summary>Whether a program has variants does not depend on those that are judged with it.</summary>
    [Fact]
    public void A_program_alone_has_the_variants_that_it_has_among_others()
    {
        var (with, without) = (new Campaign(1), new Campaign(1));
        with.Run(WithVariants, 1);
        without.Run(WithVariants + 1, 1);
        Assert.True(with.Executions > 2 * without.Executions, $"{with.Executions} {without.Executions}");
    }

    private static string Text(GeneratedProgram program) => Printer.Print(program, Marking.All);
}
