using System.Net.Sockets;
using CoroGen;

namespace Echo;

/// <summary>A server until Ctrl+C or SIGTERM: nobody is let in any more, those who have asked get their answers, and the process ends with 0.</summary>
internal static partial class Server
{
    /// <summary>When the server is closed, those who have asked get their answers; whoever says nothing for so long is let go.</summary>
    private static readonly CoServerOptions s_options = new() { Grace = TimeSpan.FromSeconds(2) };

    public static int Run(int port, bool streams, string? path)
    {
        using var loop = new EventLoop(new EventLoopOptions { EndOnSignals = true });
        var service = new Service(TimeSpan.FromSeconds(1), Console.WriteLine);
        try
        {
            loop.Schedule(path is not null ? ServeUnix(service, path) : streams ? ServeStreams(service, port) : ServeSockets(service, port));
            loop.RunUntilEmpty();
            Console.WriteLine("closed");
            return 0;
        }
        catch (Exception e) when (e is SocketException or AddressInUseException)
        {
            Console.Error.WriteLine($"The server cannot listen: {e.Message}");
            return 1;
        }
    }

    [Coroutine]
    private static void ServeSockets(Co co, Service service, int port)
    {
        var listener = Sockets.Listen(port);
        Console.WriteLine($"listening on {listener.LocalEndPoint}");
        new SocketServer(listener, service).Serve(co);
    }

    [Coroutine]
    private static void ServeStreams(Co co, Service service, int port) =>
        ServeUntilCanceled(co, CoNet.StartServer(new StreamServer(service).HandleEcho, "127.0.0.1", port, s_options));

    [Coroutine]
    private static void ServeUnix(Co co, Service service, string path) =>
        ServeUntilCanceled(co, CoNet.StartUnixServer(new StreamServer(service).HandleEcho, path, s_options));

    [Coroutine]
    private static void ServeUntilCanceled(Co co, CoServer server)
    {
        Console.WriteLine($"listening on {server.EndPoint}");
        try
        {
            server.WaitClosed(co);
        }
        finally
        {
            server.Close();
        }
    }
}
