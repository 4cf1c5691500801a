using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CoroGen.Benchmarks.Echo;

/// <summary>What a server costs that has very many connections, and nothing to do.</summary>
internal static class Idle
{
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(10);

    public static void Write(int connections, TextWriter output)
    {
        foreach (var peer in Peer.Own())
        {
            using var server = new Server(peer);
            var sockets = Enumerable.Range(0, connections).Select(_ => Open(server.Port)).ToList();
            // What the runtime puts off for the time when nothing is to be done.
            Thread.Sleep(s_settling);
            var before = ProcessorTimes(server.Id);
            Thread.Sleep(s_window);
            var used = TimeSpan.FromTicks(ProcessorTimes(server.Id).Sum(thread => thread.Value - before.GetValueOrDefault(thread.Key)) / TimeSpan.NanosecondsPerTick);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{peer.Name}: {connections:N0} connections open, {used.TotalMilliseconds:0.000} ms of a processor in {s_window.TotalSeconds} s"));
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    /// <summary>A connection that has been served once.</summary>
    private static Socket Open(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
        socket.Send("?"u8);
        socket.Receive(new byte[1]);
        return socket;
    }

    /// <summary>Of each thread of a process, in nanoseconds: the first number of its <c>schedstat</c>.</summary>
    private static Dictionary<string, long> ProcessorTimes(int process) => Directory.GetDirectories($"/proc/{process}/task")
        .ToDictionary(thread => thread, thread => long.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture));
}
