using System.Net;
using System.Net.Sockets;

namespace CoroGen.Runtime.Tests.IO.Scale;

/// <summary>A server on bare sockets, on a loop with a thread of its own.</summary>
internal sealed partial class EchoServer : IDisposable
{
    private readonly EventLoop _loop;
    private readonly Coroutine _serving;
    private readonly Running _run;
    private volatile int _open;
    private volatile int _resets;

    public EchoServer(PollerKind poller)
    {
        _loop = new EventLoop(new EventLoopOptions { Poller = poller });
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(4096);
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        _serving = _loop.Schedule(Serves(listener));
        _run = new Running(_loop);
    }

    public int Port { get; }

    /// <summary>How many have ended by a reset.</summary>
    public int Resets => _resets;

    public void WaitUntilOpen(int connections) => WaitUntil(() => _open == connections);

    /// <summary>Asks the loop something, on its thread.</summary>
    public T Ask<T>(Func<EventLoop, T> question)
    {
        T? answer = default;
        using var done = new ManualResetEventSlim();
        _loop.Post(() =>
        {
            answer = question(_loop);
            done.Set();
        });
        Assert.True(done.Wait(TimeSpan.FromSeconds(60)));
        return answer!;
    }

    public void WaitUntilAsleep() => _run.WaitUntilAsleep();

    public void Dispose()
    {
        _loop.Post(() => _serving.Cancel());
        _run.Join();
        _loop.Dispose();
    }

    private static void WaitUntil(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromMinutes(1)));

    [Coroutine]
    private void Serves(Co co, Socket listener)
    {
        using (listener)
        {
            while (true)
            {
                co.WaitReadable(listener);
                while (listener.Poll(0, SelectMode.SelectRead))
                    co.Launch(Echoes(listener.Accept()));
            }
        }
    }

    [Coroutine]
    private void Echoes(Co co, Socket socket)
    {
        using (socket)
        {
            socket.Blocking = false;
            socket.NoDelay = true;
            _open++;
            var buffer = new byte[1000];
            while (Receives(co, socket, buffer) is > 0 and var count)
                Sends(co, socket, buffer.AsMemory(0, count));
            _open--;
        }
    }

    /// <summary>A call, so that each connection that waits has a frame of the loop's pool.</summary>
    [Coroutine]
    private int Receives(Co co, Socket socket, byte[] buffer)
    {
        co.WaitReadable(socket);
        var count = socket.Receive(buffer, SocketFlags.None, out var error);
        if (error == SocketError.ConnectionReset)
            _resets++;
        return count;
    }

    [Coroutine]
    private static void Sends(Co co, Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            co.WaitWritable(socket);
            bytes = bytes[socket.Send(bytes.Span)..];
        }
    }
}
