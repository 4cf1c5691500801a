using System.Net.Sockets;

namespace CoroGen;

/// <summary>A socket of its own: nobody else reads, writes or closes it.</summary>
internal sealed class SocketTransport(Sockets sockets, Socket socket) : Transport
{
    private readonly Poller _poller = sockets.Poller;
    private readonly SocketWatch _watch = sockets.Add(socket);

    /// <summary>Whether a read that is not filled has taken all there was. With a Unix socket it may also have come to a descriptor that the peer passes.</summary>
    private readonly bool _readsAllThereIs = socket.AddressFamily != AddressFamily.Unix;

    /// <summary>A read that has taken all there was makes the next one wait for a signal without trying. Only after a hang-up no signal may come.</summary>
    public override int TryRead(Span<byte> buffer)
    {
        ThrowIfClosed();
        if (!_watch.Readers.MayBeReady)
            return WouldWait;
        var count = _poller.Receive(_watch, buffer, out var error);
        if (count > 0)
        {
            _watch.Readers.MayBeReady = !_readsAllThereIs || count == buffer.Length || _watch.HasHungUp;
            return count;
        }
        if (count == 0)
            return 0;
        _watch.Readers.MayBeReady = error != SocketError.WouldBlock;
        return error == SocketError.WouldBlock ? WouldWait : throw new ConnectionLostException(error);
    }

    public override WaitQueue WaitForInput() =>
        _watch.Readers.IsEmpty ? _watch.Readers.Begin() : throw new InvalidOperationException("Another coroutine is reading from this connection: one at a time can.");

    public override void EndInput() => _watch.Readers.Close();

    public override int TryWrite(ReadOnlySpan<byte> bytes)
    {
        ThrowIfClosed();
        if (!_watch.Writers.MayBeReady)
            return WouldWait;
        var count = _poller.Send(_watch, bytes, out var error);
        if (count >= 0)
            return count;
        _watch.Writers.MayBeReady = error != SocketError.WouldBlock;
        return error == SocketError.WouldBlock ? WouldWait : throw new ConnectionLostException(error);
    }

    public override WaitQueue WaitForOutput() => _watch.Writers.Begin();

    public override void EndOutput()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The peer has gone: it need not be told.
        }
    }

    public override Task Close(bool drop)
    {
        sockets.Remove(_watch);
        socket.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The system may have given its number to another socket. Here it is closed with its connection; but the end of a loop closes all.</summary>
    private void ThrowIfClosed()
    {
        if (_watch.IsRemoved)
            throw SocketWatch.ClosedError();
    }
}
