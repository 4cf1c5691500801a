using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CoroGen.Runtime.Tests.IO;

public abstract partial class Closing
{
    [Coroutine]
    private static void Reads(Co co, Socket socket) => co.WaitReadable(socket);

    [Coroutine]
    private static void Writes(Co co, Socket socket) => co.WaitWritable(socket);

    [Coroutine]
    private static void Sleeps(Co co, int milliseconds) => co.Sleep(milliseconds);

    [Coroutine]
    private static void ClosesLater(Co co, Socket socket)
    {
        co.Sleep(5);
        socket.Dispose();
    }

    [Coroutine]
    private static void StopsLater(Co co)
    {
        co.Sleep(5);
        co.Loop.Stop();
    }

    /// <summary>In the pass after the sleep the data is found before anybody takes a step.</summary>
    [Coroutine]
    private static void CancelsInThePassOf(Co co, Coroutine reads, Socket peer)
    {
        co.Sleep(5);
        peer.Send([1]);
        co.Yield();
        reads.Cancel();
    }

    [Coroutine]
    private void Scopes(Co co, Socket here, Socket there)
    {
        try
        {
            co.Timeout(TimeSpan.FromMilliseconds(5), Reads(here));
        }
        catch (TimeoutException)
        {
            Say("timeout");
        }
        try
        {
            co.Group(FailsBeside(here));
        }
        catch (InvalidTimeZoneException)
        {
            Say("group");
        }
        var shielded = co.Launch(WaitsInShield(here));
        co.Yield();
        shielded.Cancel();
        co.Yield();
        there.Send([1]);
        co.Wait(shielded);
    }

    [Coroutine]
    private static void FailsBeside(Co co, Socket socket)
    {
        co.Launch(Reads(socket));
        co.Sleep(5);
        throw new InvalidTimeZoneException();
    }

    [Coroutine]
    private void WaitsInShield(Co co, Socket socket)
    {
        co.Shield(Reads(socket));
        Say("shield");
    }

    /// <summary>A connection with an end that has a number far from those that other tests are given, or the one that is asked for.</summary>
    private (Socket Here, Socket There) PairWith(int? number)
    {
        var (here, there) = Pair();
        const int DuplicateFrom = 0;
        var copy = number is { } wanted ? dup2((int)here.Handle, wanted) : fcntl((int)here.Handle, DuplicateFrom, 900 + 50 * (int)Poller);
        here.Dispose();
        return (Open(new Socket(new SafeSocketHandle(copy, ownsHandle: true))), there);
    }

    [LibraryImport("libc")]
    private static partial int dup2(int from, int to);

    [LibraryImport("libc")]
    private static partial int fcntl(int descriptor, int command, int argument);
}
