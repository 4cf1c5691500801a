using CoroGen;

namespace FastFood;

/// <summary>What an order takes, in a kitchen where nobody ever has to queue.</summary>
internal partial class Kitchen(TimeProvider clock, Journal journal)
{
    private static readonly TimeSpan BurgerTime = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan FriesTime = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan SodaTime = TimeSpan.FromSeconds(2);

    protected Journal Journal { get; } = journal;

    /// <summary>Serves one thing after the other: each call runs to its end before the next begins.</summary>
    [Coroutine]
    public TimeSpan ServeInTurn(Co co, string client)
    {
        var ordered = clock.GetTimestamp();
        GetSoda(co, client);
        GetBurger(co, client);
        GetFries(co, client);
        return HandOver(client, ordered);
    }

    /// <summary>Has everything prepared at the same time, and waits for all of it.</summary>
    [Coroutine]
    public TimeSpan Serve(Co co, string client)
    {
        var ordered = clock.GetTimestamp();
        co.WaitAll(GetSoda(client), GetBurger(client), GetFries(client));
        return HandOver(client, ordered);
    }

    [Coroutine]
    protected virtual void GetSoda(Co co, string client)
    {
        Journal.Note($"> filling a cup for {client}");
        co.Sleep(SodaTime);
        Journal.Note($"< the soda of {client} is ready");
    }

    [Coroutine]
    protected virtual void GetBurger(Co co, string client)
    {
        Journal.Note($"> the burger of {client} goes on the grill");
        co.Sleep(BurgerTime);
        Journal.Note($"< the burger of {client} is ready");
    }

    [Coroutine]
    protected virtual void GetFries(Co co, string client)
    {
        Journal.Note($"> frying for {client}");
        co.Sleep(FriesTime);
        Journal.Note($"< the fries of {client} are ready");
    }

    private TimeSpan HandOver(string client, long ordered)
    {
        var duration = clock.GetElapsedTime(ordered);
        Journal.Tell($"= {client} is served after {duration.TotalSeconds:0.#} s");
        return duration;
    }
}
