using System.Net;
using System.Net.Sockets;

namespace CoroGen.Benchmarks.Echo;

/// <summary>The peer from .NET: a task for each connection, with the sockets' asynchronous methods, which take memory and allocate nothing.</summary>
internal static class AsyncServer
{
    public static void Run() => Serve().GetAwaiter().GetResult();

    private static async Task Serve()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(4096);
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port);
        while (true)
            _ = Answer(await listener.AcceptAsync());
    }

    private static async Task Answer(Socket socket)
    {
        using (socket)
        {
            socket.NoDelay = true;
            Memory<byte> buffer = new byte[4096];
            try
            {
                while (await socket.ReceiveAsync(buffer) is > 0 and var count)
                    await socket.SendAsync(buffer[..count]);
            }
            catch (SocketException)
            {
                // The load has closed its end with answers under way.
            }
        }
    }
}
