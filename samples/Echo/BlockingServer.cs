using System.Net;
using System.Net.Sockets;
using CoroGen;

namespace Echo;

/// <summary>The server that one writes first, on a thread of its own. It does one thing after the other: while it thinks about one message, everyone else waits.</summary>
internal sealed class BlockingServer : IDisposable
{
    private readonly Socket _listener = Sockets.Listen(0);
    private readonly Service _service;
    private readonly Thread _thread;
    private volatile bool _isClosed;

    public BlockingServer(Service service)
    {
        _service = service;
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    public EndPoint EndPoint => _listener.LocalEndPoint!;

    public void Dispose()
    {
        _isClosed = true;
        _listener.Dispose();
        _thread.Join();
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                using var client = _listener.Accept();
                Talk(client);
            }
        }
        catch (Exception e) when (_isClosed && e is SocketException or ObjectDisposedException)
        {
            // Nobody is let in any more.
        }
    }

    private void Talk(Socket client)
    {
        var buffer = new byte[4096];
        while (client.Receive(buffer) is > 0 and var length)
        {
            // The same method as in the other servers: with this handle it is plain code, and blocks the thread.
            _service.Think(Co.Blocking, length);
            client.Send(buffer.AsSpan(0, length));
        }
    }
}
