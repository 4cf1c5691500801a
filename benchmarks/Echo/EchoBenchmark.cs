using System.Globalization;

namespace CoroGen.Benchmarks.Echo;

/// <summary>
/// Echo servers on loopback under the same load: what they answer in a second, in a second of their processor's time, and how long an answer takes. Each
/// server is a process of its own; they all stand ready, and are measured by turns.
/// </summary>
internal static class EchoBenchmark
{
    private const int Payload = 128;
    private static readonly int[] s_connections = [1, 100, 1000];

    /// <summary>The first requests are for the compilers of .NET, which compile what is used much once more.</summary>
    private static readonly TimeSpan s_firstWarmup = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_warmup = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(2);

    public static void Write(int rounds, TextWriter output)
    {
        using var tools = new NativeTools();
        if (tools.Compile("load.c") is not { } load)
        {
            output.WriteLine("There is no C compiler (cc), and the load is a program in C: nothing can be measured.");
            return;
        }
        var peers = Peer.All(tools, output);
        var servers = new List<Server>();
        try
        {
            foreach (var peer in peers)
                servers.Add(new Server(peer));
            foreach (var server in servers)
                server.Measure(load, 100, Payload, s_firstWarmup, s_window);
            EchoTable.WriteHead(peers, output);
            foreach (var connections in s_connections)
                EchoTable.Write(connections, Measure(servers, load, connections, rounds), output);
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }
    }

    /// <summary>By turns: a slow minute of the machine is one of all servers.</summary>
    private static List<Dictionary<Peer, Sample>> Measure(List<Server> servers, string load, int connections, int rounds) =>
        [.. Enumerable.Range(0, rounds).Select(_ => servers.ToDictionary(server => server.Peer, server => server.Measure(load, connections, Payload, s_warmup, s_window)))];
}

/// <summary>What the load has counted.</summary>
/// <param name="Requests">Those that were answered.</param>
/// <param name="Seconds">Within this time.</param>
/// <param name="Processor">Seconds of a processor that the server has used meanwhile.</param>
/// <param name="Median">Microseconds of the usual answer.</param>
/// <param name="Slow">Microseconds that one of a hundred answers exceeds.</param>
internal sealed record Sample(long Requests, double Seconds, double Processor, double Median, double Slow)
{
    public double PerSecond => Requests / Seconds;

    public double PerProcessorSecond => Requests / Processor;

    public static Sample Parse(string line)
    {
        var values = line.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray();
        return new Sample((long)values[0], values[1], values[2], values[3], values[4]);
    }
}
