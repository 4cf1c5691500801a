using System.Net;
using System.Net.Sockets;

namespace CoroGen;

/// <summary>Sockets that listen.</summary>
internal static class Listening
{
    public static Socket Open(EndPoint endPoint, int backlog)
    {
        var isUnix = endPoint is UnixDomainSocketEndPoint;
        if (isUnix)
            DeleteLeftover(endPoint);
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, isUnix ? ProtocolType.Unspecified : ProtocolType.Tcp) { Blocking = false };
        try
        {
            socket.Bind(endPoint);
            socket.Listen(backlog);
            return socket;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw e.SocketErrorCode == SocketError.AddressAlreadyInUse ? new AddressInUseException(endPoint, e) : e;
        }
    }

    public static void Close(Socket socket)
    {
        var endPoint = socket.LocalEndPoint;
        socket.Dispose();
        if (endPoint is UnixDomainSocketEndPoint)
            File.Delete(endPoint.ToString()!);
    }

    /// <summary>The socket of a server that has not ended in order: nobody listens there.</summary>
    private static void DeleteLeftover(EndPoint endPoint)
    {
        var path = endPoint.ToString()!;
        if (!File.Exists(path))
            return;
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
        try
        {
            probe.Connect(endPoint);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            File.Delete(path);
        }
        catch (SocketException)
        {
            // It lives, but is busy; or it is no socket, which the bind will say.
        }
    }
}
