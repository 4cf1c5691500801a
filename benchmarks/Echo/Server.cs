using System.Diagnostics;
using System.Globalization;

namespace CoroGen.Benchmarks.Echo;

/// <summary>An echo server in a process of its own, whose first line says its port.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;

    public Server(Peer peer)
    {
        Peer = peer;
        _process = Start(peer.Program, peer.Arguments, peer.Environment);
        Port = int.Parse(ReadLine(_process), CultureInfo.InvariantCulture);
    }

    public Peer Peer { get; }

    public int Port { get; }

    public int Id => _process.Id;

    /// <summary>Puts it under load.</summary>
    public Sample Measure(string load, int connections, int payload, TimeSpan warmup, TimeSpan window)
    {
        using var process = Start(load, [Text(Port), Text(connections), Text(payload), Text(warmup.TotalSeconds), Text(window.TotalSeconds), Text(Id)], []);
        var line = ReadLine(process);
        process.WaitForExit();
        return Sample.Parse(line);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static Process Start(string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string ReadLine(Process process) =>
        process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{process.StartInfo.FileName} has ended with nothing said.");

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
