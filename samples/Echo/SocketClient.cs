using System.Net;
using System.Net.Sockets;
using System.Text;
using CoroGen;

namespace Echo;

/// <summary>A client that waits until it can write, and until there is something to read.</summary>
internal static partial class SocketClient
{
    /// <returns>The answer.</returns>
    [Coroutine]
    public static string Say(Co co, EndPoint server, string message)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        Connect(co, socket, server);

        var bytes = Encoding.UTF8.GetBytes(message);
        for (var sent = 0; sent < bytes.Length;)
        {
            co.WaitWritable(socket);
            sent += socket.Send(bytes.AsSpan(sent));
        }

        var received = 0;
        while (received < bytes.Length)
        {
            co.WaitReadable(socket);
            var count = socket.Receive(bytes.AsSpan(received));
            if (count == 0)
                break;
            received += count;
        }

        return Encoding.UTF8.GetString(bytes, 0, received);
    }

    [Coroutine]
    private static void Connect(Co co, Socket socket, EndPoint server)
    {
        // What cannot be done at once fails from now on, and holds up nobody.
        socket.Blocking = false;
        try
        {
            socket.Connect(server);
            return;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            // It is under way.
        }

        co.WaitWritable(socket);
        var error = (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;
        if (error != 0)
            throw new SocketException(error);
    }
}
