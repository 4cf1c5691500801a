using System.Net;
using System.Net.Sockets;

namespace CoroGen;

/// <content>Serving connections: each in a coroutine of its own, which neither the end of another one nor the cancel of all that live in the loop reaches.</content>
public sealed partial class CoServer
{
    private void Begin(Socket socket)
    {
        var connection = Serve(socket);
        _connections.Add(connection);
        _loop.Adopt(connection, Shield.In(null));
    }

    private void End(Coroutine connection)
    {
        _room.Release();
        _connections.Remove(connection);
        if (_connections.Count == 0)
            _idle.WakeAll();
    }

    [Coroutine]
    private void Serve(Co co, Socket socket)
    {
        EndPoint? peer = null;
        CoWriter? writer = null;
        try
        {
            (var reader, writer, peer) = Open(socket);
            if (_options.ConnectionTimeout is { } limit)
                co.Timeout(limit, Converse(reader, writer));
            else
                Converse(co, reader, writer);
        }
        catch (Exception e) when (IsOrdinary(e, co.Current))
        {
            // The peer has gone, or the server is closed.
        }
        catch (Exception e) when (_options.ConnectionError is not null)
        {
            _options.ConnectionError(e, peer);
        }
        finally
        {
            writer?.Abort();
            socket.Dispose();
            End(co.Current);
        }
    }

    [Coroutine]
    private void Converse(Co co, CoReader reader, CoWriter writer)
    {
        if (_options.Tls is not null)
            (reader, writer) = CoNet.StartTls(co, reader, writer, _options.Tls);
        co.Group(_handler(reader, writer));
        writer.Close();
        writer.WaitClosed(co);
    }

    private (CoReader Reader, CoWriter Writer, EndPoint? Peer) Open(Socket socket)
    {
        try
        {
            socket.Blocking = false;
            if (socket.AddressFamily != AddressFamily.Unix)
                socket.NoDelay = _options.NoDelay;
            var (reader, writer) = CoNet.Over(new SocketTransport(_loop.Sockets, socket), _loop, _options);
            return (reader, writer, socket.RemoteEndPoint);
        }
        catch (SocketException e)
        {
            // It has gone already.
            throw new ConnectionLostException(e.SocketErrorCode);
        }
    }

    private static bool IsOrdinary(Exception error, Coroutine connection) => error switch
    {
        ConnectionLostException => true,
        CoroutineCanceledException => connection.IsCancellationRequested,
        AggregateException all => all.InnerExceptions.All(each => IsOrdinary(each, connection)),
        _ => false,
    };
}
