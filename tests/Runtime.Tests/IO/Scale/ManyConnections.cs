namespace CoroGen.Runtime.Tests.IO.Scale;

/// <summary>Very many connections to one loop. Nothing else runs meanwhile, for the descriptors are those of the whole process.</summary>
[Collection(nameof(Alone))]
public class ManyConnections
{
    private const int Connections = 10_000;

    /// <summary>Both pollers, as test cases.</summary>
    public static TheoryData<PollerKind> Pollers => [PollerKind.Epoll, PollerKind.Select];

    [Theory]
    [MemberData(nameof(Pollers))]
    public void Ten_thousand_at_once_are_served_and_leave_nothing_behind(PollerKind poller)
    {
        OpenFiles.Require(Connections + 500);
        var files = OpenFiles.OfLoops();
        using (var server = new EchoServer(poller))
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
    [MemberData(nameof(Pollers))]
    public void A_thousand_resets_are_ordinary_ends(PollerKind poller)
    {
        var files = OpenFiles.OfLoops();
        using (var server = new EchoServer(poller))
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
    [MemberData(nameof(Pollers))]
    public void Invariant_12_a_thousand_idle_connections_take_no_passes(PollerKind poller)
    {
        using var server = new EchoServer(poller);
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
