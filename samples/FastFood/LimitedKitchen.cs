using CoroGen;

namespace FastFood;

/// <summary>The same kitchen with only so much equipment: the recipes stay, but one has to queue for a place.</summary>
internal sealed partial class LimitedKitchen(Equipment equipment, TimeProvider clock, Journal journal) : Kitchen(clock, journal)
{
    private readonly ServicePoint _sodaMachines = new("soda machine", equipment.Sodas, clock);
    private readonly ServicePoint _cooks = new("cook", equipment.Cooks, clock);
    private readonly Fryer _fryer = new(equipment.Portions, equipment.Fry, clock, journal);

    public IReadOnlyList<Station> Stations => [_sodaMachines, _cooks, _fryer];

    [Coroutine]
    protected override void GetSoda(Co co, string client)
    {
        using (_sodaMachines.Enter(co))
            base.GetSoda(co, client);
    }

    [Coroutine]
    protected override void GetBurger(Co co, string client)
    {
        using (_cooks.Enter(co))
            base.GetBurger(co, client);
    }

    [Coroutine]
    protected override void GetFries(Co co, string client)
    {
        _fryer.TakePortion(co);
        Journal.Note($"< the fries of {client} are ready");
    }
}
