using System.Net;
using System.Net.Sockets;

namespace CoroGen.Runtime.Tests.Streams;

/// <summary><see cref="CoServer"/> under real conditions: bounds, errors, and the end.</summary>
public abstract partial class Servers(PollerKind poller) : StreamTest(poller)
{
    private int _now;
    private int _most;

    [Fact]
    public void An_address_in_use_has_an_exception_of_its_own()
    {
        var server = Serve(EchoLines);
        var error = Assert.Throws<AddressInUseException>(() => CoNet.StartServer(EchoLines, server.EndPoint, new CoServerOptions { Loop = Loop }));
        Assert.Equal(server.EndPoint, error.EndPoint);
        server.Close();
        Loop.RunUntilEmpty();
        // It is free again, at once, though connections were made.
        var again = CoNet.StartServer(EchoLines, server.EndPoint, new CoServerOptions { Loop = Loop });
        Run(again, Asks(again, "hello"));
        var third = CoNet.StartServer(EchoLines, server.EndPoint, new CoServerOptions { Loop = Loop });
        Run(third, Asks(third, "hello"));
    }

    [Fact]
    public void A_name_is_no_address() =>
        Assert.Throws<ArgumentException>(() => CoNet.StartServer(EchoLines, "example.org", 0, new CoServerOptions { Loop = Loop }));

    [Fact]
    public void No_more_connections_are_served_than_allowed()
    {
        var server = Serve(Counts, new CoServerOptions { Loop = Loop, MaxConnections = 3 });
        Run(server, AsksMany(server, 10));
        Assert.Equal(3, _most);
    }

    [Coroutine]
    private void Counts(Co co, CoReader reader, CoWriter writer)
    {
        _most = Math.Max(_most, ++_now);
        co.Sleep(2);
        writer.Write("done\n");
        _now--;
    }

    [Coroutine]
    private static void AsksMany(Co co, CoServer server, int count) => co.WaitAll(Enumerable.Range(0, count).Select(_ => Asks(server, "q")).ToArray());

    [Fact]
    public void The_error_of_a_connection_reaches_no_other()
    {
        var errors = new List<(Exception Error, EndPoint? Peer)>();
        var server = Serve(FailsOnDemand, new CoServerOptions { Loop = Loop, ConnectionError = (error, peer) => errors.Add((error, peer)) });
        Run(server, AsksWithFailures(server));
        var (error, peer) = Assert.Single(errors);
        Assert.IsType<InvalidTimeZoneException>(error);
        Assert.NotNull(peer);
    }

    [Fact]
    public void Without_somebody_to_be_told_an_error_is_thrown_by_the_run()
    {
        var server = Serve(FailsOnDemand);
        Assert.Throws<InvalidTimeZoneException>(() => Run(server, AsksWithFailures(server)));
    }

    [Coroutine]
    private static void FailsOnDemand(Co co, CoReader reader, CoWriter writer)
    {
        while (reader.ReadLine(co) is { } line)
        {
            if (line == "fail")
                throw new InvalidTimeZoneException();
            writer.Write(line + "\n");
        }
    }

