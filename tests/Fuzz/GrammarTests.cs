using CoroGen.Fuzz.Programs;

namespace CoroGen.Fuzz;

/// <summary>What the grammar must not write, for then an oracle says nothing about the generator.</summary>
public sealed class GrammarTests
{
    /// <summary>The delegate may be the lambda itself: the body as plain C# would end with the stack, and the run with it.</summary>
    [Fact]
    public void No_lambda_calls_a_delegate_that_may_be_itself()
    {
        var campaign = new Campaign(1);
        List<Expression> lambdas =
        [
            .. Enumerable.Range(0, 300).SelectMany(index => campaign.Program(index).Nodes).OfType<Expression>().Where(expression => expression.Name.StartsWith("lambda", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(lambdas);
        Assert.DoesNotContain(lambdas.SelectMany(lambda => lambda.SelfAndDescendants).OfType<Expression>(), inner => inner.Name.StartsWith("delegate call", StringComparison.Ordinal));
    }

    /// <summary>C# applies a cast in a comparison of tuples when the comparison comes to it; a call round the cast applies it at once.</summary>
    [Theory]
    [InlineData(Marking.AsMarked)]
    [InlineData(Marking.None)]
    [InlineData(Marking.All)]
    public void A_late_conversion_stays_late_in_all_variants(Marking marking)
    {
        var cast = new Expression("cast", CsType.String, $"(string)x") { CanSuspend = true };
        Assert.Equal("(1, (string)x) == y", Printer.Print(new Statement("comparison", $"(1, {cast:late}) == y"), marking));
        Assert.Equal(marking != Marking.None, Printer.Print(new Statement("comparison", $"(1, {cast with { IsMarked = true }:late}) == y"), marking).Contains("t.S", StringComparison.Ordinal));
    }
}
