using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace CoroGen;

/// <summary>Connections and servers, for coroutines.</summary>
public static partial class CoNet
{
    private static readonly CoConnectionOptions Plain = new();

    /// <summary>Opens a TCP connection. Neither finding the host's addresses nor connecting holds up the loop; several addresses are tried in turn.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="host">A name or an address.</param>
    /// <param name="port">The port.</param>
    /// <param name="options">TLS, limits, and other choices.</param>
    /// <returns>Its two halves. Close the writer at the end.</returns>
    /// <exception cref="NameResolutionException">The host has no address.</exception>
    /// <exception cref="ConnectException">No connection can be made. It has the errors of all attempts.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The peer cannot be trusted.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled.</exception>
    [Coroutine]
    public static (CoReader Reader, CoWriter Writer) OpenConnection(Co co, string host, int port, CoConnectionOptions options)
    {
        Guard.NotNull(host);
        Guard.NotNull(options);
        options.Check();
        var addresses = Resolve(co, host);
        var endPoints = Array.ConvertAll(addresses, address => (EndPoint)new IPEndPoint(address, port));
        var socket = Connecting.Connect(co, $"{host}:{port}", endPoints, options);
        var (reader, writer) = Over(new SocketTransport(co.Loop.Sockets, socket), co.Loop, options);
        return options.Tls is null ? (reader, writer) : Tls.Start(co, reader, writer, (ssl, token) => Tls.AuthenticateHost(ssl, options.Tls, host, token));
    }

    /// <summary>Opens a TCP connection, without TLS.</summary>
    /// <inheritdoc cref="OpenConnection(Co, string, int, CoConnectionOptions)"/>
    [Coroutine]
    public static (CoReader Reader, CoWriter Writer) OpenConnection(Co co, string host, int port) => OpenConnection(co, host, port, Plain);

    /// <summary>Opens a connection to a Unix socket.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="path">Its path.</param>
    /// <param name="options">TLS, limits, and other choices.</param>
    /// <returns>Its two halves. Close the writer at the end.</returns>
    /// <exception cref="ConnectException">No connection can be made.</exception>
    /// <exception cref="CoroutineCanceledException">The coroutine is cancelled.</exception>
    [Coroutine]
    public static (CoReader Reader, CoWriter Writer) OpenUnixConnection(Co co, string path, CoConnectionOptions options)
    {
        Guard.NotNull(path);
        Guard.NotNull(options);
        options.Check();
        var socket = Connecting.Connect(co, path, [new UnixDomainSocketEndPoint(path)], options);
        var (reader, writer) = Over(new SocketTransport(co.Loop.Sockets, socket), co.Loop, options);
        return options.Tls is null ? (reader, writer) : StartTls(co, reader, writer, options.Tls);
    }

    /// <summary>Opens a connection to a Unix socket, without TLS.</summary>
    /// <inheritdoc cref="OpenUnixConnection(Co, string, CoConnectionOptions)"/>
    [Coroutine]
    public static (CoReader Reader, CoWriter Writer) OpenUnixConnection(Co co, string path) => OpenUnixConnection(co, path, Plain);

    /// <summary>
    /// A reader and a writer over any stream of .NET. One read and one write of the stream are under way at a time; a coroutine that is cancelled while it waits for one leaves it going on, and
    /// loses nothing. The stream is closed with the writer.
    /// </summary>
    /// <param name="loop">The loop that they belong to.</param>
    /// <param name="stream">The stream: one that reads, or writes, or both.</param>
    /// <param name="options">Limits, and other choices.</param>
    /// <exception cref="ArgumentException">The options ask for TLS.</exception>
    public static (CoReader Reader, CoWriter Writer) FromStream(EventLoop loop, Stream stream, CoConnectionOptions? options = null)
    {
        Guard.NotNull(loop);
        Guard.NotNull(stream);
        options ??= Plain;
        options.Check();
        if (options.Tls is not null)
            throw new ArgumentException("A stream goes on with TLS by CoNet.StartTls.", nameof(options));
        return Over(new StreamTransport(loop, stream), loop, options);
    }

    /// <summary>
    /// A stream of .NET over a reader and a writer; with <c>PipeReader.Create</c> and <c>PipeWriter.Create</c>, pipes. Its asynchronous methods may be called on any thread, while the loop runs; one read and one write
    /// at a time. The synchronous ones block, and are for plain code on the loop's thread. Closing it closes both.
    /// </summary>
    /// <param name="reader">What is read; null: it cannot be read.</param>
    /// <param name="writer">What is written; null: it cannot be written.</param>
    /// <exception cref="ArgumentException">There is neither, or they belong to different loops.</exception>
    public static Stream AsStream(CoReader? reader, CoWriter? writer)
    {
        var loop = (reader?.Loop ?? writer?.Loop) ?? throw new ArgumentException("There is neither a reader nor a writer.");
        if (reader is not null && writer is not null && reader.Loop != writer.Loop)
            throw new ArgumentException("The reader and the writer belong to different loops.");
        return new CoStream(loop, reader, writer);
    }

    /// <summary>Goes on with TLS, on the client's side of a connection.</summary>
    /// <param name="co">The handle.</param>
    /// <param name="reader">The reader so far; it is not to be used any more.</param>
    /// <param name="writer">The writer so far; it is not to be used any more.</param>
    /// <param name="options">How.</param>
    /// <returns>The two halves of the protected connection. When an exception is thrown instead, the connection is closed.</returns>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The peer cannot be trusted.</exception>
    /// <exception cref="IOException">The connection is lost, or the peer does not know TLS.</exception>
    [Coroutine]
    public static (CoReader Reader, CoWriter Writer) StartTls(Co co, CoReader reader, CoWriter writer, SslClientAuthenticationOptions options) =>
        Tls.Start(co, reader, writer, (ssl, token) => ssl.AuthenticateAsClientAsync(options, token));

    /// <summary>Goes on with TLS, on the server's side of a connection.</summary>
    /// <inheritdoc cref="StartTls(Co, CoReader, CoWriter, SslClientAuthenticationOptions)"/>
    [Coroutine]
    public static (CoReader Reader, CoWriter Writer) StartTls(Co co, CoReader reader, CoWriter writer, SslServerAuthenticationOptions options) =>
        Tls.Start(co, reader, writer, (ssl, token) => ssl.AuthenticateAsServerAsync(options, token));

    internal static (CoReader Reader, CoWriter Writer) Over(Transport transport, EventLoop loop, StreamOptions options)
    {
        var connection = new Connection(loop, transport);
        return (new CoReader(connection, options.ReadLimit), new CoWriter(connection, options));
    }

    [Coroutine]
    private static IPAddress[] Resolve(Co co, string host)
    {
        if (IPAddress.TryParse(host, out var address))
            return [address];
        try
        {
            var addresses = co.Await(Dns.GetHostAddressesAsync(host));
            return addresses.Length > 0 ? addresses : throw NameResolutionException.Of(host, null);
        }
        catch (SocketException e)
        {
            throw NameResolutionException.Of(host, e);
        }
    }
}