    [Coroutine]
    private static void AsksWithFailures(Co co, CoServer server)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", PortOf(server));
        writer.Write("before\n");
        Assert.Equal("before", reader.ReadLine(co));
        Assert.Equal("no answer", Asks(co, server, "fail"));
        writer.Write("after\n");
        Assert.Equal("after", reader.ReadLine(co));
        writer.Close();
    }

    [Fact]
    public void A_handler_that_makes_no_coroutine_fails_for_its_connection_only()
    {
        var errors = new List<Exception>();
        var server = Serve(static (_, _) => throw new InvalidTimeZoneException(), new CoServerOptions { Loop = Loop, ConnectionError = (error, _) => errors.Add(error) });
        Run(server, AsksInVain(server));
        Assert.Equal(2, errors.Count);
    }

    [Coroutine]
    private static void AsksInVain(Co co, CoServer server) => co.Wait(Asks(server, "q"), Asks(server, "q"));

    [Fact]
    public void A_peer_that_resets_is_no_error()
    {
        var errors = new List<Exception>();
        var server = Serve(EchoLines, new CoServerOptions { Loop = Loop, ConnectionError = (error, _) => errors.Add(error) });
        var peers = Enumerable.Range(0, 5).Select(_ => ConnectTo(server)).ToList();
        TickUntil(() => server.Connections == 5);
        peers.ForEach(Reset);
        TickUntil(() => server.Connections == 0);
        Run(server, Asks(server, "hello"));
        Assert.Empty(errors);
    }

    [Fact]
    public void A_peer_that_is_silent_for_too_long_is_cut_off()
    {
        var errors = new List<Exception>();
        var server = Serve(EchoLines, new CoServerOptions { Loop = Loop, ConnectionTimeout = TimeSpan.FromMilliseconds(20), ConnectionError = (error, _) => errors.Add(error) });
        var silent = ConnectTo(server);
        TickUntil(() => server.Connections == 1);
        TickUntil(() => server.Connections == 0);
        Assert.Equal(0, silent.Receive(new byte[1]));
        Assert.IsType<TimeoutException>(Assert.Single(errors));
        server.Close();
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void A_peer_that_never_reads_is_cut_off_as_well()
    {
        var errors = new List<Exception>();
        var server = Serve(WritesMuch, new CoServerOptions { Loop = Loop, ConnectionTimeout = TimeSpan.FromMilliseconds(50), ConnectionError = (error, _) => errors.Add(error) });
        ConnectTo(server);
        TickUntil(() => server.Connections == 1);
        TickUntil(() => server.Connections == 0);
        Assert.IsType<TimeoutException>(Assert.Single(errors));
        server.Close();
        Loop.RunUntilEmpty();
    }

    /// <summary>Does not drain, so that only the close waits for the peer.</summary>
    [Coroutine]
    private static void WritesMuch(Co co, CoReader reader, CoWriter writer) => writer.Write(new byte[16 * 1024 * 1024]);

    [Fact]
    public void After_a_close_those_under_way_finish_and_nobody_else_comes()
    {
        var server = Serve(EchoLines);
        Run(server, FinishesAfterClose(server));
    }

    [Coroutine]
    private static void FinishesAfterClose(Co co, CoServer server)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", PortOf(server));
        writer.Write("1\n");
        Assert.Equal("1", reader.ReadLine(co));
        server.Close();
        server.Close();
        var refused = co.Launch(CoNet.OpenConnection("127.0.0.1", PortOf(server)));
        co.Wait(refused);
        Assert.IsType<ConnectException>(refused.Error);
        writer.Write("2\n");
        Assert.Equal("2", reader.ReadLine(co));
        var closed = co.Launch(server.WaitClosed());
        co.Sleep(10);
        Assert.False(closed.IsDone);
        writer.Close();
        co.Await(closed);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public void What_outlasts_the_grace_is_cancelled()
    {
        var errors = new List<Exception>();
        var server = Serve(Notes, new CoServerOptions { Loop = Loop, Grace = TimeSpan.FromMilliseconds(20), ConnectionError = (error, _) => errors.Add(error) });
        var silent = ConnectTo(server);
        TickUntil(() => server.Connections == 1);
        server.Close();
        Loop.RunUntilEmpty();
        Assert.Equal("canceled", Log);
        Assert.Empty(errors);
        Assert.Equal(0, silent.Receive(new byte[1]));
    }

    [Coroutine]
    private void Notes(Co co, CoReader reader, CoWriter writer)
    {
        try
        {
            reader.ReadLine(co);
        }
        catch (CoroutineCanceledException)
        {
            Say("canceled");
            throw;
        }
    }

    [Fact]
    public void A_cancel_of_all_that_live_closes_the_server_and_lets_connections_finish()
    {
        var server = Serve(EchoLines);
        var peer = ConnectTo(server);
        TickUntil(() => server.Connections == 1);
        using var end = new CancellationTokenSource();
        Loop.Post(() =>
        {
            end.Cancel();
            Loop.Post(() =>
            {
                peer.Send(Bytes("last\n"));
                peer.Shutdown(SocketShutdown.Send);
            });
        });
        Loop.RunUntilEmpty(end.Token);
        Assert.Equal(5, peer.Receive(new byte[10]));
        Assert.Equal(0, Loop.Sockets.Count);
    }

    [Fact]
    public void The_end_of_a_loop_does_not_wait_for_silent_peers()
    {
        var loop = new EventLoop(new EventLoopOptions { Poller = Poller });
        var server = Serve(Notes, new CoServerOptions { Loop = loop, Grace = TimeSpan.FromHours(1) });
        var silent = ConnectTo(server);
        while (server.Connections == 0)
            loop.Tick();
        loop.Tick();
        loop.Dispose();
        Assert.Equal("canceled", Log);
        Assert.Equal(0, silent.Receive(new byte[1]));
    }

    [Fact]
    public void A_server_that_is_closed_before_it_has_begun_ends()
    {
        var server = Serve(EchoLines);
        server.Close();
        Loop.RunUntilEmpty();
        Assert.Equal(0, Loop.Sockets.Count);
    }

    [Fact]
    public void What_a_handler_launches_ends_with_its_connection()
    {
        var server = Serve(LaunchesWriter);
        Run(server, HearsBoth(server));
    }

    [Coroutine]
    private static void LaunchesWriter(Co co, CoReader reader, CoWriter writer)
    {
        co.Launch(WritesLater(writer));
        writer.Write("first ");
    }

    [Coroutine]
    private static void WritesLater(Co co, CoWriter writer)
    {
        co.Sleep(5);
        writer.Write("second");
    }

    [Coroutine]
    private static void HearsBoth(Co co, CoServer server)
    {
        var (reader, writer) = CoNet.OpenConnection(co, "127.0.0.1", PortOf(server));
        Assert.Equal("first second", Text(reader.ReadToEnd(co)));
        writer.Close();
    }
}

public sealed class ServersWithEpoll() : Servers(PollerKind.Epoll);

public sealed class ServersWithSelect() : Servers(PollerKind.Select);
