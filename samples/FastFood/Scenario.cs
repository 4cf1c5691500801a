namespace FastFood;

/// <summary>What the kitchen has: places at the soda machine, cooks, and a fryer of so many portions in so many seconds.</summary>
internal sealed record Equipment(int Sodas, int Cooks, int Portions, TimeSpan Fry)
{
    public static Equipment Standard { get; } = new(Sodas: 1, Cooks: 3, Portions: 5, Fry: TimeSpan.FromSeconds(8));
}

/// <summary>One evening at the counter.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Clients">How many come.</param>
/// <param name="Every">The time from one to the next.</param>
/// <param name="Equipment">The kitchen's, or null for a kitchen without limits.</param>
internal sealed record Scenario(string Title, int Clients, TimeSpan Every = default, Equipment? Equipment = null)
{
    /// <summary>Whether an order is prepared one thing after the other.</summary>
    public bool InTurn { get; init; }

    /// <summary>Whether the journal has every step; with many clients that is too much to read.</summary>
    public bool Detailed => Clients <= 2;

    /// <summary>The evening that the manager worries about.</summary>
    public static Scenario RushHour { get; } = new("limits, ten, one every 1 s", 10, TimeSpan.FromSeconds(1), Equipment.Standard);

    /// <summary>The story so far, in the order in which it is told.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("one after the other, one client", 1) { InTurn = true },
        new("concurrently, one client", 1),
        new("two clients, no limits", 2),
        new("limits, two clients", 2, default, Equipment.Standard),
        new("limits, ten at once", 10, default, Equipment.Standard),
        new("limits, ten, one every 2 s", 10, TimeSpan.FromSeconds(2), Equipment.Standard),
        RushHour,
        .. Purchase.All.Select(purchase => RushHour.After([purchase])),
        RushHour.After(Purchase.All),
    ];

    /// <summary>The same evening after the given purchases.</summary>
    public Scenario After(IReadOnlyList<Purchase> purchases)
    {
        var equipment = purchases.Aggregate(Equipment ?? Equipment.Standard, (equipment, purchase) => purchase.Apply(equipment));
        return this with { Title = string.Join(", ", purchases.Select(p => p.Describe(equipment))), Equipment = equipment };
    }
}
