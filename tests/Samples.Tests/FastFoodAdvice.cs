using FastFood;

namespace CoroGen.Samples.Tests;

/// <summary>The manager's question: where the time goes, and what to buy.</summary>
public class FastFoodAdvice
{
    private static readonly Evening RushHour = Simulation.Quiet.Run(Scenario.RushHour);

    /// <summary>By hand: ten sodas of 2 s, ten burgers of 4 s and two batches of 8 s, until the last tray at 20 s.</summary>
    [Theory]
    [InlineData(0, "soda machine", 20, 1.0)]
    [InlineData(1, "cook", 40, 2 / 3.0)]
    [InlineData(2, "fryer", 16, 0.8)]
    public void Each_station_is_at_work_so_long(int number, string name, double busy, double utilisation)
    {
        var station = RushHour.Stations[number];
        Assert.Equal(name, station.Name);
        Assert.Equal(TimeSpan.FromSeconds(busy), station.Busy);
        Assert.Equal(utilisation, station.Utilisation(RushHour.Total), precision: 10);
    }

    /// <summary>
    /// By hand: the soda machine serves the n-th client (from 0), who comes at n, at 2n: n s of queueing. Cooks: D waits 1 s (3 → 4), E 1, F 1,
    /// G 2, H 2, I 2, J 3. The fryer: B to E wait until 8 (7 + 6 + 5 + 4), G to J until 16 (10 + 9 + 8 + 7), F, who comes at 5, until 8.
    /// </summary>
    [Theory]
    [InlineData(0, 45)]
    [InlineData(1, 12)]
    [InlineData(2, 59)]
    public void Orders_queue_so_long_at_each_station(int number, double queued) =>
        Assert.Equal(TimeSpan.FromSeconds(queued), RushHour.Stations[number].Queued);

    [Fact]
    public void Every_choice_of_purchases_is_tried()
    {
        var advice = Advice.On(RushHour);
        Assert.Equal([7.6, 7.4, 8.3], advice.WhatIfs.Where(w => w.Purchases.Count == 1).Select(w => w.After.Mean.TotalSeconds));
        Assert.Equal(7, advice.WhatIfs.Count);
        Assert.Equal(5.6, advice.WhatIfs[^1].After.Mean.TotalSeconds);
    }

    [Fact]
    public void The_fryer_is_the_best_single_purchase()
    {
        var advice = Advice.On(RushHour);
        Assert.Equal("fryer", advice.Bottleneck.Name);
        Assert.Equal("a fryer of 6 portions in 7 s", advice.BestPurchase.After.Scenario.Title);
        Assert.Equal(0.9, advice.Saved(advice.BestPurchase).TotalSeconds);
    }
}
