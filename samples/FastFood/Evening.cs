using CoroGen;

namespace FastFood;

/// <summary>How a scenario went.</summary>
/// <param name="Orders">The duration of each order, in the order in which the clients came.</param>
/// <param name="Total">From the first client to the last tray.</param>
/// <param name="Stations">Where the orders queued; empty without limits.</param>
internal sealed record Evening(Scenario Scenario, IReadOnlyList<TimeSpan> Orders, TimeSpan Total, IReadOnlyList<Station> Stations)
{
    public TimeSpan Mean => TimeSpan.FromTicks((long)Orders.Average(order => order.Ticks));
}

/// <summary>Lets the clients of a scenario come, one after the other, and serves them.</summary>
internal sealed partial class Counter(Scenario scenario, TimeProvider clock, Journal journal)
{
    private readonly Kitchen _kitchen =
        scenario.Equipment is { } equipment ? new LimitedKitchen(equipment, clock, journal) : new Kitchen(clock, journal);

    [Coroutine]
    public Evening Open(Co co)
    {
        var opened = clock.GetTimestamp();
        var orders = new Coroutine<TimeSpan>[scenario.Clients];
        for (var i = 0; i < orders.Length; i++)
        {
            if (i > 0)
                co.Sleep(scenario.Every);
            orders[i] = co.Launch(scenario.InTurn ? _kitchen.ServeInTurn(Client(i)) : _kitchen.Serve(Client(i)));
        }

        var durations = co.WaitAll(orders);
        return new Evening(scenario, durations, clock.GetElapsedTime(opened), (_kitchen as LimitedKitchen)?.Stations ?? []);
    }

    /// <summary>A, B … Z, A1, B1 …</summary>
    private static string Client(int number)
    {
        var letter = (char)('A' + number % 26);
        return number < 26 ? $"{letter}" : $"{letter}{number / 26}";
    }
}
