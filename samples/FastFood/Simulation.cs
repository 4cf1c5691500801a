using CoroGen;

namespace FastFood;

/// <summary>How to run scenarios.</summary>
/// <param name="RealTime">On the wall clock; else time jumps to the next thing that happens.</param>
/// <param name="Blocking">With the blocking handle: the same methods, as plain calls on this thread's stack.</param>
/// <param name="Output">Where the journal goes.</param>
internal sealed record Simulation(bool RealTime, bool Blocking, TextWriter Output)
{
    /// <summary>To know how an evening would go, without a word and without waiting for it.</summary>
    public static Simulation Quiet { get; } = new(RealTime: false, Blocking: false, TextWriter.Null);

    public Evening Run(Scenario scenario)
    {
        var clock = RealTime ? TimeProvider.System : new VirtualTime();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = clock });
        var counter = new Counter(scenario, clock, new Journal(Output, clock, scenario.Detailed));
        return Blocking ? counter.Open(loop.Blocking) : loop.Run(counter.Open());
    }
}
