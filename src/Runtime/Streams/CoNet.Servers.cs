using System.Net;
using System.Net.Sockets;

namespace CoroGen;

/// <content>Servers.</content>
public static partial class CoNet
{
    /// <summary>
    /// Starts a server on a TCP port: from now on each connection is served by a coroutine of its own, which the handler makes, beside all others. When that has ended, the connection is closed.
    /// </summary>
    /// <param name="handler">Makes the coroutine: the factory of a coroutine method, <c>CoNet.StartServer(Echo, "127.0.0.1", 80)</c>.</param>
    /// <param name="host">The address to listen on; <c>localhost</c> is 127.0.0.1; null: all IPv4 addresses of the machine; <c>::</c>: all IPv6 addresses.</param>
    /// <param name="port">The port; 0: any that is free, which <see cref="CoServer.EndPoint"/> tells.</param>
    /// <param name="options">Bounds, TLS, and other choices; also which loop runs it.</param>
    /// <exception cref="AddressInUseException">Somebody listens there already.</exception>
    /// <exception cref="ArgumentException">The host is a name: ask for its addresses, with <c>co.Await(Dns.GetHostAddressesAsync(host))</c>, and start one there.</exception>
    /// <exception cref="InvalidOperationException">No loop is running on this thread, and the options name none.</exception>
    public static CoServer StartServer(Func<CoReader, CoWriter, Coroutine> handler, string? host, int port, CoServerOptions? options = null) =>
        StartServer(handler, new IPEndPoint(AddressOf(host), port), options);

    /// <summary>Starts a server on an address.</summary>
    /// <param name="handler">Makes the coroutine that serves a connection.</param>
    /// <param name="endPoint">The address.</param>
    /// <param name="options">Bounds, TLS, and other choices; also which loop runs it.</param>
    /// <exception cref="System.Net.Sockets.SocketException">It is not an address of this machine.</exception>
    /// <inheritdoc cref="StartServer(Func{CoReader, CoWriter, Coroutine}, string?, int, CoServerOptions?)"/>
    public static CoServer StartServer(Func<CoReader, CoWriter, Coroutine> handler, EndPoint endPoint, CoServerOptions? options)
    {
        Guard.NotNull(handler);
        Guard.NotNull(endPoint);
        options ??= new CoServerOptions();
        options.Check();
        var loop = options.Loop ?? EventLoop.OfCaller
            ?? throw new InvalidOperationException("No loop is running on this thread: say in the options which one is to run the server.");
        loop.VerifyThread();
        return new CoServer(loop, Listening.Open(endPoint, options.Backlog), handler, options);
    }

    /// <summary>Starts a server on a Unix socket. A socket that a server has left there, which does not listen any more, is replaced.</summary>
    /// <param name="handler">Makes the coroutine that serves a connection.</param>
    /// <param name="path">The path. It is deleted when the server is closed.</param>
    /// <param name="options">Bounds, TLS, and other choices; also which loop runs it.</param>
    /// <inheritdoc cref="StartServer(Func{CoReader, CoWriter, Coroutine}, string?, int, CoServerOptions?)"/>
    public static CoServer StartUnixServer(Func<CoReader, CoWriter, Coroutine> handler, string path, CoServerOptions? options = null)
    {
        Guard.NotNull(path);
        return StartServer(handler, new UnixDomainSocketEndPoint(path), options);
    }

    private static IPAddress AddressOf(string? host) => host switch
    {
        null => IPAddress.Any,
        "localhost" => IPAddress.Loopback,
        _ when IPAddress.TryParse(host, out var address) => address,
        _ => throw new ArgumentException($"'{host}' is no address: a server is started on one. Ask for the name's addresses with 'co.Await(Dns.GetHostAddressesAsync(…))'.", nameof(host)),
    };
}
