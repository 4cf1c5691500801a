using FastFood;

namespace CoroGen.Samples.Tests;

/// <summary>The story's figures: under virtual time they are exact, as coroutines and with the blocking handle alike.</summary>
public class FastFoodFigures
{
    [Theory]
    [InlineData(0, "one after the other, one client", "14", 14)]
    [InlineData(1, "concurrently, one client", "8", 8)]
    [InlineData(2, "two clients, no limits", "8 8", 8)]
    [InlineData(3, "limits, two clients", "8 8", 8)]
    [InlineData(4, "limits, ten at once", "8 8 8 8 10 16 16 16 18 20", 12.8)]
    [InlineData(5, "limits, ten, one every 2 s", "8 6 4 4 4 8 6 4 4 4", 5.2)]
    [InlineData(6, "limits, ten, one every 1 s", "8 7 6 5 6 11 10 9 10 11", 8.3)]
    [InlineData(7, "2 soda machines", "8 7 6 5 5 11 10 9 8 7", 7.6)]
    [InlineData(8, "a fryer of 6 portions in 7 s", "7 6 5 5 6 7 8 9 10 11", 7.4)]
    [InlineData(9, "4 cooks", "8 7 6 5 6 11 10 9 10 11", 8.3)]
    [InlineData(10, "2 soda machines, a fryer of 6 portions in 7 s, 4 cooks", "7 6 5 4 4 4 8 7 6 5", 5.6)]
    public void Each_scenario_takes_exactly_so_long(int number, string title, string seconds, double mean)
    {
        var scenario = Scenario.All[number];
        Assert.Equal(title, scenario.Title);
        foreach (var blocking in new[] { false, true })
        {
            var evening = (Simulation.Quiet with { Blocking = blocking }).Run(scenario);
            Assert.Equal(seconds, string.Join(' ', evening.Orders.Select(order => order.TotalSeconds)));
            Assert.Equal(TimeSpan.FromSeconds(mean), evening.Mean);
        }
    }

    [Fact]
    public void There_are_no_other_scenarios() => Assert.Equal(11, Scenario.All.Count);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_clients_with_limits_get_their_things_in_this_order(bool blocking)
    {
        const string expected = """
               0.0 s  > filling a cup for A
               0.0 s  > the burger of A goes on the grill
               0.0 s  > frying 5 portions
               0.0 s  > the burger of B goes on the grill
               2.0 s  < the soda of A is ready
               2.0 s  > filling a cup for B
               4.0 s  < the burger of A is ready
               4.0 s  < the burger of B is ready
               4.0 s  < the soda of B is ready
               8.0 s  < the fries of A are ready
               8.0 s  < the fries of B are ready
               8.0 s  = A is served after 8 s
               8.0 s  = B is served after 8 s

            """;
        Assert.Equal(expected, JournalOf(Scenario.All[3], blocking));
    }

    [Fact]
    public void Both_executions_write_the_same_journal()
    {
        foreach (var scenario in Scenario.All)
            Assert.Equal(JournalOf(scenario, blocking: false), JournalOf(scenario, blocking: true));
    }

    private static string JournalOf(Scenario scenario, bool blocking)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new Simulation(RealTime: false, blocking, output).Run(scenario);
        return output.ToString();
    }
}
