using System.Net;
using System.Net.Sockets;

namespace CoroGen;

/// <summary>A server: see <see cref="CoNet.StartServer(Func{CoReader, CoWriter, Coroutine}, string?, int, CoServerOptions?)"/>.</summary>
/// <remarks>
/// To be used on the loop's thread only. It lives as a coroutine of the loop: <see cref="EventLoop.RunUntilEmpty()"/> waits for its end. What cancels all that live in the loop, a signal or <see cref="EventLoop.Dispose"/>,
/// closes it.
/// </remarks>
public sealed partial class CoServer : IDisposable
{
    private readonly EventLoop _loop;
    private readonly Socket _listener;
    private readonly SocketWatch _watch;
    private readonly Func<CoReader, CoWriter, Coroutine> _handler;
    private readonly CoServerOptions _options;
    private readonly CoSemaphore _room;
    private readonly HashSet<Coroutine> _connections = [];
    private readonly WaitQueue _idle = new("the last connection of a server to end");
    private readonly Coroutine _main;
    private bool _isClosed;

    internal CoServer(EventLoop loop, Socket listener, Func<CoReader, CoWriter, Coroutine> handler, CoServerOptions options)
    {
        _loop = loop;
        _listener = listener;
        _watch = loop.Sockets.Add(listener);
        _handler = handler;
        _options = options;
        _room = new CoSemaphore(options.MaxConnections, options.MaxConnections);
        EndPoint = listener.LocalEndPoint!;
        _main = Run();
        loop.Adopt(_main);
    }

    /// <summary>Where it listens.</summary>
    public EndPoint EndPoint { get; }

    /// <summary>How many connections are being served.</summary>
    public int Connections => _connections.Count;

    /// <summary>
    /// Stops listening, at once. Connections under way go on; those that last longer than <see cref="CoServerOptions.Grace"/> are then cancelled. A second call does nothing.
    /// </summary>
    public void Close()
    {
        _loop.VerifyThread();
        StopListening();
        _main.Cancel("the server is closed");
    }

    /// <summary>As <see cref="Close"/>.</summary>
    public void Dispose() => Close();

    /// <summary>Waits until it is closed and the last connection has ended.</summary>
    /// <param name="co">The handle.</param>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled.</exception>
    [Coroutine]
    public void WaitClosed(Co co)
    {
        co.Await(_main);
    }

    private void StopListening()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        _loop.Sockets.Remove(_watch);
        Listening.Close(_listener);
    }

    /// <summary>Serves until it is cancelled, and then sees to it that the connections end.</summary>
    [Coroutine]
    private void Run(Co co)
    {
        try
        {
            Accept(co);
        }
        catch (Exception e) when (_isClosed || e is CoroutineCanceledException)
        {
            // That is how it is closed.
        }
        finally
        {
            StopListening();
            co.Shield(EndConnections());
        }
    }

    [Coroutine]
    private void EndConnections(Co co)
    {
        if (!_loop.IsClosing)
            WaitForLast(co, _options.Grace);
        foreach (var connection in _connections.ToArray())
            _loop.CancelSafely(connection, "the server is closed");
        WaitUntilIdle(co);
    }

    [Coroutine]
    private void WaitForLast(Co co, TimeSpan limit)
    {
        try
        {
            co.Timeout(limit, WaitUntilIdle());
        }
        catch (TimeoutException)
        {
            // They have had their time.
        }
    }

    [Coroutine]
    private void WaitUntilIdle(Co co)
    {
        if (_connections.Count > 0)
            co.Park(_idle);
    }
}
