using System.Net;
using System.Net.Sockets;

namespace CoroGen.Benchmarks.Echo;

/// <summary>Our server on bare sockets: a coroutine for each connection, which waits until it can read, and sends what it has read.</summary>
internal static partial class ReadinessServer
{
    public static void Run()
    {
        using var loop = new EventLoop();
        loop.Run(Serve());
    }

    [Coroutine]
    private static void Serve(Co co)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(4096);
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port);
        while (true)
        {
            co.WaitReadable(listener);
            co.Launch(Answer(listener.Accept()));
        }
    }

    [Coroutine]
    private static void Answer(Co co, Socket socket)
    {
        using (socket)
        {
            socket.NoDelay = true;
            socket.Blocking = false;
            var buffer = new byte[4096];
            while (true)
            {
                co.WaitReadable(socket);
                var count = socket.Receive(buffer, SocketFlags.None, out var error);
                if (count == 0 || error != SocketError.Success)
                    return;
                for (var sent = 0; sent < count;)
                {
                    sent += socket.Send(buffer.AsSpan(sent, count - sent), SocketFlags.None, out error);
                    if (error == SocketError.WouldBlock)
                        co.WaitWritable(socket);
                    else if (error != SocketError.Success)
                        return;
                }
            }
        }
    }
}
