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
        // Of coroutines whose end a select did not choose.
        var unobserved = new List<Exception>();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = new VirtualTime(), UnobservedError = (_, error) => unobserved.Add(error) });
        var soak = new Soak(seed, loop);
        soak.Run(Operations);
        // The same again finds all the frames that it needs, and gives them back: instead of one that was lost there would be a new one.
        var frames = loop.Frames.Free.ToHashSet();
        new Soak(seed, loop).Run(Operations);
        Assert.True(frames.SetEquals(loop.Frames.Free));
        Assert.All(unobserved, static error => Assert.IsType<FaultException>(error));
        output.WriteLine(
            $"{soak.Operations} operations, {soak.Faults} exceptions, {soak.Timeouts} time limits, {soak.Cancels} cancels, {soak.Sent} items, {frames.Count} frames: the books balance.");
    }
}
