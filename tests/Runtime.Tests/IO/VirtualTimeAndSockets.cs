using System.Net.Sockets;

namespace CoroGen.Runtime.Tests.IO;

/// <summary>Sockets are real, also under virtual time: what is ready comes first, then the clock jumps, and only when there is nothing to jump to the loop sleeps.</summary>
public sealed partial class VirtualTimeAndSockets() : SocketTest(PollerKind.Default)
{
    [Theory]
    [MemberData(nameof(Pollers))]
    public void What_is_ready_comes_before_a_jump(PollerKind kind)
    {
        var clock = new VirtualTime();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = clock, Poller = kind });
        var (here, there) = Pair();
        loop.Schedule(Reads(here, clock));
        loop.Schedule(Sleeps(1, clock));
        loop.Tick();
        there.Send([1]);
        loop.RunUntilEmpty();
        Assert.Equal("read@0 slept@1", Log);
    }

    [Theory]
    [MemberData(nameof(Pollers))]
    public void The_clock_does_not_wait_for_sockets(PollerKind kind)
    {
        var clock = new VirtualTime();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = clock, Poller = kind });
        var (here, there) = Pair();
        loop.Schedule(Reads(here, clock));
        loop.Run(Sleeps(1, clock));
        Assert.Equal("slept@1", Log);
        using var run = new Running(loop);
        run.WaitUntilAsleep();
        there.Send([1]);
        run.Join();
        Assert.Equal("slept@1 read@1", Log);
    }

    [Coroutine]
    private void Reads(Co co, Socket socket, VirtualTime clock)
    {
        co.WaitReadable(socket);
        Say($"read@{clock.Elapsed.TotalSeconds}");
    }

    [Coroutine]
    private void Sleeps(Co co, int seconds, VirtualTime clock)
    {
        co.Sleep(TimeSpan.FromSeconds(seconds));
        Say($"slept@{clock.Elapsed.TotalSeconds}");
    }
}
