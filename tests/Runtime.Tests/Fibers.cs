namespace CoroGen.Runtime.Tests;

/// <summary>The threads of delegates without a state machine: one runs at a time, and each ends with its delegate.</summary>
public sealed partial class Fibers : LoopTest
{
    private readonly List<Thread> _threads = [];

    [Fact]
    public void Each_has_a_thread_that_ends_with_it()
    {
        Schedule(Coroutine.From(co => Waits(co, "a", 1)), Coroutine.From(co => Waits(co, "b", 2)));
        Loop.RunUntilEmpty();
        Assert.Equal("a@1 a-ends b@2 b-ends", Log);
        Assert.Equal(2, _threads.Distinct().Except([Thread.CurrentThread]).Count());
        AssertThreadsEnd();
    }

    [Fact]
    public void Dispose_ends_what_is_left_in_order()
    {
        var loop = new EventLoop();
        loop.Schedule(Coroutine.From(co => Waits(co, "a", 9)));
        loop.Schedule(Waits("machine", 9));
        loop.Schedule(Coroutine.From(co => Waits(co, "b", 9)));
        loop.Tick();
        loop.Schedule(Coroutine.From(co => Waits(co, "never-begun", 9)));
        loop.Dispose();
        Assert.Equal("never-begun-ends a-ends machine-ends b-ends", Log);
        AssertThreadsEnd();
    }

    [Fact]
    public void A_thread_may_serve_the_next_one_but_not_with_what_the_last_one_left()
    {
        var local = new AsyncLocal<string>();
        for (var i = 0; i < 20; i++)
        {
            Loop.Run(Coroutine.From(co =>
            {
                Assert.Null(local.Value);
                local.Value = "left";
                co.Yield();
                Assert.Equal("left", local.Value);
                _threads.Add(Thread.CurrentThread);
            }));
        }
        Assert.InRange(_threads.Distinct().Count(), 1, 19);
        AssertThreadsEnd();
    }

    [Fact]
    public void What_was_never_begun_has_no_thread()
    {
        _ = Coroutine.From(co => Waits(co, "a", 9));
        Assert.Empty(_threads);
    }

    [Fact]
    public void The_loop_is_used_there_as_on_its_own_thread()
    {
        Loop.Run(Coroutine.From(co =>
        {
            var loop = co.Loop;
            var child = loop.Schedule(Waits("child", 9));
            co.Yield();
            co.Yield();
            child.Cancel();
            var @lock = new CoLock();
            using (co.Lock(@lock))
                co.Sleep(1000);
            Assert.Equal(CoroutineStatus.Canceled, child.Status);
        }));
        Assert.Equal("child-ends", Log);
    }

