using System.Net.Sockets;

namespace CoroGen;

/// <summary>What a loop knows of a socket.</summary>
internal sealed class SocketWatch
{
    private bool _isAdded;

    /// <param name="sockets">The sockets of the loop.</param>
    /// <param name="socket">The socket.</param>
    /// <param name="isShared">Whether it belongs to the user, who may close it at any time.</param>
    /// <param name="number">What the poller calls it: no other socket of the loop has had it.</param>
    public SocketWatch(Sockets sockets, Socket socket, bool isShared, ulong number)
    {
        Sockets = sockets;
        Socket = socket;
        Handle = socket.Handle;
        IsShared = isShared;
        Number = number;
        Readers = new ReadinessQueue(this, SelectMode.SelectRead);
        Writers = new ReadinessQueue(this, SelectMode.SelectWrite);
    }

    public Sockets Sockets { get; }

    public Socket Socket { get; }

    public nint Handle { get; }

    public bool IsShared { get; }

    public ulong Number { get; }

    public ReadinessQueue Readers { get; }

    public ReadinessQueue Writers { get; }

    /// <summary>Whether the peer has ended, or the connection has failed: then no further signal may come, and a try always tells.</summary>
    public bool HasHungUp { get; set; }

    /// <summary>Whether the loop has forgotten it.</summary>
    public bool IsRemoved { get; set; }

    public bool IsClosed => IsRemoved || IsDisposed(Socket);

    public static ObjectDisposedException ClosedError() => new(nameof(System.Net.Sockets.Socket), "The socket is closed: it cannot be waited for.");

    public static bool IsDisposed(Socket socket)
    {
#if NET
        return socket.SafeHandle.IsClosed;
#else
        try
        {
            return socket.Available < 0;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
#endif
    }

    /// <summary>A wait for it begins.</summary>
    public void Begin()
    {
        if (!_isAdded)
            Sockets.Poller.Add(this);
        _isAdded = true;
        Sockets.CountWaits(this, 1);
    }

    /// <summary>A wait for it ends.</summary>
    public void End() => Sockets.CountWaits(this, -1);

    /// <summary><c>the socket 127.0.0.1:40000 (peer 127.0.0.1:80)</c>.</summary>
    public override string ToString()
    {
        try
        {
            var peer = Socket.Connected ? $" (peer {Socket.RemoteEndPoint})" : "";
            return $"the socket {Socket.LocalEndPoint}{peer}";
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            return "a closed socket";
        }
    }
}
