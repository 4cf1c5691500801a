using System.Net.Sockets;

namespace CoroGen.Runtime.Tests.Streams;

/// <summary><see cref="CoReader"/>: what is read, what is kept, and what goes wrong.</summary>
public abstract partial class Reading(PollerKind poller) : StreamTest(poller)
{
    [Fact]
    public void Lines_end_with_a_newline_or_with_the_input() => Run((reader, writer, peer) => ReadsLines(reader, peer));

    [Coroutine]
    private static void ReadsLines(Co co, CoReader reader, Socket peer)
    {
        peer.Send(Bytes("one\ntwo\r\n\n\rfour\r"));
        Assert.Equal("one", reader.ReadLine(co));
        Assert.Equal("two", reader.ReadLine(co));
        Assert.Equal("", reader.ReadLine(co));
        var last = co.Launch(reader.ReadLine());
        co.Yield();
        co.Yield();
        Assert.False(last.IsDone);
        peer.Send(Bytes("ä"));
        peer.Shutdown(SocketShutdown.Send);
        Assert.Equal("\rfour\rä", co.Await(last));
        Assert.True(reader.IsAtEnd);
        Assert.Null(reader.ReadLine(co));
        Assert.Null(reader.ReadLine(co));
    }

    [Fact]
    public void A_loop_that_reads_what_has_arrived_does_not_starve_others() => Run((reader, writer, peer) => ReadsOn(reader, peer));

    [Coroutine]
    private static void ReadsOn(Co co, CoReader reader, Socket peer)
    {
        peer.Send(new byte[60_000]);
        var other = co.Launch(Ends());
        var memory = new byte[1];
        for (var i = 0; i < 50_000 && !other.IsDone; i++)
            Assert.Equal(1, reader.Read(co, memory));
        Assert.True(other.IsDone);
        co.Wait(other);
    }

    [Coroutine]
    private static void Ends(Co co) => co.Yield();

    [Fact]
    public void Bytes_are_read_as_asked_for() => Run((reader, writer, peer) => ReadsBytes(reader, peer));

    [Coroutine]
    private static void ReadsBytes(Co co, CoReader reader, Socket peer)
    {
        peer.Send(Bytes("abcdefgh--ij-kl--mn"));
        Assert.Equal("ab", Text(reader.Read(co, 2)));
        Assert.Equal("cde", Text(reader.ReadExactly(co, 3)));
        Assert.Empty(reader.ReadExactly(co, 0));
        Assert.Equal("fgh--", Text(reader.ReadUntil(co, Bytes("--"))));
        Assert.Equal("ij-", Text(reader.ReadUntil(co, (byte)'-')));
        var memory = new byte[3];
        reader.ReadExactly(co, memory);
        Assert.Equal("kl-", Text(memory));
        Assert.Equal("-mn", Text(reader.Read(co, 100)));
        peer.Send(Bytes("rest"));
        peer.Shutdown(SocketShutdown.Send);
        Assert.Equal(1, reader.Read(co, memory.AsMemory(0, 1)));
        Assert.Equal("est", Text(reader.ReadToEnd(co)));
        Assert.Empty(reader.ReadToEnd(co));
        Assert.Empty(reader.Read(co, 1));
        Assert.Equal(0, reader.Read(co, memory));
        Assert.False(reader.Fill(co));
    }

    [Fact]
    public void A_delimiter_is_found_wherever_it_is_cut() => Run((reader, writer, peer) => ReadsCut(reader, peer));

    [Coroutine]
    private static void ReadsCut(Co co, CoReader reader, Socket peer)
    {
        var text = Bytes("a\r\r\n\rb\r\n\r\nc");
        for (var cut = 1; cut < text.Length; cut++)
        {
            peer.Send(text.AsSpan(0, cut));
            var read = co.Launch(reader.ReadUntil(Bytes("\r\n\r\n")));
            co.Yield();
            co.Yield();
            co.Yield();
            peer.Send(text.AsSpan(cut));
            Assert.Equal("a\r\r\n\rb\r\n\r\n", Text(co.Await(read)));
            Assert.Equal("c", Text(reader.ReadExactly(co, 1)));
        }
    }

