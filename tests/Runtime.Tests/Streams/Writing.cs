using System.Net.Sockets;
using CoroGen.Runtime.Tests.IO;

namespace CoroGen.Runtime.Tests.Streams;

/// <summary><see cref="CoWriter"/>: buffers, back-pressure, and the ways to end.</summary>
public abstract partial class Writing(PollerKind poller) : StreamTest(poller)
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void What_is_written_goes_out_in_the_same_pass_without_a_drain() => Run(WritesOnly);

    [Coroutine]
    private static void WritesOnly(Co co, CoReader reader, CoWriter writer, Socket peer)
    {
        writer.Write("ab");
        writer.Write(Bytes("cd"));
        var memory = writer.GetMemory(2);
        Bytes("ef").CopyTo(memory);
        writer.Advance(2);
        Assert.Equal(6, writer.Buffered);
        Assert.Equal(0, peer.Available);
        co.Yield();
        Assert.Equal(0, writer.Buffered);
        var buffer = new byte[10];
        Assert.Equal("abcdef", Text(buffer[..peer.Receive(buffer)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Advance(int.MaxValue));
    }

    [Fact]
    public void A_drain_sends_at_once() => Run(Drains);

    [Coroutine]
    private static void Drains(Co co, CoReader reader, CoWriter writer, Socket peer)
    {
        writer.Write("ab");
        var passes = co.Loop.Passes;
        writer.Drain(co);
        Assert.Equal(passes, co.Loop.Passes);
        Assert.Equal(2, peer.Available);
    }

    [Fact]
    public void What_is_written_and_not_drained_is_sent_though_the_run_ends()
    {
        var (here, there) = Pair();
        var (_, writer) = CoNet.Over(new SocketTransport(Loop.Sockets, here), Loop, new CoConnectionOptions());
        Loop.Run(JustWrites(writer));
        Assert.Equal(5, there.Receive(new byte[10]));
    }

    [Coroutine]
    private static void JustWrites(Co co, CoWriter writer) => writer.Write("hello");

    [Fact]
    public void A_drain_waits_for_a_peer_that_does_not_read() => Run(WaitsForPeer);

    [Coroutine]
    private static void WaitsForPeer(Co co, CoReader reader, CoWriter writer, Socket peer)
    {
        var block = new byte[Megabyte];
        Coroutine drain;
        var written = 0;
        do
        {
            writer.Write(block);
            written += block.Length;
            drain = co.Launch(writer.Drain());
            co.Yield();
            co.Yield();
        }
        while (drain.IsDone);
        Assert.True(writer.Buffered > 64 * 1024);
        // The peer reads: the drain ends before all is sent, and the rest follows.
        var left = written - co.Await(Takes(peer, () => drain.IsDone));
        Assert.InRange(writer.Buffered, 0, 16 * 1024);
        left -= co.Await(Takes(peer, () => left <= 0 || peer.Available == 0 && writer.Buffered == 0));
        Assert.Equal(0, left);
    }

    /// <summary>Reads as long as a condition does not hold, in small pieces, and lets others run in between.</summary>
    [Coroutine]
    private static int Takes(Co co, Socket peer, Func<bool> isEnough)
    {
        var buffer = new byte[10_000];
        var taken = 0;
        while (!isEnough())
        {
            var count = peer.Receive(buffer, SocketFlags.None, out var error);
            taken += error == SocketError.Success ? count : 0;
            co.Yield();
        }
        return taken;
    }

    [Fact]
    public void A_slow_reader_holds_back_only_its_own_writer()
    {
        var server = Serve(Pours);
        var slow = ConnectTo(server);
        Run(server, ReadsBeside(server, slow));
    }

    /// <summary>Writes four megabytes.</summary>
    [Coroutine]
    private static void Pours(Co co, CoReader reader, CoWriter writer)
    {
        var block = new byte[64 * 1024];
        for (var i = 0; i < 64; i++)
        {
            writer.Write(block);
            writer.Drain(co);
        }
    }

    [Coroutine]
    private static void ReadsBeside(Co co, CoServer server, Socket slow)
    {
        for (var i = 0; i < 3; i++)
        {
            var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", PortOf(server));
            Assert.Equal(4 * Megabyte, reader.ReadToEnd(co).Length);
            writer.Close();
        }
        Assert.Equal(1, server.Connections);
        Reset(slow);
    }

    [Fact]
    public void A_half_close_lets_the_peer_answer()
    {
        var server = Serve(Sums);
        Run(server, AsksForSum(server));
    }

    /// <summary>Answers with the number of bytes, when all have come.</summary>
    [Coroutine]
    private static void Sums(Co co, CoReader reader, CoWriter writer) => writer.Write($"{reader.ReadToEnd(co).Length}");

    [Coroutine]
    private static void AsksForSum(Co co, CoServer server)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "localhost", PortOf(server));
        writer.Write(new byte[3 * Megabyte]);
        writer.CloseWrite();
        writer.CloseWrite();
        Assert.Throws<InvalidOperationException>(() => writer.Write("x"));
        Assert.Equal($"{3 * Megabyte}", Text(reader.ReadToEnd(co)));
        // Both sides are done.
        writer.WaitClosed(co);
        Assert.True(writer.IsClosed);
        writer.Close();
        Assert.True(reader.IsAtEnd);
    }

    [Fact]
    public void A_close_sends_what_is_buffered_first() => Run(WritesMuchAndCloses);

    [Coroutine]
    private static void WritesMuchAndCloses(Co co, CoReader reader, CoWriter writer, Socket peer)
    {
        writer.Write(new byte[8 * Megabyte]);
        writer.Close();
        Assert.Throws<ObjectDisposedException>(() => writer.Write("x"));
        Assert.False(writer.IsClosed);
        var closed = co.Launch(writer.WaitClosed());
        var taken = 0;
        taken += co.Await(Takes(peer, () => closed.IsDone));
        var rest = co.Launch(Takes(peer, () => taken >= 0 && peer.Available == 0));
        Assert.Equal(8 * Megabyte, taken + co.Await(rest));
        Assert.Equal(0, peer.Receive(new byte[1]));
    }

    [Fact]
    public void A_run_until_empty_waits_until_all_is_sent()
    {
        var (here, there) = Pair();
        there.Blocking = true;
        var (_, writer) = CoNet.Over(new SocketTransport(Loop.Sockets, here), Loop, new CoConnectionOptions());
        writer.Write(new byte[8 * Megabyte]);
        writer.Close();
        using var run = new Running(Loop);
        run.WaitUntilAsleep();
        var buffer = new byte[Megabyte];
        var taken = 0;
        for (int count; (count = there.Receive(buffer)) > 0;)
            taken += count;
        run.Join();
        Assert.Equal(8 * Megabyte, taken);
        Assert.Equal(0, Loop.Sockets.Count);
    }

    [Fact]
    public void A_reset_in_the_middle_of_a_write_is_thrown_to_the_writer() => Run(WritesToReset);

    [Coroutine]
    private static void WritesToReset(Co co, CoReader reader, CoWriter writer, Socket peer)
    {
        writer.Write(new byte[8 * Megabyte]);
        var drain = co.Launch(writer.Drain());
        co.Yield();
        Reset(peer);
        co.Wait(drain);
        Assert.IsType<ConnectionLostException>(drain.Error);
        Assert.Equal(0, writer.Buffered);
        Assert.Throws<ConnectionLostException>(() => writer.Write("x"));
        writer.Close();
        var closed = co.Launch(writer.WaitClosed());
        co.Wait(closed);
        Assert.IsType<ConnectionLostException>(closed.Error);
    }

    [Fact]
    public void An_abort_does_not_wait_for_the_peer() => Run(Aborts);

    [Coroutine]
    private static void Aborts(Co co, CoReader reader, CoWriter writer, Socket peer)
    {
        writer.Write(new byte[8 * Megabyte]);
        var drain = co.Launch(writer.Drain());
        co.Yield();
        writer.Close();
        co.Yield();
        Assert.False(writer.IsClosed);
        writer.Abort();
        Assert.True(writer.IsClosed);
        writer.WaitClosed(co);
        co.Await(drain);
    }

    [Fact]
    public void A_cancelled_drain_leaves_what_is_buffered() => Run(CancelsDrain);

    [Coroutine]
    private static void CancelsDrain(Co co, CoReader reader, CoWriter writer, Socket peer)
    {
        writer.Write(new byte[8 * Megabyte]);
        var drain = co.Launch(writer.Drain());
        var closed = co.Launch(writer.WaitClosed());
        co.Yield();
        drain.Cancel();
        closed.Cancel();
        co.Wait(drain, closed);
        Assert.Equal(CoroutineStatus.Canceled, drain.Status);
        Assert.Equal(CoroutineStatus.Canceled, closed.Status);
        writer.Close();
        Assert.Equal(8 * Megabyte, co.Await(Takes(peer, () => writer.IsClosed)) + co.Await(Takes(peer, () => peer.Available == 0)));
    }

    [Fact]
    public void Round_trips_allocate_nothing()
    {
        var server = Serve(Echo);
        Run(server, MeasuresRoundTrips(server));
    }

    [Coroutine]
    private static void MeasuresRoundTrips(Co co, CoServer server)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", PortOf(server));
        var buffer = new byte[100];
        long begin = 0;
        for (var i = 0; i < 1100; i++)
        {
            if (i == 100)
                begin = GC.GetAllocatedBytesForCurrentThread();
            writer.Write(buffer);
            writer.Drain(co);
            reader.ReadExactly(co, buffer);
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - begin, 0, 500);
        writer.Close();
    }

    [Fact]
    public void The_end_of_a_loop_closes_what_is_left_open()
    {
        var (here, there) = Pair();
        var loop = new EventLoop(new EventLoopOptions { Poller = Poller });
        var (reader, _) = CoNet.Over(new SocketTransport(loop.Sockets, here), loop, new CoConnectionOptions());
        loop.Schedule(reader.ReadLine());
        loop.Tick();
        loop.Dispose();
        there.Blocking = true;
        Assert.Equal(0, there.Receive(new byte[1]));
    }
}

public sealed class WritingWithEpoll() : Writing(PollerKind.Epoll);

public sealed class WritingWithSelect() : Writing(PollerKind.Select);
