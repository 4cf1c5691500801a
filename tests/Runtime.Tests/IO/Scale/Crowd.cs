using System.Diagnostics;
using System.Globalization;

namespace CoroGen.Runtime.Tests.IO.Scale;

/// <summary>Clients in a process of their own (tests/Crowd), which all do the same.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly Process _process;

    /// <summary>Opens the connections.</summary>
    public Crowd(int port, int connections)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "CoroGen.Crowd.dll");
        var start = new ProcessStartInfo("dotnet", [program, Text(port), Text(connections)]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        Expect("opened");
    }

    /// <summary>Each sends its own bytes, and gets them back.</summary>
    public void Echo(int length)
    {
        _process.StandardInput.WriteLine($"echo {Text(length)}");
        Expect("echoed");
    }

    public void Close()
    {
        _process.StandardInput.WriteLine("close");
        Expect("closed");
    }

    public void Reset()
    {
        _process.StandardInput.WriteLine("reset");
        Expect("reset");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Its errors are on the standard error output, with the line that it did not say.</summary>
    private void Expect(string line) => Assert.Equal(line, _process.StandardOutput.ReadLine());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
