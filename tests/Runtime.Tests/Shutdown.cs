using System.Runtime.CompilerServices;

namespace CoroGen.Runtime.Tests;

/// <summary><c>Dispose</c> cancels what is left, in order, and runs it to its end; live coroutines are strongly rooted (invariants 10 and 11).</summary>
public sealed partial class Shutdown : LoopTest
{
    [Fact]
    public void Dispose_cancels_what_is_left_in_the_order_of_the_launches()
    {
        var @lock = new CoLock();
        Coroutine[] left = [Waits("sleeper", 9), WaitsFor("locked-out", @lock), Waits("endless", -1), Waits("never-begun", 1)];
        using (var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock }))
        {
            loop.Schedule(Holds(@lock));
            foreach (var coroutine in left[..3])
                loop.Schedule(coroutine);
            loop.Tick();
            loop.Schedule(left[3]);
        }
        Assert.Equal("never-begun-ends holder-ends sleeper-ends locked-out-ends endless-ends", Log);
        Assert.All(left, coroutine => Assert.Equal(CoroutineStatus.Canceled, coroutine.Status));
        Assert.False(@lock.IsHeld);
        Assert.Equal(TimeSpan.Zero, Clock.Elapsed);
    }

    [Fact]
    public void The_order_of_the_launches_is_kept_when_many_come_and_go()
    {
        var left = new List<string>();
        var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock });
        for (var i = 0; i < 100; i++)
        {
            if (i % 3 == 0)
            {
                loop.Schedule(Waits($"{i}", 9));
                left.Add($"{i}-ends");
            }
            else
                loop.Schedule(Returns(i));
            loop.Tick();
        }
        loop.Dispose();
        Assert.Equal(string.Join(' ', left), Log);
    }

    [Fact]
    public void Cleanup_that_fails_does_not_keep_the_others_from_ending()
    {
        var loop = new EventLoop();
        loop.Schedule(FailsInCleanup("first"));
        loop.Schedule(Waits("second", 9));
        loop.Schedule(FailsInCleanup("third"));
        loop.Tick();
        var thrown = Assert.Throws<AggregateException>(loop.Dispose);
        Assert.Equal(["first", "third"], thrown.InnerExceptions.Select(inner => inner.Message));
        Assert.Equal("second-ends", Log);
    }

    [Fact]
    public void A_failing_callback_of_a_cancel_does_not_keep_the_others_from_ending()
    {
        var loop = new EventLoop();
        loop.Schedule(RegistersFailure());
        loop.Schedule(Waits("second", 9));
        loop.Tick();
        Assert.Throws<AggregateException>(loop.Dispose);
        Assert.Equal("second-ends", Log);
    }

    [Fact]
    public void A_disposed_loop_runs_nothing_and_launches_nothing()
    {
        var loop = new EventLoop();
        loop.Dispose();
        loop.Dispose();
        Assert.Throws<ObjectDisposedException>(() => loop.Run(Waits("never", 0)));
        Assert.Throws<ObjectDisposedException>(() => loop.Schedule(Waits("never", 0)));
        Assert.Throws<ObjectDisposedException>(loop.RunUntilEmpty);
        Assert.Throws<ObjectDisposedException>(() => loop.Tick());
        Assert.Throws<ObjectDisposedException>(() => loop.Blocking.Yield());
    }

    [Fact]
    public void Nothing_can_be_launched_while_the_loop_is_disposed()
    {
        var loop = new EventLoop();
        loop.Schedule(LaunchesInCleanup(Waits("never", 0)));
        loop.Tick();
        Assert.Throws<ObjectDisposedException>(loop.Dispose);
        Assert.Equal("", Log);
    }

    [Fact]
    public void What_is_shielded_goes_on_and_may_launch_what_its_cleanup_needs()
    {
        var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock });
        loop.Schedule(HasCleanup());
        loop.Schedule(Waits("other", 9));
        loop.Tick();
        loop.Dispose();
        Assert.Equal("other-ends launched launched-ends awaited awaited-ends cleanup-ends", Log);
        Assert.Equal(TimeSpan.FromSeconds(2), Clock.Elapsed);
    }

    [Fact]
    public void Those_that_do_not_end_within_the_grace_are_named_with_their_lines()
    {
        var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock, ShutdownGrace = TimeSpan.FromSeconds(5) });
        Coroutine[] left = [loop.Schedule(ShieldsEndlessWait()), loop.Schedule(Waits("other", 9))];
        loop.Tick();
        var task = left[0].AsTask();
        var thrown = Assert.Throws<ShutdownTimeoutException>(loop.Dispose);
        Assert.Equal(["ShieldsEndlessWait", "WaitsWithoutEnd"], thrown.Coroutines.Select(coroutine => coroutine.Name));
        Assert.Contains("'ShieldsEndlessWait', suspended in 'ShieldsEndlessWait', ", thrown.Message, StringComparison.Ordinal);
        Assert.Contains($"Shutdown.cs:{_line}.", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(5), Clock.Elapsed);
        Assert.Equal("other-ends", Log);
        Assert.Same(thrown, left[0].Error);
        Assert.Same(thrown, task.Exception!.InnerException);
        loop.Dispose();
    }

    [Fact]
    public void One_that_ignores_its_cancel_does_not_keep_the_loop_for_ever_though_its_clock_stands_still()
    {
        var reported = new List<Exception>();
        var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock, ShutdownGrace = TimeSpan.FromMilliseconds(20), UnobservedError = (_, e) => reported.Add(e) });
        loop.Schedule(IgnoresCancels());
        loop.Tick();
        var thrown = Assert.Throws<ShutdownTimeoutException>(loop.Dispose);
        Assert.Contains("'IgnoresCancels'", thrown.Message, StringComparison.Ordinal);
        Assert.IsType<CancellationIgnoredException>(Assert.Single(reported));
    }

    [Fact]
    public void Without_a_limit_those_that_can_never_go_on_end_the_loop_too()
    {
        var loop = new EventLoop(new EventLoopOptions { ShutdownGrace = Timeout.InfiniteTimeSpan });
        loop.Schedule(ShieldsDeadlock());
        loop.Tick();
        var thrown = Assert.Throws<AggregateException>(loop.Dispose);
        Assert.Equal([typeof(DeadlockException), typeof(ShutdownTimeoutException)], thrown.InnerExceptions.Select(inner => inner.GetType()));
    }

    [Fact]
    public void Without_grace_only_what_need_not_wait_is_cleaned_up()
    {
        var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock, ShutdownGrace = TimeSpan.Zero });
        loop.Schedule(Waits("other", 9));
        loop.Tick();
        loop.Dispose();
        Assert.Equal("other-ends", Log);
    }

    [Fact]
    public void The_grace_may_be_as_long_as_a_time_can_be()
    {
        var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock, ShutdownGrace = TimeSpan.MaxValue });
        loop.Schedule(HasCleanup());
        loop.Tick();
        loop.Dispose();
        Assert.EndsWith("cleanup-ends", Log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_grace_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventLoop(new EventLoopOptions { ShutdownGrace = TimeSpan.FromSeconds(-1) }));

    [Fact]
    public void A_loop_cannot_be_disposed_from_inside()
    {
        Assert.Throws<InvalidOperationException>(() => Loop.Run(DisposesItsLoop()));
        Assert.Equal(3, Loop.Run(Returns(3)));
    }

    [Fact]
    public void Invariant_11_a_live_coroutine_that_nobody_holds_is_kept_and_goes_on()
    {
        Schedule(Waits("kept", 1));
        Loop.Tick();
        GC.Collect();
        Loop.RunUntilEmpty();
        Assert.Equal("kept kept-ends", Log);
    }

    [Coroutine]
    private void Waits(Co co, string name, int seconds)
    {
        try
        {
            co.Sleep(seconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds));
            Say(name);
        }
        finally
        {
            Say(name + "-ends");
        }
    }

    [Coroutine]
    private void WaitsFor(Co co, string name, CoLock @lock)
    {
        try
        {
            co.Lock(@lock);
        }
        finally
        {
            Say(name + "-ends");
        }
    }

    [Coroutine]
    private void Holds(Co co, CoLock @lock)
    {
        try
        {
            using (co.Lock(@lock))
                co.Sleep(1000);
        }
        finally
        {
            Say("holder-ends");
        }
    }

    [Coroutine]
    private static void FailsInCleanup(Co co, string message)
    {
        try
        {
            co.Sleep(1000);
        }
        finally
        {
            Fail(message);
        }
    }

    [Coroutine]
    private static void RegistersFailure(Co co)
    {
        co.CancellationToken.Register(static () => Fail("callback"));
        co.Sleep(1000);
    }

    [Coroutine]
    private static void LaunchesInCleanup(Co co, Coroutine child)
    {
        try
        {
            co.Sleep(1000);
        }
        finally
        {
            co.Launch(child);
        }
    }

    [Coroutine]
    private void HasCleanup(Co co)
    {
        try
        {
            co.Sleep(9000);
        }
        finally
        {
            co.Shield(CleansUp());
        }
    }

    [Coroutine]
    private void CleansUp(Co co)
    {
        var launched = co.Launch(Waits("launched", 1));
        co.Await(Waits("awaited", 2));
        co.Await(launched);
        Say("cleanup-ends");
    }

    private int _line;

    [Coroutine]
    private void ShieldsEndlessWait(Co co) => co.Shield(WaitsWithoutEnd());

    [Coroutine]
    private void WaitsWithoutEnd(Co co)
    {
        _line = Here(); co.Sleep(Timeout.Infinite);
    }

    private static int Here([CallerLineNumber] int line = 0) => line;

    [Coroutine]
    private static void IgnoresCancels(Co co)
    {
        while (true)
        {
            try
            {
                co.Sleep(1000);
            }
            catch (CoroutineCanceledException)
            {
                // Wrong: this is what the test is about.
            }
        }
    }

    [Coroutine]
    private static void ShieldsDeadlock(Co co)
    {
        var one = new CoLock();
        var other = new CoLock();
        co.Shield(LocksBoth(one, other, LocksBoth(other, one, null)));
    }

    [Coroutine]
    private static void LocksBoth(Co co, CoLock first, CoLock second, Coroutine? child)
    {
        if (child is not null)
            co.Launch(child);
        using (co.Lock(first))
        {
            co.Yield();
            using (co.Lock(second))
                co.Yield();
        }
    }

    [Coroutine]
    private static void DisposesItsLoop(Co co)
    {
        co.Yield();
        co.Loop.Dispose();
    }

    [Coroutine]
    private static int Returns(Co co, int result)
    {
        co.Yield();
        return result;
    }

    private static void Fail(string message) => throw new InvalidTimeZoneException(message);
}
