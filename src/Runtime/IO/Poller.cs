using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CoroGen;

/// <summary>
/// The system's side of sockets: which of them are ready, and moving bytes without waiting. To be used on the loop's thread, except <see cref="Wake"/>.
/// </summary>
internal abstract class Poller : IDisposable
{
    public static Poller Create(PollerKind kind)
    {
        var isLinux = RuntimeInformation.IsOSPlatform(OSPlatform.Linux);
        return kind switch
        {
            PollerKind.Epoll or PollerKind.Default when isLinux => new EpollPoller(),
            PollerKind.Epoll => throw new PlatformNotSupportedException("There is epoll on Linux only: use PollerKind.Default."),
            _ => new SelectPoller(),
        };
    }

    /// <summary>Called before the first wait for a socket. From then on its queues are told when it becomes ready.</summary>
    public abstract void Add(SocketWatch watch);

    /// <summary>Whether a socket that is not closed is ready now. Those of which nothing good can be said any more are.</summary>
    public abstract bool IsReady(SocketWatch watch, SelectMode mode);

    /// <summary>Waits until a socket is ready, for no longer than a time (-1: without a limit), and tells the queues.</summary>
    /// <param name="sockets">The sockets.</param>
    /// <param name="milliseconds">How long. It may be shorter.</param>
    /// <returns>Whether something was ready.</returns>
    public abstract bool Poll(Sockets sockets, int milliseconds);

    /// <summary>Ends the wait under way, or the next one. Any thread.</summary>
    public abstract void Wake();

    /// <summary>Takes what has arrived.</summary>
    /// <returns>How much; 0 at the end; -1 when there is an error, <see cref="SocketError.WouldBlock"/> when nothing has arrived.</returns>
    public abstract int Receive(SocketWatch watch, Span<byte> buffer, out SocketError error);

    /// <summary>Hands over what the system takes.</summary>
    /// <returns>How much; -1 when there is an error, <see cref="SocketError.WouldBlock"/> when it takes nothing now.</returns>
    public abstract int Send(SocketWatch watch, ReadOnlySpan<byte> bytes, out SocketError error);

    public abstract void Dispose();
}
