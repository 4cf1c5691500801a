using System.CommandLine;
using CoroGen.Fuzz;
using CoroGen.Fuzz.RealCode;
using CoroGen.Fuzz.Reporting;

var seed = new Option<ulong>("--seed") { Description = "Which programs.", DefaultValueFactory = _ => 1 };
var first = new Option<int>("--first") { Description = "The first program of the seed.", DefaultValueFactory = _ => 0 };
var count = new Option<int>("--count") { Description = "How many programs.", DefaultValueFactory = _ => 1000 };
var keep = new Option<DirectoryInfo?>("--keep") { Description = "Where findings are written to." };
var shrink = new Option<bool>("--shrink") { Description = "Makes the programs of findings smaller." };
var print = new Option<bool>("--print") { Description = "Only prints the programs." };

var command = new RootCommand("Writes random coroutines, runs each as plain C# and as a state machine, and compares.") { seed, first, count, keep, shrink, print };
command.SetAction(arguments =>
{
    var campaign = new Campaign(arguments.GetValue(seed));
    if (arguments.GetValue(print))
        return Report.Print(campaign, arguments.GetValue(first), arguments.GetValue(count));
    campaign.Run(arguments.GetValue(first), arguments.GetValue(count), Console.Error.WriteLine);
    return Report.Write(campaign, arguments.GetValue(keep), arguments.GetValue(shrink));
});

var source = new Argument<DirectoryInfo>("source") { Description = "The folder of a project." };
var target = new Option<DirectoryInfo>("--to") { Description = "Where the code is written to.", Required = true };
var share = new Option<double>("--share") { Description = "How many of the expressions suspend, from 0 to 1.", DefaultValueFactory = _ => 0.3 };
var define = new Option<string[]>("--define") { Description = "Symbols of the preprocessor.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
var references = new Option<string[]>("--reference") { Description = "Assemblies that the code needs.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
var suspend = new Command("suspend", "Writes code that exists again, with its methods as coroutines that suspend at random places.") { source, target, share, seed, define, references };
suspend.SetAction(arguments => SuspendedFolder.Write(
    arguments.GetValue(source)!, arguments.GetValue(target)!, arguments.GetValue(share), new Random((int)arguments.GetValue(seed)), arguments.GetValue(define)!, arguments.GetValue(references)!));
command.Add(suspend);
return command.Parse(args).Invoke();
