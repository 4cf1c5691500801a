using System.Diagnostics;

namespace CoroGen.Samples.Tests;

/// <summary>A program that is told to end: its <c>finally</c> blocks run. A second signal ends it as usual.</summary>
public sealed class Signals : IDisposable
{
    private Process _process = null!;

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void The_first_signal_lets_all_coroutines_end_in_order(string signal)
    {
        Start("--serve 0");
        Assert.Equal(["listening", "answering"], Lines(2));
        Send(signal);
        Assert.Equal(
            ["not listening any more", $"The coroutine 'Answer' was canceled: the process received SIG{signal}", "the last answer is given", "all have ended"],
            Lines(4));
        Assert.Null(_process.StandardOutput.ReadLine());
        _process.WaitForExit();
        Assert.Equal(0, _process.ExitCode);
    }

    [Fact]
    public void The_second_signal_ends_the_process()
    {
        Start("--serve 1000");
        Assert.Equal(["listening", "answering"], Lines(2));
        Send("TERM");
        Assert.Equal("not listening any more", _process.StandardOutput.ReadLine());
        Assert.Contains("SIGTERM", _process.StandardOutput.ReadLine(), StringComparison.Ordinal);
        Send("TERM");
        Assert.Null(_process.StandardOutput.ReadLine());
        _process.WaitForExit();
        Assert.Equal(128 + 15, _process.ExitCode);
    }

    private void Start(string options)
    {
        // A shell that has put the tests in the background lets them, and what they start, ignore SIGINT.
        var start = new ProcessStartInfo("env", $"--default-signal=INT dotnet {Path.Combine(AppContext.BaseDirectory, "Cancellation.dll")} {options}") { RedirectStandardOutput = true };
        _process = Process.Start(start)!;
    }

    /// <summary>Waits for them.</summary>
    private List<string> Lines(int count) => [.. Enumerable.Range(0, count).Select(_ => _process.StandardOutput.ReadLine() ?? "the end")];

    private void Send(string signal)
    {
        using var kill = Process.Start("kill", $"-{signal} {_process.Id}");
        kill.WaitForExit();
    }
}
