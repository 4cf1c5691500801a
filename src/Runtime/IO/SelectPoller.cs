using System.Net;
using System.Net.Sockets;

namespace CoroGen;

/// <summary>
/// <see cref="Socket.Select(System.Collections.IList, System.Collections.IList, System.Collections.IList, int)"/>, which every system has. Each look tells the system anew which sockets are waited for. A datagram
/// socket that is connected to itself ends a wait.
/// </summary>
internal sealed class SelectPoller : Poller
{
    private readonly List<SocketWatch> _watches = [];
    private readonly List<Socket> _readable = [];
    private readonly List<Socket> _writable = [];
    private readonly List<Socket> _failed = [];
    private readonly Socket _wakeUp = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly byte[] _wakeUpByte = new byte[1];

    public SelectPoller()
    {
        _wakeUp.Blocking = false;
        _wakeUp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _wakeUp.Connect(_wakeUp.LocalEndPoint!);
    }

    public override void Add(SocketWatch watch) => _watches.Add(watch);

    public override bool IsReady(SocketWatch watch, SelectMode mode) => watch.Socket.Poll(0, mode);

    public override bool Poll(Sockets sockets, int milliseconds)
    {
        _watches.RemoveAll(static watch => watch.IsClosed);
        _readable.Clear();
        _writable.Clear();
        _failed.Clear();
        _readable.Add(_wakeUp);
        foreach (var watch in _watches)
            Ask(watch);
        try
        {
            Socket.Select(_readable, _writable, _failed, milliseconds < 0 ? -1 : (int)Math.Min(milliseconds * 1000L, int.MaxValue));
        }
        catch (ObjectDisposedException)
        {
            // Another thread has closed one; the next look is without it.
            return true;
        }
        return Tell();
    }

    public override void Wake() => _wakeUp.Send(_wakeUpByte);

    public override int Receive(SocketWatch watch, Span<byte> buffer, out SocketError error)
    {
        var count = watch.Socket.Receive(buffer, SocketFlags.None, out error);
        return error == SocketError.Success ? count : -1;
    }

    public override int Send(SocketWatch watch, ReadOnlySpan<byte> bytes, out SocketError error)
    {
        var count = watch.Socket.Send(bytes, SocketFlags.None, out error);
        return error == SocketError.Success ? count : -1;
    }

    public override void Dispose() => _wakeUp.Dispose();

    private void Ask(SocketWatch watch)
    {
        if (!watch.Readers.IsEmpty)
            _readable.Add(watch.Socket);
        if (watch.Writers.IsEmpty)
            return;
        _writable.Add(watch.Socket);
        // Where a connection that cannot be made is no writable socket.
        _failed.Add(watch.Socket);
    }

    /// <summary>The lists have been left with those that are ready, in the order in which they were asked for.</summary>
    private bool Tell()
    {
        var isWakeUp = _readable.Count > 0 && _readable[0] == _wakeUp;
        if (isWakeUp)
            TakeWakeUps();
        int readable = isWakeUp ? 1 : 0, writable = 0, failed = 0;
        // Who is woken may begin to wait for another socket, which is then behind.
        for (var i = 0; i < _watches.Count; i++)
        {
            var watch = _watches[i];
            var canRead = TakeNext(_readable, ref readable, watch.Socket);
            var canWrite = TakeNext(_writable, ref writable, watch.Socket);
            if (TakeNext(_failed, ref failed, watch.Socket))
                canWrite = true;
            if (canRead)
                watch.Readers.Signal();
            if (canWrite)
                watch.Writers.Signal();
        }
        return readable + writable + failed > 0;
    }

    private static bool TakeNext(List<Socket> ready, ref int next, Socket socket)
    {
        if (next == ready.Count || ready[next] != socket)
            return false;
        next++;
        return true;
    }

    private void TakeWakeUps()
    {
        do
            _wakeUp.Receive(_wakeUpByte, 0, 1, SocketFlags.None, out var error);
        while (_wakeUp.Available > 0);
    }
}
