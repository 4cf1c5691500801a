namespace CoroGen.Runtime.Tests.IO.Scale;

/// <summary>Servers with streams, and peers of all kinds: what one of them does concerns its own connection only.</summary>
[Collection(nameof(Alone))]
public sealed partial class Peers
{
    private readonly List<Exception> _errors = [];

    /// <summary>Both pollers, as test cases.</summary>
    public static TheoryData<PollerKind> Pollers => [PollerKind.Epoll, PollerKind.Select];

    [Theory]
    [MemberData(nameof(Pollers))]
    public void Slow_half_closed_reset_and_silent_peers_at_once(PollerKind poller)
    {
        var files = OpenFiles.OfLoops();
        using (var loop = new EventLoop(new EventLoopOptions { Poller = poller }))
        {
            loop.Run(AllKinds(connections: 200));
            loop.RunUntilEmpty();
        }
        Assert.Empty(_errors);
        Assert.Equal(files, OpenFiles.OfLoops());
    }

    [Theory]
    [MemberData(nameof(Pollers))]
    public void A_slow_reader_holds_back_its_own_writer_only(PollerKind poller)
    {
        using var loop = new EventLoop(new EventLoopOptions { Poller = poller });
        loop.Run(SlowBesideFast());
        loop.RunUntilEmpty();
    }

    [Theory]
    [MemberData(nameof(Pollers))]
    public void Silent_peers_are_let_go_when_their_time_is_over(PollerKind poller)
    {
        var clock = new VirtualTime();
        using var loop = new EventLoop(new EventLoopOptions { Poller = poller, TimeProvider = clock });
        loop.Run(OnlySilent(connections: 100, limit: TimeSpan.FromMinutes(1)));
        Assert.All(_errors, error => Assert.IsType<TimeoutException>(error));
        Assert.Equal(100, _errors.Count);
        Assert.Equal(TimeSpan.FromMinutes(1), clock.Elapsed);
    }

    /// <summary>Small pieces, large ones, and ways to read: seeds make them.</summary>
    [Theory]
    [MemberData(nameof(Pollers))]
    public void Chopped_at_random_every_byte_arrives_in_its_place(PollerKind poller)
    {
        using var loop = new EventLoop(new EventLoopOptions { Poller = poller });
        loop.Run(ChopsAll(connections: 40));
        loop.RunUntilEmpty();
    }
}
