using System.Net;
using System.Net.Sockets;

namespace CoroGen.Runtime.Tests.IO;

/// <summary>A loop with one of the pollers, on the system's clock, and sockets that are closed at the end of the test.</summary>
public abstract class SocketTest : IDisposable
{
    private readonly List<IDisposable> _opened = [];
    private readonly List<string> _log = [];

    protected SocketTest(PollerKind poller)
    {
        Poller = poller;
        Loop = new EventLoop(new EventLoopOptions { Poller = poller });
    }

    /// <summary>Both pollers, as test cases.</summary>
    public static TheoryData<PollerKind> Pollers => [PollerKind.Epoll, PollerKind.Select];

    protected PollerKind Poller { get; }

    protected EventLoop Loop { get; }

    protected string Log => string.Join(' ', _log);

    public void Dispose()
    {
        Loop.Dispose();
        _opened.ForEach(static opened => opened.Dispose());
        GC.SuppressFinalize(this);
    }

    protected void Say(object what) => _log.Add($"{what}");

    protected T Open<T>(T opened)
        where T : IDisposable
    {
        _opened.Add(opened);
        return opened;
    }

    /// <summary>A socket that listens on a free port.</summary>
    protected Socket Listener()
    {
        var listener = Open(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false });
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(100);
        return listener;
    }

    /// <summary>The two ends of a connection. They do not block.</summary>
    protected (Socket Here, Socket There) Pair()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        var here = Open(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp));
        here.Connect(listener.LocalEndPoint!);
        var there = Open(listener.Accept());
        here.NoDelay = there.NoDelay = true;
        here.Blocking = there.Blocking = false;
        return (here, there);
    }

    /// <summary>Writes until the system takes no more.</summary>
    protected static int Fill(Socket socket)
    {
        var block = new byte[64 * 1024];
        var written = 0;
        SocketError error;
        do
            written += socket.Send(block, SocketFlags.None, out error);
        while (error == SocketError.Success);
        return written;
    }

    /// <summary>Lets the loop make passes until something holds; fails when that takes so long that it never will.</summary>
    protected void TickUntil(Func<bool> condition)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Loop.Tick();
            Assert.True(TimeProvider.System.GetElapsedTime(begin) < TimeSpan.FromSeconds(30), $"It has not come about; log: {Log}");
        }
    }
}
