using System.Net;
using System.Net.Security;

namespace CoroGen;

/// <summary>How a server behaves, and the readers and writers of its connections.</summary>
public sealed class CoServerOptions : StreamOptions
{
    /// <summary>The loop that runs the server; null: the one that is running on the calling thread, or whose blocking handle was taken last there.</summary>
    public EventLoop? Loop { get; init; }

    /// <summary>How many connections the system keeps that the server has not accepted yet: 511 unless told otherwise; the system may have a lower bound.</summary>
    public int Backlog { get; init; } = 511;

    /// <summary>How many connections are served at a time; the next ones wait in the backlog. Without a bound unless told otherwise. Must be positive.</summary>
    public int MaxConnections { get; init; } = int.MaxValue;

    /// <summary>How long a connection may last, all in all; then its handler is cancelled, and a <see cref="TimeoutException"/> goes to <see cref="ConnectionError"/>. Null: as long as it likes.</summary>
    public TimeSpan? ConnectionTimeout { get; init; }

    /// <summary>How long the connections under way may go on after <see cref="CoServer.Close"/>: 10 seconds unless told otherwise. Then their handlers are cancelled.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>TLS with these options; null: none.</summary>
    public SslServerAuthenticationOptions? Tls { get; init; }

    /// <summary>
    /// Told of the error of a connection, and who the peer was; that a peer has gone without a word is none. Called on the loop's thread. Without it such errors go to
    /// <see cref="EventLoopOptions.UnobservedError"/>. Without a peer: the <see cref="System.Net.Sockets.SocketException"/> for which the server cannot accept at present, mostly because
    /// the process has no descriptors left. The server tries again, and tells it once.
    /// </summary>
    public Action<Exception, EndPoint?>? ConnectionError { get; init; }

    internal override void Check()
    {
        base.Check();
        Guard.Positive(MaxConnections);
        Deadline.Check(Grace);
        Deadline.Check(ConnectionTimeout ?? TimeSpan.Zero, nameof(ConnectionTimeout));
    }
}
