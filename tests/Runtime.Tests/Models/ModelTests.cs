using System.Globalization;
using CsCheck;
using Xunit.Abstractions;

namespace CoroGen.Runtime.Tests.Models;

/// <summary>
/// Random programs over the primitives do exactly what the sequential model does, cancels at every point included, and leave nothing behind (invariants 1 to 5, 8, 13
/// and 14). The environment variable MODEL_OPERATIONS makes long runs: see docs/common-tasks.md.
/// </summary>
public sealed class ModelTests(ITestOutputHelper output)
{
    private static readonly int Operations = int.Parse(Environment.GetEnvironmentVariable("MODEL_OPERATIONS") ?? "20000", CultureInfo.InvariantCulture);

    private static readonly Kind[] Everything = Enum.GetValues<Kind>();

    [Fact]
    public void Locks() => Check(Kind.Yield, Kind.Sleep, Kind.Cancel, Kind.Lock, Kind.Lock, Kind.TryLock, Kind.Unlock);

    [Fact]
    public void Semaphores() => Check(Kind.Yield, Kind.Cancel, Kind.Acquire, Kind.Acquire, Kind.TryAcquire, Kind.Release);

    [Fact]
    public void Conditions() => Check(Kind.Yield, Kind.Cancel, Kind.Lock, Kind.Lock, Kind.Wait, Kind.Wait, Kind.Notify, Kind.NotifyAll, Kind.Unlock);

    [Fact]
    public void Channels() => Check(
        Kind.Yield, Kind.Yield, Kind.Cancel, Kind.Send, Kind.Send, Kind.Send, Kind.TrySend, Kind.Receive, Kind.Receive, Kind.Receive, Kind.TryReceive, Kind.Close);

    [Fact]
    public void Selects() => Check(
        Kind.Yield, Kind.Yield, Kind.Sleep, Kind.Cancel, Kind.Send, Kind.Receive, Kind.TrySend, Kind.TryReceive, Kind.SetEvent, Kind.ResetEvent, Kind.ResetEvent,
        Kind.Select, Kind.Select, Kind.Select, Kind.Select, Kind.Select);

    [Fact]
    public void Events_and_barriers() => Check(Kind.Yield, Kind.Cancel, Kind.SetEvent, Kind.ResetEvent, Kind.WaitEvent, Kind.Arrive);

    [Fact]
    public void All_together() => Check(Everything);

    [Fact]
    public void All_together_without_state_machines() => Check(Operations / 20, isPlain: true, Everything);

    private void Check(params Kind[] kinds) => Check(Operations, isPlain: false, kinds);

    private void Check(int operations, bool isPlain, Kind[] kinds)
    {
        var op = Gen.Select(Gen.OneOf(kinds), Gen.Int[0, 59], (kind, argument) => new Op(kind, argument));
        var scripts = Gen.Select(Gen.Int[0, 3], op.Array[1, 16].Array[2, 5], (capacity, coroutines) => new Script(capacity, coroutines));
        var (done, programs) = (0L, 0);
        // 28 operations in a program on average.
        scripts.Sample(
            script =>
            {
                Assert.Equal(SequentialModel.Run(script), Machine.Run(script, isPlain));
                done += script.Operations;
                programs++;
            },
            iter: Math.Max(1, operations / 28),
            threads: 1);
        output.WriteLine($"{programs} programs, {done} operations: each did what the model does, and the books balance.");
    }
}
