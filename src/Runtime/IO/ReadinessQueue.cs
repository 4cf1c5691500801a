using System.Net.Sockets;

namespace CoroGen;

/// <summary>
/// Those who wait until a socket can be read, or written: first come, first served. When it is ready one of them goes on; the next one only if it still is, at
/// the next look.
/// </summary>
/// <param name="watch">The socket.</param>
/// <param name="mode">What is waited for.</param>
internal sealed class ReadinessQueue(SocketWatch watch, SelectMode mode) : WaitQueue("a socket")
{
    /// <summary>Whether trying is worth while: until a try has failed, and again from the next signal on. For those who try before they wait.</summary>
    public bool MayBeReady { get; set; } = true;

    public override string Description => $"{watch} to be {(mode == SelectMode.SelectRead ? "readable" : "writable")}";

    private long _servedIn;

    /// <summary>Whether somebody has been served in this pass: until he has taken his step, nobody is to overtake him.</summary>
    public bool HasServed => _servedIn == watch.Sockets.Loop.Passes;

    /// <summary>Asks the system whether it is ready now.</summary>
    public bool IsReady => !watch.IsClosed && watch.Sockets.Poller.IsReady(watch, mode);

    /// <summary>To be called before each wait.</summary>
    public WaitQueue Begin()
    {
        watch.Begin();
        return this;
    }

    /// <summary>Lets the loop ask once more in the next pass, for those who wait although it may be ready.</summary>
    public void LookAgain() => watch.Sockets.LookAgain(this);

    /// <summary>The socket is ready.</summary>
    public void Signal()
    {
        MayBeReady = true;
        if (IsEmpty)
            return;
        _servedIn = watch.Sockets.Loop.Passes;
        if (Count > 1)
            LookAgain();
        watch.End();
        WakeFirst();
    }

    /// <summary>The socket is closed: nobody will ever be served.</summary>
    public void Close()
    {
        while (!IsEmpty)
        {
            watch.End();
            WakeFirst(SocketWatch.ClosedError());
        }
    }

    public override bool Abandon(Coroutine task)
    {
        watch.End();
        return base.Abandon(task);
    }
}
