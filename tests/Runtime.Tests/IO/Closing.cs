using System.Net.Sockets;

namespace CoroGen.Runtime.Tests.IO;

/// <summary>Sockets that are closed while they are waited for, waits that are cancelled, and posts that wake a loop that sleeps among its sockets.</summary>
public abstract partial class Closing(PollerKind poller) : SocketTest(poller)
{
    [Fact]
    public void Who_waits_for_a_socket_that_is_closed_gets_an_exception()
    {
        var (here, _) = Pair();
        Fill(here);
        var waits = new[] { Loop.Schedule(Reads(here)), Loop.Schedule(Reads(here)), Loop.Schedule(Writes(here)) };
        Loop.Schedule(ClosesLater(here));
        Assert.Throws<AggregateException>(Loop.RunUntilEmpty);
        Assert.All(waits, static wait => Assert.IsType<ObjectDisposedException>(wait.Error));
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void A_closed_socket_is_noticed_among_many()
    {
        var pairs = Enumerable.Range(0, 50).Select(_ => Pair()).ToList();
        var waits = pairs.ConvertAll(pair => Loop.Schedule(Reads(pair.Here)));
        Loop.Schedule(ClosesLater(pairs[20].Here));
        Assert.Throws<ObjectDisposedException>(() => Loop.Run(waits[20]));
        Assert.Equal(1, waits.Count(static wait => wait.IsDone));
        waits.ForEach(static wait => wait.Cancel());
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void A_post_that_closes_a_socket_ends_the_waits_for_it()
    {
        var (here, _) = Pair();
        var reads = Loop.Schedule(Reads(here));
        using var run = new Running(Loop);
        run.WaitUntilAsleep();
        Loop.Post(here.Dispose);
        Assert.Throws<ObjectDisposedException>(run.Join);
        Assert.IsType<ObjectDisposedException>(reads.Error);
    }

    [Fact]
    public void A_closed_socket_is_not_waited_for()
    {
        var (here, _) = Pair();
        here.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Loop.Run(Reads(here)));
    }

    [Fact]
    public void A_new_socket_with_the_number_of_a_closed_one_has_waits_of_its_own()
    {
        var (old, peer) = PairWith(null);
        var number = (int)old.Handle;
        var reads = Loop.Schedule(Reads(old));
        Loop.Tick();
        old.Dispose();
        var (fresh, there) = PairWith(number);
        Assert.Equal(number, fresh.Handle);
        var readsFresh = Loop.Schedule(Reads(fresh));
        peer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Loop.Tick());
        Assert.True(!readsFresh.IsDone);
        there.Send([1]);
        Loop.Run(readsFresh);
        Assert.IsType<ObjectDisposedException>(reads.Error);
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void Invariant_03_a_cancelled_wait_leaves_nothing_behind()
    {
        var (here, there) = Pair();
        Coroutine[] waits = [Loop.Schedule(Reads(here)), Loop.Schedule(Reads(here)), Loop.Schedule(Reads(here))];
        Loop.Tick();
        waits[0].Cancel();
        waits[2].Cancel();
        Loop.Tick();
        Assert.Equal([CoroutineStatus.Canceled, CoroutineStatus.Running, CoroutineStatus.Canceled], waits.Select(static wait => wait.Status));
        there.Send([1]);
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Finished, waits[1].Status);
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void Invariant_06_a_cancelled_coroutine_does_not_wait()
    {
        var (here, there) = Pair();
        var reads = Loop.Schedule(Reads(here));
        reads.Cancel();
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Canceled, reads.Status);
        Assert.Equal(0, Loop.ExternalWaits);
        there.Send([1]);
        var readsAtOnce = Loop.Schedule(Reads(here));
        readsAtOnce.Cancel();
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Finished, readsAtOnce.Status);
    }

    [Fact]
    public void Invariant_02_a_socket_that_was_ready_first_wins_over_a_cancel()
    {
        var (here, there) = Pair();
        var reads = Loop.Schedule(Reads(here));
        Loop.Schedule(CancelsInThePassOf(reads, there));
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Finished, reads.Status);
    }

    [Fact]
    public void Timeouts_groups_and_shields_hold_waits_as_any_others()
    {
        var (here, there) = Pair();
        Loop.Run(Scopes(here, there));
        Assert.Equal("timeout group shield", Log);
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void Plain_code_that_is_stopped_leaves_no_wait_behind()
    {
        var (here, _) = Pair();
        Loop.Schedule(StopsLater());
        Assert.Throws<OperationCanceledException>(() => Loop.Blocking.WaitReadable(here));
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void Invariant_11_a_post_wakes_a_loop_that_sleeps_among_its_sockets()
    {
        var (here, _) = Pair();
        var reads = Loop.Schedule(Reads(here));
        using var run = new Running(Loop);
        for (var i = 0; i < 100; i++)
        {
            run.WaitUntilAsleep();
            using var done = new ManualResetEventSlim();
            Loop.Post(done.Set);
            done.Wait();
        }
        run.WaitUntilAsleep();
        Loop.Post(() => reads.Cancel());
        run.Join();
    }

    [Fact]
    public void Invariant_11_posts_of_many_threads_are_not_lost()
    {
        const int Posts = 5000;
        var (here, _) = Pair();
        var reads = Loop.Schedule(Reads(here));
        using var run = new Running(Loop);
        var count = 0;
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < Posts; i++)
                Loop.Post(() => count++);
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        Loop.Post(() => reads.Cancel());
        run.Join();
        Assert.Equal(4 * Posts, count);
    }

    [Fact]
    public void Invariant_07_a_sleep_among_sockets_is_never_early()
    {
        var (here, _) = Pair();
        var reads = Loop.Schedule(Reads(here));
        for (var milliseconds = 1; milliseconds < 20; milliseconds += 3)
        {
            var begin = TimeProvider.System.GetTimestamp();
            Loop.Run(Sleeps(milliseconds));
            Assert.True(TimeProvider.System.GetElapsedTime(begin) >= TimeSpan.FromMilliseconds(milliseconds));
        }
        reads.Cancel();
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void Invariant_12_a_loop_that_sleeps_among_many_sockets_uses_no_processor_time()
    {
        var waits = Enumerable.Range(0, 100).Select(_ => Loop.Schedule(Reads(Pair().Here))).ToList();
        using var run = new Running(Loop);
        run.WaitUntilAsleep();
        var passes = Loop.Passes;
        using (var timer = new ManualResetEventSlim())
            timer.Wait(200);
        Assert.Equal(passes, Loop.Passes);
        Loop.Post(() => waits.ForEach(static wait => wait.Cancel()));
        run.Join();
    }

    [Fact]
    public void The_end_of_a_loop_ends_the_waits()
    {
        var (here, _) = Pair();
        var loop = new EventLoop(new EventLoopOptions { Poller = Poller });
        var reads = loop.Schedule(Reads(here));
        loop.Tick();
        loop.Dispose();
        Assert.Equal(CoroutineStatus.Canceled, reads.Status);
        Assert.True(here.Connected);
    }
}

public sealed class ClosingWithEpoll() : Closing(PollerKind.Epoll);

public sealed class ClosingWithSelect() : Closing(PollerKind.Select);
