using System.Globalization;
using Xunit.Abstractions;

namespace CoroGen.Runtime.Tests.Models;

/// <summary>No permit, item or notify is lost or made up when exceptions, cancels and time limits come at any time (invariants 2 and 3).</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private static readonly int Operations = int.Parse(Environment.GetEnvironmentVariable("MODEL_OPERATIONS") ?? "20000", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_books_balance_after_random_faults(int seed)
    {
        using var soak = new Soak(seed);
        soak.Run(Operations);
        output.WriteLine(
            $"{soak.Operations} operations, {soak.Faults} exceptions, {soak.Timeouts} time limits, {soak.Cancels} cancels, {soak.Sent} items: the books balance.");
    }
}
