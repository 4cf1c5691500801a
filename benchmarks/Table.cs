using System.Globalization;
using System.Text.RegularExpressions;
using BenchmarkDotNet.Reports;

namespace CoroGen.Benchmarks;

/// <summary>The table of docs/benchmarks.md: each kind of work in one line, our figures beside those of C#'s async.</summary>
internal static partial class Table
{
    public static void Write(IEnumerable<Summary> summaries, TextWriter output)
    {
        output.WriteLine("| work | `async Task` | `async ValueTask` | CoroGen | of `Task` | of `ValueTask` |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var work in summaries.SelectMany(summary => summary.Reports).GroupBy(report => (report.BenchmarkCase.Descriptor.Type, report.BenchmarkCase.Job)))
        {
            var reports = work.Where(report => report.Success).ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
            if (reports.Count < 3)
                continue;
            var (task, valueTask, coroutine) = (reports["AsyncTask"], reports["AsyncValueTask"], reports["Coroutine"]);
            output.WriteLine(
                $"| {Words(work.Key.Type)} | {Cost(task)} | {Cost(valueTask)} | {Cost(coroutine)} | {Ratio(coroutine, task)} | {Ratio(coroutine, valueTask)} |");
        }
    }

    private static string Cost(BenchmarkReport report) =>
        Text($"{Time(report):0.0} ns · {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0} B");

    private static string Ratio(BenchmarkReport report, BenchmarkReport other) => Text($"{Time(report) / Time(other):0.00}");

    private static double Time(BenchmarkReport report) => report.ResultStatistics!.Min;

    private static string Words(Type type) => Capital().Replace(type.Name, match => " " + match.Value.ToLowerInvariant()).Trim();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
