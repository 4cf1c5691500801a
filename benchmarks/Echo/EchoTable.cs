using System.Globalization;

namespace CoroGen.Benchmarks.Echo;

/// <summary>The table of docs/benchmarks.md: a line for each server and number of connections, with ratios within the rounds.</summary>
internal static class EchoTable
{
    public static void WriteHead(IReadOnlyList<Peer> peers, TextWriter output)
    {
        string[] cells = ["connections", "server", "requests/s", "per processor second", .. References(peers).Select(peer => $"of {peer.Name}"), "p50", "p99"];
        output.WriteLine($"| {string.Join(" | ", cells)} |");
        output.WriteLine($"| ---: | --- | {string.Join(" | ", cells.Skip(2).Select(_ => "---:"))} |");
    }

    public static void Write(int connections, List<Dictionary<Peer, Sample>> rounds, TextWriter output)
    {
        var peers = rounds[0].Keys.ToList();
        foreach (var peer in peers)
        {
            var samples = rounds.Select(round => round[peer]).ToList();
            var ratios = References(peers).Select(other => Text($"{Median(rounds.Select(round => round[peer].PerProcessorSecond / round[other].PerProcessorSecond)):0.00}"));
            string[] cells =
            [
                Text($"{connections:N0}"), peer.Name, Text($"{Median(samples.Select(s => s.PerSecond)):N0}"), Text($"{Median(samples.Select(s => s.PerProcessorSecond)):N0}"),
                .. ratios, Time(samples.Select(s => s.Median)), Time(samples.Select(s => s.Slow)),
            ];
            output.WriteLine($"| {string.Join(" | ", cells)} |");
        }
    }

    private static IEnumerable<Peer> References(IEnumerable<Peer> peers) => peers.Where(peer => peer.IsReference);

    private static string Time(IEnumerable<double> microseconds) => Text($"{Median(microseconds) / 1000:0.000} ms");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
