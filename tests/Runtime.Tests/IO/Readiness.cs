using System.Net.Sockets;

namespace CoroGen.Runtime.Tests.IO;

/// <summary><c>co.WaitReadable</c> and <c>co.WaitWritable</c>.</summary>
public abstract partial class Readiness(PollerKind poller) : SocketTest(poller)
{
    [Fact]
    public void What_is_ready_is_not_waited_for()
    {
        var (here, there) = Pair();
        there.Send([1]);
        Loop.Run(Both(here));
        Assert.Equal(1, Loop.Passes);
    }

    [Fact]
    public void A_wait_ends_when_data_arrives()
    {
        var (here, there) = Pair();
        Loop.Schedule(Reads(here, "a"));
        Loop.Tick();
        Loop.Tick();
        Assert.Equal("", Log);
        there.Send([7]);
        TickUntil(() => Log == "a7");
        Assert.False(Loop.Tick());
    }

    [Fact]
    public void The_loop_sleeps_until_data_arrives()
    {
        var (here, there) = Pair();
        var reads = Loop.Schedule(Reads(here, "a"));
        using var run = new Running(Loop);
        run.WaitUntilAsleep();
        there.Send([7]);
        run.Join();
        Assert.True(reads.IsDone);
        // It has looked a few times; a loop that spins looks without end.
        Assert.InRange(Loop.Passes, 1, 10);
    }

    [Fact]
    public void The_end_of_the_peer_can_be_read()
    {
        var (here, there) = Pair();
        Loop.Schedule(Reads(here, "end"));
        Loop.Tick();
        there.Shutdown(SocketShutdown.Send);
        TickUntil(() => Log == "end");
    }

    [Fact]
    public void A_reset_wakes_reader_and_writer()
    {
        var (here, there) = Pair();
        Fill(here);
        Loop.Schedule(Reads(here, "r"));
        Loop.Schedule(Writes(here));
        Loop.Tick();
        there.LingerState = new LingerOption(true, 0);
        there.Close();
        TickUntil(() => Log.Split(' ').Length == 2);
        Assert.Equal(["ConnectionReset", "Shutdown"], Log.Split(' ').Order());
    }

    [Fact]
    public void A_full_socket_can_be_written_when_the_peer_has_read()
    {
        var (here, there) = Pair();
        var written = Fill(here);
        Loop.Schedule(Writes(here));
        Loop.Tick();
        Loop.Tick();
        Assert.Equal("", Log);
        Loop.Schedule(Takes(there, written));
        Loop.RunUntilEmpty();
        Assert.Equal("Success", Log);
    }

    [Fact]
    public void Reader_and_writer_of_a_socket_wait_independently()
    {
        var (here, there) = Pair();
        Fill(here);
        Loop.Schedule(Reads(here, "a"));
        Loop.Schedule(Writes(here));
        Loop.Tick();
        there.Send([1]);
        TickUntil(() => Log == "a1");
        Loop.Schedule(Drains(there));
        TickUntil(() => Log == "a1 Success");
        here.Shutdown(SocketShutdown.Send);
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void Invariant_01_of_two_readers_the_first_goes_on_and_the_second_with_what_comes_next()
    {
        var (here, there) = Pair();
        Loop.Schedule(Reads(here, "a"));
        Loop.Schedule(Reads(here, "b"));
        Loop.Schedule(Reads(here, "c"));
        Loop.Tick();
        there.Send([1]);
        TickUntil(() => Log == "a1");
        Loop.Tick();
        Loop.Tick();
        Assert.Equal("a1", Log);
        there.Send([2, 3]);
        Loop.RunUntilEmpty();
        Assert.Equal("a1 b2 c3", Log);
    }

    [Fact]
    public void A_newcomer_does_not_overtake_those_who_wait()
    {
        var (here, there) = Pair();
        Loop.Schedule(Reads(here, "a"));
        Loop.Tick();
        there.Send([1, 2]);
        Loop.Schedule(Reads(here, "b"));
        Loop.RunUntilEmpty();
        Assert.Equal("a1 b2", Log);
    }

    [Fact]
    public void A_connection_is_made_and_accepted()
    {
        var listener = Listener();
        Loop.Schedule(Accepts(listener));
        Loop.Schedule(Connects(listener.LocalEndPoint!));
        Loop.RunUntilEmpty();
        Assert.Equal(["accepted", "connected"], Log.Split(' ').Order());
    }

    [Fact]
    public void A_connection_that_is_refused_is_writable_and_has_an_error()
    {
        var listener = Listener();
        var endPoint = listener.LocalEndPoint!;
        listener.Dispose();
        Loop.Run(Connects(endPoint));
        Assert.Equal("ConnectionRefused", Log);
    }

    [Fact]
    public void Invariant_08_sockets_are_served_while_others_are_ready_all_the_time()
    {
        var (here, there) = Pair();
        var reads = Loop.Schedule(Reads(here, "a"));
        Loop.Schedule(YieldsUntil(() => reads.IsDone));
        Loop.Tick();
        there.Send([1]);
        Loop.RunUntilEmpty();
        Assert.Equal("a1", Log);
    }

    [Fact]
    public void Sockets_are_served_while_posts_come_all_the_time()
    {
        var (here, there) = Pair();
        var reads = Loop.Schedule(Reads(here, "a"));
        void PostAgain()
        {
            if (!reads.IsDone)
                Loop.Post(PostAgain);
        }
        there.Send([1]);
        PostAgain();
        Loop.RunUntilEmpty();
        Assert.Equal("a1", Log);
    }

    [Fact]
    public void A_socket_that_is_always_ready_does_not_starve_others()
    {
        var (here, there) = Pair();
        there.Send([1]);
        var done = false;
        Loop.Schedule(LooksUntil(here, () => done));
        Loop.Schedule(Sets(() => done = true));
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void Plain_code_waits_for_sockets()
    {
        var (here, there) = Pair();
        Loop.Schedule(SendsLater(there));
        Loop.Blocking.WaitReadable(here);
        Assert.Equal(1, here.Receive(new byte[10]));
        Loop.Blocking.WaitWritable(here);
    }

    [Fact]
    public void A_dump_says_which_socket_is_waited_for()
    {
        var (here, there) = Pair();
        var listener = Listener();
        var reads = Loop.Schedule(Reads(here, "a"));
        var accepts = Loop.Schedule(Accepts(listener));
        Loop.Tick();
        var writer = new StringWriter();
        Loop.Dump(writer);
        Assert.Contains($"'Reads' waits for the socket {here.LocalEndPoint} (peer {there.LocalEndPoint}) to be readable", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains($"'Accepts' waits for the socket {listener.LocalEndPoint} to be readable", writer.ToString(), StringComparison.Ordinal);
        reads.Cancel();
        accepts.Cancel();
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void A_wait_is_no_deadlock()
    {
        var (here, there) = Pair();
        var reads = Loop.Schedule(Reads(here, "a"));
        using var run = new Running(Loop, Awaits(reads));
        run.WaitUntilAsleep();
        Assert.Equal(1, Loop.ExternalWaits);
        there.Send([1]);
        run.Join();
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void Waiting_again_and_again_allocates_nothing()
    {
        var (here, there) = Pair();
        Loop.Schedule(Echoes(there));
        Assert.InRange(Loop.Run(MeasuresPings(here)), 0, 200);
        here.Shutdown(SocketShutdown.Both);
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void No_socket_is_an_argument_error() =>
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.WaitReadable(null!));
}

public sealed class ReadinessWithEpoll() : Readiness(PollerKind.Epoll);

public sealed class ReadinessWithSelect() : Readiness(PollerKind.Select);
