namespace CoroGen.Runtime.Tests.IO.Scale;

/// <summary>Very many connections to one loop. Nothing else runs meanwhile, for the descriptors are those of the whole process.</summary>
[Collection(nameof(Alone))]
public partial class ManyConnections
{
    private const int Connections = 10_000;

    /// <summary>Both pollers, each with bare sockets and with streams.</summary>
    public static TheoryData<PollerKind, bool> Servers => new() { { PollerKind.Epoll, false }, { PollerKind.Epoll, true }, { PollerKind.Select, false }, { PollerKind.Select, true } };

    [Theory]
    [MemberData(nameof(Servers))]
    public void Ten_thousand_at_once_are_served_and_leave_nothing_behind(PollerKind poller, bool hasStreams)
    {
        OpenFiles.Require(Connections + 500);
        var files = OpenFiles.OfLoops();
        using (var server = EchoServer.Start(poller, hasStreams))
        {
            Serve(server);
            var frames = server.Ask(loop => loop.Frames.Free.Count());
            // Each that waited had one, and none is made anew.
            Assert.True(frames >= Connections, $"{frames}");
            Serve(server);
            Assert.Equal(frames, server.Ask(loop => loop.Frames.Free.Count()));
        }
        Assert.Equal(files, OpenFiles.OfLoops());
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void A_thousand_resets_are_ordinary_ends(PollerKind poller, bool hasStreams)
    {
        var files = OpenFiles.OfLoops();
        using (var server = EchoServer.Start(poller, hasStreams))
        using (var crowd = new Crowd(server.Port, 1000))
        {
            crowd.Echo(10);
            crowd.Reset();
            server.WaitUntilOpen(0);
            Assert.Equal(1000, server.Resets);
        }
        Assert.Equal(files, OpenFiles.OfLoops());
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void Invariant_12_a_thousand_idle_connections_take_no_passes(PollerKind poller, bool hasStreams)
    {
        using var server = EchoServer.Start(poller, hasStreams);
        using var idle = new Crowd(server.Port, 1000);
        idle.Echo(10);
        using var one = new Crowd(server.Port, 1);
        server.WaitUntilOpen(1001);
        server.WaitUntilAsleep();
        var before = server.Ask(loop => loop.Passes);
        for (var i = 0; i < 100; i++)
            one.Echo(10);
        // A pass for each message, and for each look whether sockets were closed; a loop that asks again and again takes thousands.
        Assert.InRange(server.Ask(loop => loop.Passes) - before, 100, 400);
    }

    /// <summary>With epoll: <see cref="System.Net.Sockets.Socket.Select(System.Collections.IList, System.Collections.IList, System.Collections.IList, int)"/> allocates by itself.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Requests_allocate_nothing(bool hasStreams)
    {
        using var server = EchoServer.Start(PollerKind.Epoll, hasStreams);
        using var crowd = new Crowd(server.Port, 100);
        for (var i = 0; i < 10; i++)
            crowd.Echo(100);
        // How many requests come at once is up to the system; whatever grows with that has grown now.
        server.Ask(loop => Enumerable.Range(0, 200).Count(_ => loop.Schedule(Nothing()) is not null));
        var before = server.Ask(_ => GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < 10; i++)
            crowd.Echo(100);
        // A thousand requests, and the question.
        Assert.InRange(server.Ask(_ => GC.GetAllocatedBytesForCurrentThread()) - before, 0, 1000);
    }

    [Coroutine]
    private static void Nothing(Co co)
    {
    }

    private static void Serve(EchoServer server)
    {
        using var crowd = new Crowd(server.Port, Connections);
        server.WaitUntilOpen(Connections);
        crowd.Echo(100);
        crowd.Echo(3000);
        crowd.Close();
        server.WaitUntilOpen(0);
    }
}