    [Fact]
    public void A_line_over_the_limit_throws_and_what_there_is_can_be_read() => Run((reader, writer, peer) => ReadsOverLimit(reader, peer));

    [Coroutine]
    private static void ReadsOverLimit(Co co, CoReader reader, Socket peer)
    {
        reader.Limit = 10;
        peer.Send(Bytes("123456789\n"));
        Assert.Equal("123456789", reader.ReadLine(co));
        peer.Send(Bytes("1234567890\n2\n"));
        for (var i = 0; i < 2; i++)
        {
            try
            {
                reader.ReadLine(co);
                Assert.Fail("There is no line within the limit.");
            }
            catch (ReadLimitException e)
            {
                Assert.Equal(10, e.Limit);
            }
        }
        Assert.Equal("1234567890\n", Text(reader.ReadExactly(co, 11)));
        Assert.Equal("2", reader.ReadLine(co));
        peer.Send(Bytes("12345678901"));
        Assert.True(reader.Fill(co));
        try
        {
            reader.Fill(co);
            Assert.Fail("There is as much as may be kept.");
        }
        catch (ReadLimitException)
        {
        }
        peer.Shutdown(SocketShutdown.Send);
        try
        {
            reader.ReadToEnd(co, 10);
            Assert.Fail("There is more than is allowed.");
        }
        catch (ReadLimitException)
        {
        }
        Assert.Equal(11, reader.ReadToEnd(co).Length);
    }

    [Fact]
    public void An_end_that_comes_too_early_throws_and_what_there_is_can_be_read() => Run((reader, writer, peer) => ReadsTooFew(reader, peer));

    [Coroutine]
    private static void ReadsTooFew(Co co, CoReader reader, Socket peer)
    {
        peer.Send(Bytes("abc"));
        peer.Shutdown(SocketShutdown.Send);
        try
        {
            reader.ReadExactly(co, 5);
            Assert.Fail("There are not five.");
        }
        catch (IncompleteReadException e)
        {
            Assert.Equal((3, 5), (e.Available, e.Expected));
        }
        try
        {
            reader.ReadUntil(co, (byte)'\n');
            Assert.Fail("There is no newline.");
        }
        catch (IncompleteReadException e)
        {
            Assert.Equal((3, null), (e.Available, e.Expected));
        }
        Assert.Equal("abc", Text(reader.Read(co, 10)));
    }

    [Fact]
    public void A_reset_is_thrown_after_what_arrived_before() => Run((reader, writer, peer) => ReadsReset(reader, peer));

    [Coroutine]
    private static void ReadsReset(Co co, CoReader reader, Socket peer)
    {
        peer.Send(Bytes("abc"));
        Assert.True(reader.Fill(co));
        Reset(peer);
        for (var i = 0; i < 2; i++)
        {
            try
            {
                reader.ReadLine(co);
                Assert.Fail("The connection is reset.");
            }
            catch (ConnectionLostException e)
            {
                Assert.Equal(SocketError.ConnectionReset, e.SocketError);
            }
        }
        Assert.Equal("abc", Text(reader.Read(co, 10)));
        Assert.False(reader.IsAtEnd);
    }

    [Fact]
    public void A_cancelled_read_loses_nothing() => Run((reader, writer, peer) => ReadsCancelled(reader, peer));

    [Coroutine]
    private static void ReadsCancelled(Co co, CoReader reader, Socket peer)
    {
        Coroutine[] reads = [reader.ReadExactly(6), reader.ReadLine(), reader.ReadUntil((byte)'x'), reader.ReadToEnd(), reader.Read(new byte[1]), reader.ReadExactly(new byte[9]), reader.Read(1), reader.Fill()];
        foreach (var read in reads)
        {
            co.Launch(read);
            co.Yield();
            co.Yield();
            if (read == reads[1])
                peer.Send(Bytes("abc"));
            co.Yield();
            co.Yield();
            read.Cancel();
            co.Wait(read);
            if (read == reads[3])
                Assert.Equal("abc", Text(reader.ReadExactly(co, 3)));
            Assert.Equal(CoroutineStatus.Canceled, read.Status);
        }
        peer.Send(Bytes("d"));
        Assert.Equal("d", Text(reader.Read(co, 10)));
    }

