using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;

namespace CoroGen.Runtime.Tests;

/// <summary>What the meter and the event source "CoroGen" tell. Both tell it on the loop's thread, so tests that run elsewhere meanwhile are left out.</summary>
public sealed partial class Traces : LoopTest
{
    [Fact]
    public void The_meter_counts_steps_passes_launches_and_those_alive()
    {
        var sums = new Dictionary<string, long>();
        var thread = Environment.CurrentManagedThreadId;
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => Enable(instrument, l) };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            if (Environment.CurrentManagedThreadId == thread)
                sums[instrument.Name] = sums.GetValueOrDefault(instrument.Name) + value;
        });
        listener.Start();

        Schedule(Yields(3), Yields(3));
        for (var pass = 0; pass < 3; pass++)
            Loop.Tick();
        Assert.Equal(2, sums["corogen.coroutines.live"]);
        Loop.Tick();
        Loop.Tick();

        // What the last pass did is told in the next one.
        Assert.Equal(8, sums["corogen.steps"]);
        Assert.Equal(5, sums["corogen.passes"]);
        Assert.Equal(2, sums["corogen.coroutines.launched"]);
        Assert.Equal(0, sums["corogen.coroutines.live"]);
    }

    [Fact]
    public void A_run_has_told_the_meter_all_when_it_returns()
    {
        var steps = 0L;
        var thread = Environment.CurrentManagedThreadId;
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => Enable(instrument, l) };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            if (Environment.CurrentManagedThreadId == thread && instrument.Name == "corogen.steps")
                steps += value;
        });
        listener.Start();

        Loop.Run(Yields(1000));
        Assert.Equal(1001, steps);
    }

    [Fact]
    public void Who_begins_to_trace_while_a_coroutine_runs_alone_is_soon_told_of_its_steps()
    {
        using var listener = new Listener();
        Loop.Run(Calls(100, listener.EnableSteps));
        Assert.InRange(listener.Events.Count, 1000 - 100 - 64, 1000);
    }

    [Fact]
    public void The_event_source_tells_launches_and_ends_and_with_the_keyword_each_step()
    {
        using var listener = new Listener();
        Loop.Run(Yields(1));
        Assert.Equal(["Launched Yields", "Ended Yields Finished"], listener.Events);

        listener.Events.Clear();
        listener.EnableSteps();
        Loop.Run(Yields(1));
        Assert.Equal(4, listener.Events.Count);
        Assert.Matches(@"^Step Yields Traces\.cs:\d+ Traces\.cs:\d+$", listener.Events[1]);
    }

    [Coroutine]
    private static void Yields(Co co, int count)
    {
        for (var i = 0; i < count; i++)
            co.Yield();
    }

    [Coroutine]
    private static void Calls(Co co, int turn, Action action)
    {
        for (var i = 0; i < 1000; i++)
        {
            if (i == turn)
                action();
            co.Yield();
        }
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == "CoroGen")
            listener.EnableMeasurementEvents(instrument);
    }

    private sealed class Listener : EventListener
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;

        public List<string> Events { get; } = [];

        private EventSource? Source { get; set; }

        public void EnableSteps() => EnableEvents(Source!, EventLevel.Verbose, (EventKeywords)1);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name != "CoroGen")
                return;
            Source = eventSource;
            EnableEvents(eventSource, EventLevel.Informational);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            // The base class's constructor may call it before this one's.
            if (Environment.CurrentManagedThreadId == _thread && eventData.EventName is { } name)
                Events.Add($"{name} {string.Join(' ', eventData.Payload!)}".TrimEnd());
        }
    }
}
