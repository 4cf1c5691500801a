using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using CoroGen.Analyzers.Refusals;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Benchmarks.Compiling;

/// <summary>
/// What a thousand coroutines cost the compiler: the time of generating, of compiling what was generated, and of the analyzers, each as a part of the time that
/// the same project takes without CoroGen.
/// </summary>
internal static class CompilingCost
{
    /// <summary>The compiler's own code is slow until it has been compiled twice itself.</summary>
    private const int Warmup = 3;

    /// <summary>All that the package brings.</summary>
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(RefusalAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static void Write(int rounds, int files, TextWriter output)
    {
        output.WriteLine("| project | lines | base | generating | after an edit | compiling the generated code | refusals | rules |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        Write("with five ordinary methods beside each coroutine", SampleProject.Write(plain: 5, files), rounds, output);
        Write("with two ordinary methods beside each coroutine", SampleProject.Write(plain: 2, files), rounds, output);
        Write("nothing but coroutines", SampleProject.Write(plain: 0, files), rounds, output);
    }

    private static void Write(string project, IReadOnlyList<string> sources, int rounds, TextWriter output)
    {
        for (var i = 0; i < Warmup; i++)
            Measure(sources);
        // A slow minute of the machine is one of all parts of a round: hence ratios within a round, and the median of those.
        var all = Enumerable.Range(0, rounds).Select(_ => Measure(sources)).ToList();
        var lines = sources.Sum(text => text.Count(character => character == '\n'));
        var cells = new[] { Part(all, r => r.Generating), Part(all, r => r.Edit), Part(all, r => r.Generated), Part(all, r => r.Refusals), Part(all, r => r.Rules) };
        output.WriteLine(Text($"| {project} | {lines} | {Median(all.Select(r => r.Base)):0} ms | {string.Join(" | ", cells)} |"));
    }

    private static Round Measure(IReadOnlyList<string> sources)
    {
        var plain = Time(() => new Build(sources, isConcurrent: false).Emit());

        Build build = null!;
        var parsing = Time(() => build = new Build(sources, isConcurrent: false));
        var (generating, driver) = TimeOf(build.Generate);
        var (edit, _) = TimeOf(build.GenerateAfterEdit);
        var emitting = Time(build.Emit);
        // The compilation that was emitted has been bound already.
        build = new Build(sources, isConcurrent: false);
        build.Generate();
        IReadOnlyDictionary<DiagnosticAnalyzer, TimeSpan> analyzers = null!;
        var (all, _) = TimeOf(() => (analyzers = build.Analyze(s_analyzers)).Values.Aggregate((one, other) => one + other));
        var refusals = all * Share(analyzers, analyzer => analyzer.GetType().Namespace == typeof(RefusalAnalyzer).Namespace);
        return new Round(plain, generating, edit, parsing + driver - generating + emitting - plain, refusals, all - refusals);
    }

    private static double Share(IReadOnlyDictionary<DiagnosticAnalyzer, TimeSpan> times, Func<DiagnosticAnalyzer, bool> part) =>
        times.Where(time => part(time.Key)).Sum(time => time.Value.Ticks) / (double)times.Values.Sum(time => time.Ticks);

    /// <summary>
    /// The times of an action: its own part, by its driver's clock, and the whole. The clock goes on while others have the processor; so its part is made smaller by as much as the whole took longer
    /// than the processor was busy. It is not made greater when that was busy twice, with analyzers on a thread of their own beside the compiler's: the clock tells theirs.
    /// </summary>
    private static (double Own, double Whole) TimeOf(Func<TimeSpan> action)
    {
        var (own, elapsed) = (TimeSpan.Zero, TimeSpan.Zero);
        var whole = Time(() =>
        {
            var watch = Stopwatch.StartNew();
            own = action();
            elapsed = watch.Elapsed;
        });
        return (own.TotalMilliseconds * Math.Min(1, whole / elapsed.TotalMilliseconds), whole);
    }

    /// <summary>The processor's time and not the clock's: other programs run on the machine, too.</summary>
    private static double Time(Action action)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        action();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    private static string Part(IEnumerable<Round> rounds, Func<Round, double> part)
    {
        var ratios = rounds.Select(round => part(round) / round.Base).Order().ToList();
        return Text($"{Median(ratios):0.00} ({ratios[0]:0.00}–{ratios[^1]:0.00})");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Milliseconds of one compilation.</summary>
    /// <param name="Base">Without CoroGen.</param>
    /// <param name="Generating">The generator.</param>
    /// <param name="Edit">The generator once more, after an edit of one body.</param>
    /// <param name="Generated">What the compiler takes longer for the code that was generated.</param>
    /// <param name="Refusals">The analyzers that report what the generator refuses.</param>
    /// <param name="Rules">The analyzers of what compiles and is wrong all the same.</param>
    private sealed record Round(double Base, double Generating, double Edit, double Generated, double Refusals, double Rules);
}
