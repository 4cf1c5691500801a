namespace CoroGen.Runtime.Tests;

/// <summary>Waiting is passive: an idle loop uses no processor time (invariant 12).</summary>
public sealed partial class IdleLoop : LoopTest
{
    [Fact]
    public void Invariant_12_a_loop_that_waits_for_a_post_sleeps_again_after_each()
    {
        using var loop = new EventLoop();
        var sleeper = loop.Schedule(Sleeps(Timeout.InfiniteTimeSpan));
        var thread = RunUntilAsleep(loop);
        for (var i = 0; i < 100; i++)
        {
            using var done = new ManualResetEventSlim();
            loop.Post(done.Set);
            done.Wait();
            WaitUntilAsleep(thread);
        }
        loop.Post(() => sleeper.Cancel());
        thread.Join();
    }

    [Fact]
    public void Invariant_12_a_loop_that_waits_for_a_timer_sleeps()
    {
        var clock = new CountingClock();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = clock });
        var sleeper = loop.Schedule(Sleeps(TimeSpan.FromHours(1)));
        var thread = RunUntilAsleep(loop);
        for (var i = 0; i < 100; i++)
        {
            loop.Post(static () => { });
            WaitUntilAsleep(thread);
        }
        loop.Post(() => sleeper.Cancel());
        thread.Join();
        // Each wake takes a few looks at the clock; a loop that spins takes millions.
        Assert.InRange(clock.Reads, 1, 2000);
    }

    [Fact]
    public void A_sleep_on_the_systems_clock_is_never_early()
    {
        using var loop = new EventLoop();
        var begin = TimeProvider.System.GetTimestamp();
        loop.Run(Sleeps(TimeSpan.FromMilliseconds(20)));
        Assert.True(TimeProvider.System.GetElapsedTime(begin) >= TimeSpan.FromMilliseconds(20));
    }

    private static Thread RunUntilAsleep(EventLoop loop)
    {
        var thread = new Thread(loop.RunUntilEmpty);
        thread.Start();
        WaitUntilAsleep(thread);
        return thread;
    }

    /// <summary>Fails when the thread goes on for so long that it can only be spinning.</summary>
    private static void WaitUntilAsleep(Thread thread) =>
        Assert.True(SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(30)));

    [Coroutine]
    private static void Sleeps(Co co, TimeSpan duration) => co.Sleep(duration);

    /// <summary>A clock that stands still and counts how often it is read.</summary>
    private sealed class CountingClock : TimeProvider
    {
        private int _reads;

        public int Reads => Volatile.Read(ref _reads);

        public override long GetTimestamp()
        {
            Interlocked.Increment(ref _reads);
            return 0;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new DeadTimer();

        private sealed class DeadTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
