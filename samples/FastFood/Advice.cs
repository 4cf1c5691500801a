namespace FastFood;

/// <summary>What one would say to the manager.</summary>
/// <param name="Before">The evening as it is.</param>
/// <param name="WhatIfs">The same evening after each choice of purchases.</param>
internal sealed record Advice(Evening Before, IReadOnlyList<WhatIf> WhatIfs)
{
    /// <summary>The one purchase that helps most.</summary>
    public WhatIf BestPurchase => WhatIfs.Where(w => w.Purchases.Count == 1).MinBy(w => w.After.Mean)!;

    /// <summary>What helps most of all: of equals, the one with the fewest purchases.</summary>
    public WhatIf BestChoice => WhatIfs.MinBy(w => (w.After.Mean, w.Purchases.Count))!;

    /// <summary>The station where most time is lost.</summary>
    public Station Bottleneck => Before.Stations.MaxBy(s => s.Queued)!;

    /// <summary>What an order gains on average.</summary>
    public TimeSpan Saved(WhatIf whatIf) => Before.Mean - whatIf.After.Mean;

    /// <summary>Runs the evening after each choice of purchases.</summary>
    public static Advice On(Evening before) =>
        new(before, [.. Purchase.Choices.Select(choice => new WhatIf(choice, Simulation.Quiet.Run(before.Scenario.After(choice))))]);
}

/// <summary>An evening after some purchases.</summary>
internal sealed record WhatIf(IReadOnlyList<Purchase> Purchases, Evening After);
