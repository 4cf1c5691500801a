namespace CoroGen.Runtime.Tests;

/// <summary><c>co.Offload</c>: work on the thread pool, at most so much at a time; what a cancel of the coroutine means to it.</summary>
public sealed partial class Offloading : ExecutionsTest<Offloading>
{
    public Offloading()
        : base(offloadLimit: 1)
    {
    }

    [Fact]
    public void Work_runs_on_the_thread_pool_and_the_coroutine_goes_on_at_home() =>
        Always("pool result True False home@0", test => test.OffloadsEachKind, test => test.OffloadsEachKind());

    [Fact]
    public void A_failure_is_thrown_with_its_stack_trace() =>
        Always("broken True ArgumentNullException", test => test.OffloadsFailure, test => test.OffloadsFailure());

    [Fact]
    public void Beyond_the_bound_work_begins_in_the_order_of_the_calls() =>
        Always("begins c begins a begins b", test => test.OffloadsInOrder, test => test.OffloadsInOrder());

    [Fact]
    public void Work_that_has_not_begun_is_taken_back_by_a_cancel() =>
        Always("second:enough first begins third Canceled", test => test.CancelsWhatHasNotBegun, test => test.CancelsWhatHasNotBegun());

    [Fact]
    public void Work_that_has_begun_is_told_by_its_token() =>
        Always("told child:enough Canceled", test => test.CancelsWhatHasBegun, test => test.CancelsWhatHasBegun());

    [Fact]
    public void Work_that_has_begun_is_waited_for_and_its_result_wins_over_the_cancel() =>
        Always("Running completed completed:enough Canceled", test => test.CancelsWhatCompletesAllTheSame, test => test.CancelsWhatCompletesAllTheSame());

    [Fact]
    public void A_failure_wins_over_the_cancel() =>
        Always("Error:broken", test => test.CancelsWhatFailsThen, test => test.CancelsWhatFailsThen());

    [Fact]
    public void A_cancelled_coroutine_starts_no_work() =>
        Always("CoroutineCanceledException", test => test.OffloadsThoughCancelled, test => test.OffloadsThoughCancelled());

    [Fact]
    public void Virtual_time_stands_still_while_work_is_under_way() =>
        Always("worked@0 awake@1", test => test.WorksWhileOthersSleep, test => test.WorksWhileOthersSleep());

    [Fact]
    public void Work_sees_the_asynchronous_locals_of_the_coroutine_and_keeps_its_own() =>
        Always("seen seen", test => co => test.OffloadsWithLocals(co, new AsyncLocal<string>()), test => test.OffloadsWithLocals(new AsyncLocal<string>()));

    [Fact]
    public void As_much_as_the_bound_allows_runs_at_a_time()
    {
        using var loop = new EventLoop(new EventLoopOptions { OffloadLimit = 2 });
        loop.Run(OffloadsPairs());
        Assert.Equal("ended ended ended ended ended ended most=2", Log);
    }

    [Fact]
    public void Of_a_cancel_and_the_begin_of_the_work_one_comes_first()
    {
        using var loop = new EventLoop(new EventLoopOptions { OffloadLimit = 8 });
        var hasRun = new bool[1000];
        var children = hasRun.Select((_, number) => Offloads(() => hasRun[number] = true)).ToArray();
        loop.Run(CancelsAll(children));
        Assert.Equal(hasRun, children.Select(child => child.Status == CoroutineStatus.Finished));
        Assert.Equal((8, 0, 0), (loop.OffloadPermits.Available, loop.ExternalWaits, loop.WorkUnderWay));
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        foreach (var body in new Func<Coroutine>[] { OffloadsFailure, CancelsWhatHasNotBegun, CancelsWhatHasBegun, CancelsWhatCompletesAllTheSame, OffloadsThoughCancelled })
        {
            Record.Exception(() => Loop.Run(body()));
            Assert.Equal((1, 0, 0), (Loop.OffloadPermits.Available, Loop.ExternalWaits, Loop.WorkUnderWay));
        }
    }

    [Fact]
    public void Delegates_without_a_state_machine_offload_too()
    {
        Loop.Run(Coroutine.From(co => Say(co.Offload(() => Place))));
        Assert.Equal("pool", Log);
    }

    [Fact]
    public void Work_may_run_a_loop_of_its_own()
    {
        using var other = new EventLoop(new EventLoopOptions { TimeProvider = new VirtualTime() });
        Loop.Run(Offloads("ran", () => other.Run(Sleeps(1))));
        Assert.Equal("awake@0 ran", Log);
    }

    [Fact]
    public void The_end_of_the_loop_waits_for_work_that_has_begun()
    {
        var loop = new EventLoop();
        using var begun = new ManualResetEventSlim();
        var hasEnded = false;
        loop.Schedule(OffloadsWithToken("work", token =>
        {
            begun.Set();
            token.WaitHandle.WaitOne();
            hasEnded = true;
        }));
        loop.Tick();
        begun.Wait();
        loop.Dispose();
        Assert.True(hasEnded);
        Assert.Equal("work work:the loop is disposed", Log);
    }

    [Fact]
    public void Plain_code_that_is_stopped_does_not_wait_for_the_end()
    {
        using var end = new ManualResetEventSlim();
        Loop.Post(Loop.Stop);
        Assert.Throws<OperationCanceledException>(() => Loop.Blocking.Offload(() => end.Wait()));
        end.Set();
        Offloads(Loop.Blocking, "next", () => { });
        Assert.Equal("next", Log);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_bound_must_be_positive(int limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventLoop(new EventLoopOptions { OffloadLimit = limit }));
}