    [Fact]
    public void Two_coroutines_cannot_wait_at_the_same_time() => Run((reader, writer, peer) => ReadsTwice(reader, peer));

    [Coroutine]
    private static void ReadsTwice(Co co, CoReader reader, Socket peer)
    {
        var first = co.Launch(reader.ReadLine());
        co.Yield();
        try
        {
            reader.ReadLine(co);
            Assert.Fail("Somebody is reading.");
        }
        catch (InvalidOperationException)
        {
        }
        peer.Send(Bytes("a\n"));
        Assert.Equal("a", co.Await(first));
    }

    [Fact]
    public void A_parser_looks_at_what_is_buffered() => Run((reader, writer, peer) => Parses(reader, peer));

    [Coroutine]
    private static void Parses(Co co, CoReader reader, Socket peer)
    {
        peer.Send(Bytes("abc"));
        Assert.True(reader.Fill(co));
        reader.Advance(1);
        Assert.Equal("bc", Text(reader.Buffered.ToArray()));
        peer.Send(Bytes("d"));
        Assert.True(reader.Fill(co));
        Assert.Equal("bcd", Text(reader.Buffered.ToArray()));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Advance(4));
        reader.Advance(3);
        Assert.True(reader.Buffered.IsEmpty);
    }

    [Fact]
    public void Whoever_reads_from_a_connection_that_is_closed_here_gets_an_exception() => Run(ReadsClosed);

    [Coroutine]
    private static void ReadsClosed(Co co, CoReader reader, CoWriter writer, Socket peer)
    {
        var read = co.Launch(reader.ReadLine());
        co.Yield();
        writer.Close();
        Assert.True(writer.IsClosed);
        co.Wait(read);
        Assert.IsType<ObjectDisposedException>(read.Error);
        var again = co.Launch(reader.Read(1));
        co.Wait(again);
        Assert.IsType<ObjectDisposedException>(again.Error);
        Assert.Equal(0, peer.Receive(new byte[1], SocketFlags.None, out _));
    }

    [Fact]
    public void A_reader_that_does_not_want_more_closes_the_connection_with_the_writer() => Run(ClosesReader);

    [Coroutine]
    private static void ClosesReader(Co co, CoReader reader, CoWriter writer, Socket peer)
    {
        writer.Write("bye");
        reader.Close();
        Assert.False(writer.IsClosed);
        writer.CloseWrite();
        writer.WaitClosed(co);
        Assert.Equal(3, peer.Receive(new byte[10]));
    }

    [Fact]
    public void Whoever_reads_from_a_reader_that_is_closed_gets_an_exception()
    {
        Run(ClosesReaderInUse);
        var pipe = new System.IO.Pipelines.Pipe();
        var (reader, writer) = CoNet.FromStream(Loop, pipe.Reader.AsStream());
        Loop.Run(ClosesReaderInUse(reader, writer, null));
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Coroutine]
    private static void ClosesReaderInUse(Co co, CoReader reader, CoWriter writer, Socket? peer)
    {
        var read = co.Launch(reader.ReadLine());
        co.Yield();
        reader.Close();
        reader.Close();
        co.Wait(read);
        Assert.IsType<ObjectDisposedException>(read.Error);
        var again = co.Launch(reader.Read(1));
        co.Wait(again);
        Assert.IsType<ObjectDisposedException>(again.Error);
        Assert.False(writer.IsClosed);
    }

    [Fact]
    public void Wrong_arguments_are_refused() => Run((reader, writer, peer) => ReadsWrongly(reader));

    [Coroutine]
    private static void ReadsWrongly(Co co, CoReader reader)
    {
        Coroutine[] reads = [reader.Read(0), reader.ReadExactly(-1), reader.ReadUntil([])];
        co.Wait(reads);
        Assert.All(reads, static read => Assert.IsAssignableFrom<ArgumentException>(read.Error));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Limit = 0);
    }
}

public sealed class ReadingWithEpoll() : Reading(PollerKind.Epoll);

public sealed class ReadingWithSelect() : Reading(PollerKind.Select);
