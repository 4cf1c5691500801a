using System.Diagnostics;
using System.Globalization;

namespace CoroGen.Samples.Tests;

/// <summary>The samples as one starts them: what they print, and how they end.</summary>
public class Programs
{
    [Theory]
    [InlineData("")]
    [InlineData("--blocking")]
    public void FastFood_prints_the_table_and_the_answer(string options)
    {
        var run = Run("FastFood.dll", options);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        string[] expected =
        [
            "│ one after the other, one client                        │ 14                        │   14 │",
            "│ concurrently, one client                               │ 8                         │    8 │",
            "│ two clients, no limits                                 │ 8 8                       │    8 │",
            "│ limits, two clients                                    │ 8 8                       │    8 │",
            "│ limits, ten at once                                    │ 8 8 8 8 10 16 16 16 18 20 │ 12.8 │",
            "│ limits, ten, one every 2 s                             │ 8 6 4 4 4 8 6 4 4 4       │  5.2 │",
            "│ limits, ten, one every 1 s                             │ 8 7 6 5 6 11 10 9 10 11   │  8.3 │",
            "│ 2 soda machines                                        │ 8 7 6 5 5 11 10 9 8 7     │  7.6 │",
            "│ a fryer of 6 portions in 7 s                           │ 7 6 5 5 6 7 8 9 10 11     │  7.4 │",
            "│ 4 cooks                                                │ 8 7 6 5 6 11 10 9 10 11   │  8.3 │",
            "│ 2 soda machines, a fryer of 6 portions in 7 s, 4 cooks │ 7 6 5 4 4 4 8 7 6 5       │  5.6 │",
        ];
        Assert.Equal(expected, run.Lines.SkipWhile(line => !line.StartsWith("How long", StringComparison.Ordinal)).Skip(4).Take(expected.Length));
        Assert.Contains("The best single purchase: a fryer of 6 portions in 7 s, which saves 0.9 s per order.", run.Output, StringComparison.Ordinal);
        // More than two minutes are told. It takes a second; the rest is for a machine that has other things to do.
        Assert.True(run.Duration < TimeSpan.FromSeconds(10), $"{run.Duration}");
    }

    [Fact]
    public void FastFood_ends_with_an_error_when_it_does_not_understand()
    {
        var run = Run("FastFood.dll", "--cooks none");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--cooks takes a whole number from 1 to 10000, not 'none'.", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("is served", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TicTac_has_six_parts()
    {
        var run = Run("TicTac.dll", "");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            ["--- 1. Step by hand", "--- 2. Two in one loop", "--- 3. Endings", "--- 4. Call", "--- 5. Launch", "--- 6. Wait"],
            run.Lines.Where(line => line.StartsWith("---", StringComparison.Ordinal)));
    }

    [Fact]
    public void Interop_prints_what_each_part_says()
    {
        var run = Run("Interop.dll", "");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        string[] expected =
        [
            "--- 1. Async code in a coroutine", "burger for 6, a cup of soda", "",
            "--- 2. Async streams", "serving A", "serving B", "closed", "",
            "--- 3. Coroutines in async code", "packed a hot burger", "",
            "--- 4. Blocking work", "bill of A, bill of B, bill of C", "",
            "--- 5. Tokens", "The coroutine 'Serve' was canceled: closing time", "<Coroutine 'Serve' [Canceled] (\"closing time\")>", "",
            "--- 6. Two loops", "sold a hot burger", "", "",
        ];
        Assert.Equal(expected, run.Lines);
    }

    [Fact]
    public void Primitives_prints_what_its_page_says()
    {
        var run = Run("Primitives.dll", "");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(Pages.OutputsOn("docs/primitives.md"), run.Lines.Where(line => line.Length > 0 && !line.StartsWith("---", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cancellation_prints_what_its_page_says()
    {
        var run = Run("Cancellation.dll", "");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(Pages.OutputsOn("docs/cancellation.md"), run.Lines.Where(line => line.Length > 0));
    }

    /// <summary>In real time: no server answers before it has thought for a second. How much later depends on the machine.</summary>
    [Fact]
    public void Echo_prints_four_totals()
    {
        var run = Run("Echo.dll", "demo");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        (string Part, int Least)[] parts = [("1. a server that blocks", 5), ("2. a coroutine for each connection", 1), ("3. streams", 1), ("4. streams over a Unix socket", 1)];
        Assert.All(parts.Zip(run.Lines), pair =>
        {
            var (part, line) = pair;
            var (begin, end) = ($"{part.Part}: spam, eggs, bacon, sausage, beans in ", " s");
            Assert.StartsWith(begin, line, StringComparison.Ordinal);
            Assert.EndsWith(end, line, StringComparison.Ordinal);
            Assert.InRange(int.Parse(line[begin.Length..^end.Length], CultureInfo.InvariantCulture), part.Least, int.MaxValue);
        });
    }

    private static Outcome Run(string program, string options)
    {
        var start = new ProcessStartInfo("dotnet", $"{Path.Combine(AppContext.BaseDirectory, program)} {options}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, errors.GetAwaiter().GetResult(), watch.Elapsed);
    }

    private sealed record Outcome(int ExitCode, string Output, string Errors, TimeSpan Duration)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.TrimEntries);
    }
}
