using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CoroGen.Benchmarks;
using CoroGen.Benchmarks.Compiling;
using CoroGen.Benchmarks.Echo;
using Perfolizer.Horology;

// --compiling: what the generator and the analyzer cost the compiler. That is no matter of nanoseconds, and measured otherwise.
if (args is ["--compiling", .. var numbers])
{
    var (rounds, files) = numbers.Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray() switch
    {
        [var given, var part] => (given, part),
        [var given] => (given, SampleProject.Files),
        _ => (15, SampleProject.Files),
    };
    CompilingCost.Write(rounds, files, Console.Out);
    return;
}

// --asleep: the memory of a million sleeping coroutines, and the order in which they wake.
if (args is ["--asleep"])
{
    Asleep.Write(1_000_000, Console.Out);
    return;
}

// --echo: servers on loopback, beside those of others.
if (args is ["--echo", .. var turns])
{
    EchoBenchmark.Write(turns is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 7, Console.Out);
    return;
}

// --idle: a server of a thousand connections that say nothing.
if (args is ["--idle"])
{
    Idle.Write(1000, Console.Out);
    return;
}

// --serve: one of the servers.
if (args is ["--serve", var server])
{
    Servers.Run(server);
    return;
}

// --quick: in this process, without a build for each run. All else is BenchmarkDotNet's own command line.
// Many short iterations in several processes: on a machine that others use, some of them are undisturbed.
var job = Job.Default.WithLaunchCount(4).WithWarmupCount(20).WithIterationCount(40).WithIterationTime(TimeInterval.FromMilliseconds(50));
if (args.Contains("--quick"))
    job = job.WithToolchain(InProcessEmitToolchain.Instance);
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(job)
    .WithBuildTimeout(TimeSpan.FromMinutes(10))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.Min, StatisticColumn.Median)
    .HideColumns(Column.Error, Column.StdDev, Column.RatioSD, Column.Gen0, Column.Gen1, Column.Gen2);

string[] arguments = [.. args.Where(argument => argument != "--quick")];
if (arguments.Length == 0)
    arguments = ["--filter", "*"];
Table.Write(BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, config), Console.Out);
