using System.Net;
using System.Net.Sockets;

namespace CoroGen;

/// <summary>Makes connections: tries one address after the other.</summary>
internal static partial class Connecting
{
    private static readonly TimeSpan BacklogPause = TimeSpan.FromMilliseconds(10);

    [Coroutine]
    internal static Socket Connect(Co co, string target, EndPoint[] endPoints, CoConnectionOptions options)
    {
        var attempts = new List<(EndPoint EndPoint, Exception Error)>();
        foreach (var endPoint in endPoints)
        {
            try
            {
                return options.AttemptTimeout is { } limit ? co.Timeout(limit, Attempt(endPoint, options)) : Attempt(co, endPoint, options);
            }
            catch (Exception e) when (e is SocketException or TimeoutException)
            {
                attempts.Add((endPoint, e));
            }
        }
        throw new ConnectException(target, attempts);
    }

    [Coroutine]
    private static Socket Attempt(Co co, EndPoint endPoint, CoConnectionOptions options)
    {
        if (co.Current.IsCancellationRequested)
            co.Refuse();
        Socket? socket;
        while ((socket = AttemptOnce(co, endPoint, options)) is null)
            co.Sleep(BacklogPause);
        return socket;
    }

    /// <returns>Null when the server's backlog is full: a Unix socket says so at once, and cannot be waited for.</returns>
    [Coroutine]
    private static Socket? AttemptOnce(Co co, EndPoint endPoint, CoConnectionOptions options)
    {
        var socket = Open(endPoint, options);
        SocketWatch? watch = null;
        try
        {
            if (Begin(socket, endPoint))
                return socket;
            if (endPoint is UnixDomainSocketEndPoint)
            {
                socket.Dispose();
                return null;
            }
            watch = co.Loop.Sockets.Add(socket);
            co.Park(watch.Writers.Begin());
            ThrowIfFailed(socket);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        finally
        {
            // The transport has a watch of its own; epoll lets go of this one then.
            if (watch is not null)
                co.Loop.Sockets.Remove(watch);
        }
    }

    private static Socket Open(EndPoint endPoint, CoConnectionOptions options)
    {
        var isUnix = endPoint is UnixDomainSocketEndPoint;
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, isUnix ? ProtocolType.Unspecified : ProtocolType.Tcp) { Blocking = false };
        if (!isUnix)
            socket.NoDelay = options.NoDelay;
        return socket;
    }

    /// <returns>Whether it is connected already.</returns>
    private static bool Begin(Socket socket, EndPoint endPoint)
    {
        try
        {
            socket.Connect(endPoint);
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            return false;
        }
    }

    private static void ThrowIfFailed(Socket socket)
    {
        // Looking is what tells the Socket object that it is connected.
        socket.Poll(0, SelectMode.SelectWrite);
        var error = (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;
        if (error != 0)
            throw new SocketException(error);
    }
}
