using System.Net;
using System.Net.Sockets;

namespace CoroGen.Runtime.Tests.IO.Scale;

/// <summary>The other end of a connection, on a bare socket.</summary>
internal static partial class Client
{
    /// <summary>The bytes of a connection: no two places within reach of each other look the same.</summary>
    public static byte[] Bytes(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static Socket Connect(EndPoint server, int receiveBuffer = 0)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0)
            socket.ReceiveBufferSize = receiveBuffer;
        // On loopback a connection is made at once.
        socket.Connect(server);
        socket.Blocking = false;
        return socket;
    }

    [Coroutine]
    public static void Send(Co co, Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            co.WaitWritable(socket);
            bytes = bytes[socket.Send(bytes.Span)..];
        }
    }

    /// <summary>Receives so many bytes, in pieces of a size, with a pass between.</summary>
    [Coroutine]
    public static byte[] Receive(Co co, Socket socket, int length, int piece = int.MaxValue)
    {
        var bytes = new byte[length];
        for (var received = 0; received < length;)
        {
            co.WaitReadable(socket);
            var count = socket.Receive(bytes.AsSpan(received, Math.Min(piece, length - received)));
            Assert.True(count > 0, $"The connection has ended after {received} bytes of {length}.");
            received += count;
            co.Yield();
        }

        return bytes;
    }

    /// <summary>Waits for the end of what the server sends; there must be nothing more.</summary>
    [Coroutine]
    public static void ReceiveEnd(Co co, Socket socket)
    {
        co.WaitReadable(socket);
        Assert.Equal(0, socket.Receive(new byte[1]));
    }

    public static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }
}
