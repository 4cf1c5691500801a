using CoroGen;

namespace FastFood;

/// <summary>Places that serve one order each: whoever comes first is served first.</summary>
internal sealed partial class ServicePoint(string name, int places, TimeProvider clock) : Station(name, places)
{
    private readonly CoSemaphore _free = new(places);

    /// <summary>Queues for a place, and keeps it until the visit is disposed.</summary>
    [Coroutine]
    public Visit Enter(Co co)
    {
        var arrived = clock.GetTimestamp();
        var place = co.Acquire(_free);
        Queued += clock.GetElapsedTime(arrived);
        return new Visit(this, place, clock.GetTimestamp());
    }

    /// <summary>A place that is taken.</summary>
    public readonly struct Visit(ServicePoint point, SemaphoreReleaser place, long entered) : IDisposable
    {
        public void Dispose()
        {
            point.Busy += point.Elapsed(entered);
            place.Dispose();
        }
    }

    private TimeSpan Elapsed(long since) => clock.GetElapsedTime(since);
}
