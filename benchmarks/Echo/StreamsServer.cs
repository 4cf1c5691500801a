using System.Net;

namespace CoroGen.Benchmarks.Echo;

/// <summary>Our server with streams.</summary>
internal static partial class StreamsServer
{
    public static void Run()
    {
        using var loop = new EventLoop();
        loop.Run(Serve());
    }

    [Coroutine]
    private static void Serve(Co co)
    {
        var server = CoNet.StartServer(Answer, "127.0.0.1", 0, new CoServerOptions { Backlog = 4096 });
        Console.WriteLine(((IPEndPoint)server.EndPoint).Port);
        server.WaitClosed(co);
    }

    [Coroutine]
    private static void Answer(Co co, CoReader reader, CoWriter writer)
    {
        var buffer = new byte[4096];
        while (reader.Read(co, buffer) is > 0 and var count)
        {
            writer.Write(buffer.AsSpan(0, count));
            writer.Drain(co);
        }

        writer.Close();
    }
}