    [Fact]
    public void Another_thread_is_refused_there_too()
    {
        var coroutine = Loop.Schedule(Waits("a", 1));
        Loop.Run(Coroutine.From(co =>
        {
            var errors = new List<Exception?>();
            var thread = new Thread(() => errors.AddRange(Record.Exception(() => Loop.Schedule(Waits("b", 1))), Record.Exception(() => coroutine.Cancel()), Record.Exception(() => Loop.Tick())));
            thread.Start();
            thread.Join();
            Assert.All(errors, error => Assert.IsType<InvalidOperationException>(error));
            Assert.Equal(3, errors.Count);
            co.Yield();
        }));
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void It_cannot_block_its_loop()
    {
        Loop.Run(Coroutine.From(co =>
        {
            co.Yield();
            using var other = new EventLoop();
            Action[] misuses = [Loop.RunUntilEmpty, () => Loop.Tick(), () => Loop.Blocking.Yield(), () => Co.Blocking.Yield(), other.RunUntilEmpty, () => other.Blocking.Yield(), Loop.Dispose];
            Assert.All(misuses, misuse => Assert.Throws<InvalidOperationException>(misuse));
        }));
    }

    [Fact]
    public void A_run_can_be_stopped_from_there()
    {
        var waits = Loop.Schedule(Waits("a", 5));
        Schedule(Coroutine.From(co =>
        {
            co.Sleep(1000);
            co.Loop.Stop();
            co.Sleep(1000);
            Say("stopper");
        }));
        Loop.RunUntilEmpty();
        Assert.Equal((TimeSpan.FromSeconds(1), CoroutineStatus.Running), (Clock.Elapsed, waits.Status));
        Loop.RunUntilEmpty();
        Assert.Equal("stopper a@5 a-ends", Log);
    }

    [Fact]
    public void Another_loop_may_be_ticked_there_and_may_have_such_threads_too()
    {
        using var other = new EventLoop(new EventLoopOptions { TimeProvider = Clock });
        var inner = other.Schedule(Coroutine.From(co =>
        {
            Say("inner");
            co.Yield();
            // The outer loop is ours as long as it waits for the tick.
            Loop.Schedule(Waits("launched-from-inner", 0));
            Say("inner-again");
        }));
        Loop.Run(Coroutine.From(co =>
        {
            other.Tick();
            Say("outer");
            co.Yield();
            other.Tick();
            co.Yield();
        }));
        Loop.RunUntilEmpty();
        Assert.Equal("inner outer inner-again launched-from-inner@0 launched-from-inner-ends", Log);
        Assert.True(inner.IsDone);
    }

    [Fact]
    public void It_sees_the_asynchronous_locals_and_the_culture_of_its_beginning()
    {
        var local = new AsyncLocal<string> { Value = "outside" };
        Loop.Run(Coroutine.From(co =>
        {
            Say(local.Value!);
            co.Yield();
            Say(local.Value!);
            local.Value = "inside";
        }));
        Assert.Equal("outside outside", Log);
        Assert.Equal("outside", local.Value);
    }

    [Fact]
    public void The_loop_of_the_thread_goes_with_it()
    {
        var bound = Co.Blocking.Loop;
        EventLoop? seen = null;
        Loop.Run(Coroutine.From(co => seen = Co.Blocking.Loop));
        Assert.Same(bound, seen);
    }

    [Fact]
    public void A_stop_ends_the_wait_of_plain_code_in_a_state_machine_that_it_called()
    {
        Schedule(StopsAfter(1));
        var plain = Assert.Throws<OperationCanceledException>(() => Function("a", 5)(Loop.Blocking));
        Assert.Equal("a-ends", Log);
        Assert.Contains("stopped", plain.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(1), Clock.Elapsed);
        Loop.RunUntilEmpty();
        Assert.Equal(TimeSpan.FromSeconds(1), Clock.Elapsed);
    }

    [Fact]
    public void A_lock_that_was_handed_over_to_a_state_machine_of_plain_code_is_not_lost_when_the_loop_is_stopped()
    {
        var @lock = new CoLock();
        Schedule(HoldsAndStops(@lock));
        Loop.Tick();
        TakingFunction(@lock)(Loop.Blocking);
        Assert.Equal("taken", Log);
        Assert.False(@lock.IsHeld);
    }

    [Fact]
    public void A_deadlock_is_thrown_in_the_state_machine_that_plain_code_called()
    {
        var @lock = new CoLock();
        using (Loop.Blocking.Lock(@lock))
            Assert.Throws<DeadlockException>(() => AwaitingFunction(@lock)(Loop.Blocking));
        Assert.Equal("cleanup", Log);
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void A_disposed_loop_runs_no_delegate()
    {
        var loop = new EventLoop();
        loop.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Function("a", 5)(loop.Blocking));
        Assert.Equal("", Log);
    }

    /// <summary>Other tests may have got them meanwhile.</summary>
    private void AssertThreadsEnd() => Assert.All(_threads.Except([Thread.CurrentThread]), thread => Assert.True(thread.Join(TimeSpan.FromMinutes(5))));
}
