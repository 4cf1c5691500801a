#if NET
using System.Diagnostics.Metrics;

namespace CoroGen;

/// <summary>
/// What all loops of the process do, as instruments of the meter "CoroGen", for <c>dotnet-counters</c>, OpenTelemetry and the like. Each loop reports what has
/// come since the last time, every few passes and before it sleeps or returns; when nobody listens that is a look at each instrument.
/// </summary>
internal sealed class LoopMetrics
{
    private static readonly Meter s_meter = new("CoroGen");
    private static readonly Counter<long> s_steps = s_meter.CreateCounter<long>("corogen.steps", "{step}", "Steps of coroutines, each from one suspension to the next.");
    private static readonly Counter<long> s_passes = s_meter.CreateCounter<long>("corogen.passes", "{pass}", "Passes of loops.");
    private static readonly Counter<long> s_launched = s_meter.CreateCounter<long>("corogen.coroutines.launched", "{coroutine}", "Coroutines that were launched.");
    private static readonly UpDownCounter<long> s_live = s_meter.CreateUpDownCounter<long>("corogen.coroutines.live", "{coroutine}", "Coroutines that have been launched and have not ended.");

    private long _passes;
    private long _launched;
    private int _live;

    /// <summary>Reports what has come.</summary>
    /// <param name="steps">How many steps there were since the last report.</param>
    /// <param name="passes">How many passes have begun in all.</param>
    /// <param name="live">How many coroutines are alive.</param>
    /// <param name="launched">How many have been launched in all.</param>
    public void Report(int steps, long passes, int live, long launched)
    {
        if (s_steps.Enabled)
            s_steps.Add(steps);
        if (s_passes.Enabled)
            s_passes.Add(passes - _passes);
        _passes = passes;
        if (s_launched.Enabled)
            s_launched.Add(launched - _launched);
        _launched = launched;
        if (!s_live.Enabled)
            return;
        s_live.Add(live - _live);
        _live = live;
    }
}
#endif
