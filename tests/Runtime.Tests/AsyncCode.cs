namespace CoroGen.Runtime.Tests;

/// <summary>Async code that coroutines start, and async code that awaits coroutines: it comes back to the loop, between two steps, in order.</summary>
public sealed partial class AsyncCode : ExecutionsTest<AsyncCode>
{
    [Fact]
    public void Async_lambdas_run_on_the_loop_and_come_back_to_it() =>
        Always("begin@0 delayed@1 back@1 awaited@1 sum=3@2 method@2", test => test.AwaitsLambdas, test => test.AwaitsLambdas());

    [Fact]
    public void What_fails_throws_its_exception() =>
        Always(
            "InvalidTimeZoneException InvalidTimeZoneException InvalidOperationException ArgumentNullException",
            test => test.AwaitsFailures,
            test => test.AwaitsFailures());

    [Fact]
    public void A_cancel_ends_the_wait_and_a_cancelled_coroutine_starts_nothing() =>
        Always("CoroutineCanceledException canceled@1 CoroutineCanceledException", test => test.AwaitsThoughCancelled, test => test.AwaitsThoughCancelled());

    [Fact]
    public void What_takes_the_token_is_told_of_a_cancel_and_waited_for() =>
        Always(
            "cleanup@1 delayedTrue cleanup@2 canceled@2 cleanup@5 awaited@5 canceled@5 Finished canceled@5",
            test => test.TellsOfCancel,
            test => test.TellsOfCancel());

    [Fact]
    public void A_callback_of_async_code_comes_from_the_loop() =>
        Always("callback@1 result", test => test.SuspendsForAsyncCode, test => test.SuspendsForAsyncCode());

    [Fact]
    public void A_coroutine_is_awaited_by_async_code() =>
        Always("child+ InvalidTimeZoneException TaskCanceledException end@2", test => test.IsAwaited, test => test.IsAwaited());

    [Fact]
    public void Async_code_that_nobody_awaits_runs_once_in_each_pass_before_the_coroutines()
    {
        RunAll(StartsOneAndYields());
        Assert.Equal("c0 a0 a1 c1 a2 c2", Log);
    }

    [Fact]
    public void Continuations_are_posts_among_the_others()
    {
        RunAll(CompletesForSeveral());
        Assert.Equal("completed posted a@0 b@0 goes-on", Log);
    }

    [Fact]
    public void What_an_async_void_method_throws_is_thrown_by_the_run()
    {
        Schedule(Starts(() => FailsLater("broken")));
        Assert.Equal("broken", Assert.Throws<InvalidTimeZoneException>(Loop.RunUntilEmpty).Message);
    }

    [Fact]
    public void What_an_async_void_method_throws_is_reported()
    {
        var errors = new List<string>();
        using var loop = new EventLoop(new EventLoopOptions { TimeProvider = Clock, UnobservedError = (task, error) => errors.Add($"{task}{error.Message}") });
        loop.Schedule(Starts(() => FailsLater("a")));
        loop.Schedule(Starts(() => FailsLater("b")));
        loop.RunUntilEmpty();
        Assert.Equal(["a", "b"], errors);
    }

    [Fact]
    public void A_run_until_empty_waits_for_async_void_methods_wherever_they_end()
    {
        var source = new TaskCompletionSource();
        Schedule(Starts(() => EndsElsewhere(source.Task)));
        var loopThread = Thread.CurrentThread;
        var thread = new Thread(() =>
        {
            SpinWait.SpinUntil(() => Clock.Elapsed.TotalSeconds >= 1 && loopThread.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
            Say("ends");
            source.SetResult();
        });
        thread.Start();
        Loop.RunUntilEmpty();
        Say("empty");
        thread.Join();
        Assert.Equal("before@1 ends empty", Log);
    }

    [Fact]
    public async Task Async_code_goes_on_elsewhere_after_the_end_of_the_loop()
    {
        var loop = new EventLoop();
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task waiting = Task.CompletedTask, posted = Task.CompletedTask;
        _ = loop.Schedule(Starts(() =>
        {
            waiting = ThreadAfter(late.Task);
            posted = ThreadAfter(Yields());
        }));
        loop.Tick();
        loop.Tick();
        loop.Dispose();
        late.SetResult();
        await waiting;
        await posted;

        static async Task Yields() => await Task.Yield();
        static async Task ThreadAfter(Task task)
        {
            await task;
            Assert.True(Thread.CurrentThread.IsThreadPoolThread);
        }
    }

    [Fact]
    public void The_end_of_the_loop_does_not_wait_for_async_void_methods()
    {
        var loop = new EventLoop();
        loop.Schedule(Starts(() => EndsElsewhere(new TaskCompletionSource().Task)));
        loop.Tick();
        loop.Tick();
        loop.Schedule(Returns("cancelled"));
        loop.Dispose();
        Assert.Equal("", Log);
    }

    [Fact]
    public async Task A_coroutine_that_another_thread_runs_is_awaited_by_usual_rules()
    {
        var (coroutine, failing) = (Loop.Schedule(Returns("done")), Loop.Schedule(Fails()));
        var (task, failed) = (Waits(coroutine), Waits(failing));
        var thread = new Thread(Loop.RunUntilEmpty);
        thread.Start();
        Assert.Equal("done", await task);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => failed);
        thread.Join();

        static async Task<object> Waits(Coroutine coroutine)
        {
            if (coroutine is Coroutine<string> typed)
                return await typed;
            await coroutine;
            return "none";
        }
    }

    [Fact]
    public void A_task_cannot_be_asked_for_while_another_thread_runs_the_loop()
    {
        Exception?[] errors = [];
        var coroutine = Loop.Schedule(Returns("done"));
        Loop.Run(Starts(() =>
        {
            var thread = new Thread(() => errors = [Record.Exception(() => { _ = coroutine.AsTask(); }), Record.Exception(() => coroutine.GetAwaiter())]);
            thread.Start();
            thread.Join();
        }));
        Assert.Equal(2, errors.Length);
        Assert.All(errors, error => Assert.Contains("loop.Post", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal));
    }
}
