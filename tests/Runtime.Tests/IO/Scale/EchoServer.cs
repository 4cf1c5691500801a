namespace CoroGen.Runtime.Tests.IO.Scale;

/// <summary>A server on a loop with a thread of its own.</summary>
internal abstract class EchoServer : IDisposable
{
    private Running? _run;
    private volatile int _open;
    private volatile int _resets;

    protected EchoServer(PollerKind poller) => Loop = new EventLoop(new EventLoopOptions { Poller = poller });

    public abstract int Port { get; }

    /// <summary>How many connections have ended by a reset.</summary>
    public int Resets => _resets;

    protected EventLoop Loop { get; }

    public static EchoServer Start(PollerKind poller, bool hasStreams)
    {
        EchoServer server = hasStreams ? new StreamEchoServer(poller) : new SocketEchoServer(poller);
        server._run = new Running(server.Loop);
        return server;
    }

    public void WaitUntilOpen(int connections) => Assert.True(SpinWait.SpinUntil(() => _open == connections, TimeSpan.FromMinutes(1)), $"{_open} are open.");

    /// <summary>Asks the loop something, on its thread.</summary>
    public T Ask<T>(Func<EventLoop, T> question)
    {
        T? answer = default;
        using var done = new ManualResetEventSlim();
        Loop.Post(() =>
        {
            answer = question(Loop);
            done.Set();
        });
        Assert.True(done.Wait(TimeSpan.FromMinutes(1)));
        return answer!;
    }

    public void WaitUntilAsleep() => _run!.WaitUntilAsleep();

    public void Dispose()
    {
        Loop.Post(Close);
        _run!.Join();
        Loop.Dispose();
    }

    /// <summary>Lets nobody in any more. On the loop's thread.</summary>
    protected abstract void Close();

    protected void NoteOpen() => _open++;

    protected void NoteEnd(bool isReset)
    {
        if (isReset)
            _resets++;
        _open--;
    }
}
