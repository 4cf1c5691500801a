using FastFood;

namespace CoroGen.Samples.Tests;

/// <summary>What the command line understands, and how it says that it does not.</summary>
public class FastFoodCommand
{
    [Fact]
    public void Without_options_the_whole_story_is_told_under_virtual_time()
    {
        var (simulation, own) = Parse();
        Assert.False(simulation.RealTime);
        Assert.False(simulation.Blocking);
        Assert.Null(own);
    }

    [Fact]
    public void One_option_is_enough_for_an_evening_of_ones_own()
    {
        var (_, own) = Parse("--cooks", "4");
        Assert.NotNull(own);
        Assert.Equal(Equipment.Standard with { Cooks = 4 }, own.Equipment);
        Assert.Equal((10, TimeSpan.FromSeconds(1)), (own.Clients, own.Every));
    }

    [Fact]
    public void All_options_count()
    {
        var (simulation, own) = Parse(
            "--real", "--blocking", "--clients", "7", "--every", "0.5", "--sodas", "2", "--cooks", "4", "--portions", "6", "--fry", "7");
        Assert.True(simulation.RealTime);
        Assert.True(simulation.Blocking);
        Assert.NotNull(own);
        Assert.Equal((7, TimeSpan.FromSeconds(0.5)), (own.Clients, own.Every));
        Assert.Equal(new Equipment(2, 4, 6, TimeSpan.FromSeconds(7)), own.Equipment);
    }

    [Theory]
    [InlineData("--clients 0", "--clients takes a whole number from 1 to 10000, not '0'.")]
    [InlineData("--clients -1", "--clients takes a whole number from 1 to 10000, not '-1'.")]
    [InlineData("--clients many", "--clients takes a whole number from 1 to 10000, not 'many'.")]
    [InlineData("--cooks 2.5", "--cooks takes a whole number from 1 to 10000, not '2.5'.")]
    [InlineData("--every soon", "--every takes seconds from 0 to 3600, not 'soon'.")]
    [InlineData("--every NaN", "--every takes seconds from 0 to 3600, not 'NaN'.")]
    [InlineData("--fry 0", "--fry takes seconds from 0.001 to 3600, not '0'.")]
    [InlineData("--fry 1e9", "--fry takes seconds from 0.001 to 3600, not '1e9'.")]
    [InlineData("--sodas", "Required argument missing for option: '--sodas'.")]
    [InlineData("--pizzas 3", "Unrecognized command or argument '--pizzas'.")]
    public void Bad_input_gets_a_clear_error_and_an_exit_code(string line, string error)
    {
        using var errors = new StringWriter();
        var command = new CommandLine().Create((_, _) => Assert.Fail("must not run"));
        var exitCode = command.Parse(line.Split(' ')).Invoke(new() { Output = TextWriter.Null, Error = errors });
        Assert.Equal(1, exitCode);
        Assert.Contains(error, errors.ToString(), StringComparison.Ordinal);
    }

    private static (Simulation Simulation, Scenario? Own) Parse(params string[] arguments)
    {
        (Simulation, Scenario?) asked = default;
        Assert.Equal(0, new CommandLine().Create((simulation, own) => asked = (simulation, own)).Parse(arguments).Invoke());
        return asked;
    }
}
