using System.Net.Sockets;

namespace CoroGen;

/// <content>Accepting connections. Nothing that goes wrong with one of them, nor a lack of descriptors, ends the server.</content>
public sealed partial class CoServer
{
    /// <summary>How long to wait when the system cannot accept, mostly because it has no descriptors left: until others are closed.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    [Coroutine]
    private void Accept(Co co)
    {
        while (true)
        {
            co.Acquire(_room);
            Begin(AcceptOne(co));
        }
    }

    [Coroutine]
    private Socket AcceptOne(Co co)
    {
        var isReported = false;
        while (true)
        {
            if (co.Current.IsCancellationRequested)
                co.Refuse();
            if (co.Loop.SpendBudget(CoReader.TransferCost))
                co.TakeTurn();
            var outcome = TryAccept(out var socket);
            switch (outcome)
            {
                case SocketError.Success:
                    return socket!;
                case SocketError.WouldBlock:
                    co.Park(_watch.Readers.Begin());
                    break;
                case SocketError.ConnectionAborted or SocketError.ConnectionReset or SocketError.Interrupted:
                    break;
                default:
                    if (!isReported)
                        _options.ConnectionError?.Invoke(new SocketException((int)outcome), null);
                    isReported = true;
                    co.Sleep(Pause);
                    break;
            }
        }
    }

    /// <summary>The listener does not block: <see cref="Listening.Open"/> makes it so.</summary>
    /// <returns>Whether a connection was accepted, or why not; the peer may have gone before.</returns>
    [NonBlocking]
    private SocketError TryAccept(out Socket? socket)
    {
        socket = null;
        try
        {
            // Accept would throw.
            if (!_listener.Poll(0, SelectMode.SelectRead))
                return SocketError.WouldBlock;
            socket = _listener.Accept();
            return SocketError.Success;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode;
        }
    }
}
