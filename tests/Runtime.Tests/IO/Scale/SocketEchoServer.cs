using System.Net;
using System.Net.Sockets;

namespace CoroGen.Runtime.Tests.IO.Scale;

/// <summary>A server on bare sockets.</summary>
internal sealed partial class SocketEchoServer : EchoServer
{
    private readonly Coroutine _serving;

    public SocketEchoServer(PollerKind poller)
        : base(poller)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(4096);
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        _serving = Loop.Schedule(Serves(listener));
    }

    public override int Port { get; }

    protected override void Close() => _serving.Cancel();

    [Coroutine]
    private void Serves(Co co, Socket listener)
    {
        using (listener)
        {
            while (true)
            {
                co.WaitReadable(listener);
                while (listener.Poll(0, SelectMode.SelectRead))
                    co.Launch(Echoes(listener.Accept()));
            }
        }
    }

    [Coroutine]
    private void Echoes(Co co, Socket socket)
    {
        using (socket)
        {
            socket.Blocking = false;
            socket.NoDelay = true;
            NoteOpen();
            var buffer = new byte[1000];
            var error = SocketError.Success;
            while (true)
            {
                (var count, error) = Receives(co, socket, buffer);
                if (count == 0)
                    break;
                Sends(co, socket, buffer.AsMemory(0, count));
            }

            NoteEnd(isReset: error == SocketError.ConnectionReset);
        }
    }

    /// <summary>A call, so that each connection that waits has a frame of the loop's pool.</summary>
    [Coroutine]
    private static (int Count, SocketError Outcome) Receives(Co co, Socket socket, byte[] buffer)
    {
        co.WaitReadable(socket);
        var count = socket.Receive(buffer, SocketFlags.None, out var outcome);
        return (count, outcome);
    }

    [Coroutine]
    private static void Sends(Co co, Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            co.WaitWritable(socket);
            bytes = bytes[socket.Send(bytes.Span)..];
        }
    }
}
