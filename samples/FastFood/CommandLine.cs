using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace FastFood;

/// <summary>What is asked for: the whole story, or one evening of one's own.</summary>
internal sealed class CommandLine
{
    private readonly Option<bool> _real = new("--real") { Description = "Run on the wall clock instead of virtual time." };
    private readonly Option<bool> _blocking = new("--blocking") { Description = "Run the same methods with the blocking handle." };
    private readonly Option<int> _clients = Whole("--clients", "N", "How many clients come.", 10);
    private readonly Option<TimeSpan> _every = Seconds("--every", "The time from one client to the next.", 1, orZero: true);
    private readonly Option<int> _sodas = Whole("--sodas", "N", "How many soda machines there are.", Equipment.Standard.Sodas);
    private readonly Option<int> _cooks = Whole("--cooks", "N", "How many cooks there are.", Equipment.Standard.Cooks);
    private readonly Option<int> _portions = Whole("--portions", "N", "How many portions the fryer makes at once.", Equipment.Standard.Portions);
    private readonly Option<TimeSpan> _fry = Seconds("--fry", "How long the fryer takes.", Equipment.Standard.Fry.TotalSeconds);

    /// <summary>The command; <paramref name="run"/> does what was asked for.</summary>
    public RootCommand Create(Action<Simulation, Scenario?> run)
    {
        var command = new RootCommand("One employee, many orders: a fast-food server on an event loop.");
        Option[] options = [_real, _blocking, _clients, _every, _sodas, _cooks, _portions, _fry];
        foreach (var option in options)
            command.Options.Add(option);
        command.SetAction(parsed => run(
            new Simulation(parsed.GetValue(_real), parsed.GetValue(_blocking), parsed.InvocationConfiguration.Output),
            OwnScenario(parsed)));
        return command;
    }

    /// <summary>The evening that the options describe, or null when they describe none.</summary>
    private Scenario? OwnScenario(ParseResult parsed)
    {
        Option[] options = [_clients, _every, _sodas, _cooks, _portions, _fry];
        if (options.All(option => parsed.GetResult(option) is null or { Implicit: true }))
            return null;
        var equipment = new Equipment(parsed.GetValue(_sodas), parsed.GetValue(_cooks), parsed.GetValue(_portions), parsed.GetValue(_fry));
        return new Scenario("your evening", parsed.GetValue(_clients), parsed.GetValue(_every), equipment);
    }

    private static Option<int> Whole(string name, string unit, string description, int byDefault)
    {
        const int most = 10_000;
        return new Option<int>(name)
        {
            Description = description,
            HelpName = unit,
            DefaultValueFactory = _ => byDefault,
            CustomParser = argument =>
            {
                var text = argument.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= most)
                    return number;
                return Refuse<int>(argument, $"{name} takes a whole number from 1 to {most}, not '{text}'.");
            },
        };
    }

    private static Option<TimeSpan> Seconds(string name, string description, double byDefault, bool orZero = false)
    {
        const int most = 3_600;
        return new Option<TimeSpan>(name)
        {
            Description = description,
            HelpName = "SECONDS",
            DefaultValueFactory = _ => TimeSpan.FromSeconds(byDefault),
            CustomParser = argument =>
            {
                var text = argument.Tokens[0].Value;
                if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                    && seconds <= most && (seconds >= 0.001 || (seconds == 0 && orZero)))
                    return TimeSpan.FromSeconds(seconds);
                return Refuse<TimeSpan>(argument, $"{name} takes seconds from {(orZero ? "0" : "0.001")} to {most}, not '{text}'.");
            },
        };
    }

    private static T? Refuse<T>(ArgumentResult argument, string message)
    {
        argument.AddError(message);
        return default;
    }
}
