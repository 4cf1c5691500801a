using System.Runtime.CompilerServices;

namespace CoroGen.Runtime.Tests;

/// <summary>Tasks and coroutines: <c>co.Await</c> of tasks and value tasks, and <c>AsTask</c>. Completions of other threads wake the loop (invariant 11).</summary>
public sealed partial class Tasks : LoopTest
{
    [Fact]
    public void A_completed_task_does_not_suspend()
    {
        Assert.Equal(3, Loop.Run(AwaitsValue(Task.FromResult(3))));
        Assert.Equal(4, Loop.Run(AwaitsValueTask(new ValueTask<int>(4))));
        Loop.Run(Awaits(Task.CompletedTask));
        Loop.Run(AwaitsValueTaskWithoutResult(default));
        Assert.Equal(4, Loop.Passes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Tasks_that_are_always_completed_do_not_starve_others(int kind)
    {
        Loop.Run(AwaitsCompletedUntilStopped(kind));
        AwaitsCompletedUntilStopped(Loop.Blocking, kind);
        Assert.Equal("stopped stopped", Log);
    }

    [Fact]
    public void A_task_that_another_thread_completes_wakes_the_loop()
    {
        var source = new TaskCompletionSource<int>();
        var thread = CompletesWhenIdle(() => source.SetResult(5));
        Assert.Equal(5, Loop.Run(AwaitsValue(source.Task)));
        thread.Join();
    }

    [Fact]
    public void Tasks_and_value_tasks_without_result_are_awaited_too()
    {
        var source = new TaskCompletionSource();
        Schedule(Completes(source));
        Loop.Run(Awaits(source.Task));
        source = new TaskCompletionSource();
        Schedule(Completes(source));
        Loop.Run(AwaitsValueTaskWithoutResult(new ValueTask(source.Task)));
        Assert.Equal("completes awaited completes awaited", Log);
    }

    [Fact]
    public void A_value_task_with_a_result_is_awaited_once()
    {
        var source = new TaskCompletionSource<int>();
        Loop.Post(() => source.SetResult(6));
        Assert.Equal(6, Loop.Run(AwaitsValueTask(new ValueTask<int>(source.Task))));
    }

    [Fact]
    public void A_failed_task_throws_its_exception_as_it_is()
    {
        var source = new TaskCompletionSource<int>();
        Loop.Post(() => source.SetException(new InvalidTimeZoneException("broken")));
        Assert.Equal("broken", Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(AwaitsValue(source.Task))).Message);
        Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(AwaitsValue(source.Task)));
    }

    [Fact]
    public void A_canceled_task_is_an_error_of_a_coroutine_that_was_not_cancelled()
    {
        var coroutine = AwaitsValue(Task.FromCanceled<int>(new CancellationToken(canceled: true)));
        Assert.ThrowsAny<OperationCanceledException>(() => Loop.Run(coroutine));
        Assert.Equal(CoroutineStatus.Error, coroutine.Status);
    }

    [Fact]
    public void A_cancel_ends_the_wait_and_not_the_task()
    {
        var source = new TaskCompletionSource<int>();
        var waiter = Loop.Schedule(AwaitsValue(source.Task));
        Loop.Tick();
        waiter.Cancel();
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Canceled, waiter.Status);
        source.SetResult(1);
        Loop.RunUntilEmpty();
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void A_cancelled_wait_leaves_nothing_behind_on_the_task()
    {
        var source = new TaskCompletionSource();
        var loop = LoopOfCancelledWait(source.Task);
        GC.Collect();
        Assert.False(loop.TryGetTarget(out _));
        source.SetResult();
    }

    [Fact]
    public void A_cancelled_coroutine_does_not_wait_for_a_task()
    {
        var waiter = AwaitsThoughCancelled(new TaskCompletionSource().Task);
        RunAll(waiter);
        Assert.Equal(CoroutineStatus.Canceled, waiter.Status);
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void A_completed_task_wins_over_a_cancel()
    {
        var source = new TaskCompletionSource<int>();
        var waiter = Loop.Schedule(AwaitsValue(source.Task));
        Loop.Tick();
        source.SetResult(7);
        waiter.Cancel();
        Loop.RunUntilEmpty();
        Assert.Equal(7, waiter.Result);
    }

    [Fact]
    public void No_task_is_an_argument_error()
    {
        Assert.Throws<ArgumentNullException>(() => Loop.Run(Awaits(null!)));
        Assert.Throws<ArgumentNullException>(() => Loop.Run(AwaitsValue(null!)));
    }

    [Fact]
    public async Task A_coroutine_as_a_task_ends_as_the_coroutine_does()
    {
        var finishing = Loop.Schedule(Returns("done"));
        var failing = Loop.Schedule(Fails("broken"));
        var canceled = Loop.Schedule(Returns("never"));
        var tasks = (Finishing: finishing.AsTask(), Failing: failing.AsTask(), Canceled: canceled.AsTask());
        canceled.Cancel();
        Loop.RunUntilEmpty();
        Assert.Equal("done", await tasks.Finishing);
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidTimeZoneException>(() => tasks.Failing)).Message);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tasks.Canceled);
        Assert.True(tasks.Canceled.IsCanceled);
    }

    [Fact]
    public async Task A_coroutine_that_has_ended_gives_an_ended_task_and_always_the_same()
    {
        var coroutine = Returns("done");
        Loop.Run(coroutine);
        var task = coroutine.AsTask();
        Assert.Equal("done", await task);
        Assert.Same(task, coroutine.AsTask());
        Assert.Same(task, ((Coroutine)coroutine).AsTask());
    }

    [Fact]
    public async Task Continuations_of_the_task_do_not_run_inside_the_loop()
    {
        var coroutine = Loop.Schedule(Returns("done"));
        var continuation = coroutine.AsTask().ContinueWith(
            static _ => EventLoop.VerifyMayBlock(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Loop.RunUntilEmpty();
        await continuation;
    }

    [Fact]
    public void Two_loops_wait_for_each_other_through_tasks()
    {
        using var other = new EventLoop();
        var remote = other.Schedule(Returns("remote"));
        var task = remote.AsTask();
        var thread = new Thread(other.RunUntilEmpty);
        thread.Start();
        Assert.Equal("remote", Loop.Run(AwaitsText(task)));
        thread.Join();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference<EventLoop> LoopOfCancelledWait(Task task)
    {
        using var loop = new EventLoop();
        var waiter = loop.Schedule(Awaits(task));
        loop.Tick();
        waiter.Cancel();
        loop.RunUntilEmpty();
        return new WeakReference<EventLoop>(loop);
    }

    /// <summary>A thread that does something once the loop, which this thread is about to run, has begun to wait for something outside.</summary>
    private Thread CompletesWhenIdle(Action complete)
    {
        var loopThread = Thread.CurrentThread;
        var thread = new Thread(() =>
        {
            SpinWait.SpinUntil(() => Loop.ExternalWaits > 0 && loopThread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            complete();
        });
        thread.Start();
        return thread;
    }
}
