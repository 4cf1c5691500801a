namespace CoroGen.Runtime.Tests;

/// <summary>No error is lost: unobserved ones reach <c>UnobservedError</c>, or the call under way throws them (invariant 10).</summary>
public sealed partial class Errors : LoopTest
{
    [Fact]
    public void A_failed_coroutine_ends_in_error_and_keeps_its_exception()
    {
        var failing = Fails("broken", 0);
        var thrown = Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(failing));
        Assert.Equal(CoroutineStatus.Error, failing.Status);
        Assert.Same(thrown, failing.Error);
        Assert.True(failing.IsDone);
    }

    [Fact]
    public void The_result_of_a_failed_coroutine_throws_its_error()
    {
        var failing = Loop.Schedule(FailsToReturn());
        Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(failing));
        Assert.Throws<InvalidTimeZoneException>(() => failing.Result);
    }

    [Fact]
    public void The_result_of_a_coroutine_that_has_not_ended_throws()
    {
        var failing = FailsToReturn();
        Assert.Throws<InvalidOperationException>(() => failing.Result);
        Assert.Null(failing.Error);
    }

    [Fact]
    public void The_stack_trace_shows_where_the_error_was_thrown()
    {
        var thrown = Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(Calls("deep", 1)));
        Assert.Contains(nameof(ThrowHere), thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Invariant_10_the_run_under_way_throws_an_error_nobody_has_seen_when_it_ends()
    {
        Loop.Schedule(Fails("lost", 0));
        var thrown = Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(Sleeps(3)));
        Assert.Equal("lost", thrown.Message);
        Assert.Equal("awake@3", Log);
    }

    [Fact]
    public void The_run_under_way_throws_its_own_error_and_the_unseen_ones_together()
    {
        Schedule(Fails("first", 1), Fails("second", 2));
        var thrown = Assert.Throws<AggregateException>(() => Loop.Run(Fails("own", 3)));
        Assert.Equal(["own", "first", "second"], thrown.InnerExceptions.Select(inner => inner.Message));
    }

    [Fact]
    public void A_tick_throws_an_error_nobody_has_seen_once()
    {
        Schedule(FailsAtOnce("lost"), Sleeps(1));
        Assert.Throws<InvalidTimeZoneException>(() => Loop.Tick());
        Assert.True(Loop.Tick());
    }

    [Fact]
    public void Dispose_throws_an_error_nobody_has_seen()
    {
        var loop = new EventLoop();
        loop.Schedule(FailsInCleanup("lost"));
        loop.Tick();
        Assert.Equal("lost", Assert.Throws<InvalidTimeZoneException>(loop.Dispose).Message);
        loop.Dispose();
    }

    [Fact]
    public void An_error_that_somebody_looks_at_is_not_thrown_again()
    {
        var failing = Loop.Schedule(Fails("seen", 1));
        Loop.Run(LooksAt(failing, 2));
        Assert.Equal("seen", Log);
    }

    [Fact]
    public void An_error_is_reported_once_at_the_end_of_the_pass_in_which_it_happened()
    {
        using var loop = Reporting();
        loop.Run(LaunchesAndYields(FailsAtOnce("lost")));
        Assert.Equal("pass-1 pass-2 FailsAtOnce:lost pass-3", Log);
    }

    [Fact]
    public void An_error_that_a_waiter_gets_is_not_reported()
    {
        using var loop = Reporting();
        loop.Run(Catches(Fails("caught", 1)));
        Assert.Equal("caught", Log);
    }

    [Fact]
    public void An_error_whose_waiter_was_cancelled_in_the_meantime_is_reported()
    {
        using var loop = Reporting();
        var waiter = Waits(Fails("lost", 1), Sleeps(5));
        loop.Schedule(waiter);
        loop.Schedule(CancelsAfter(2, waiter));
        loop.RunUntilEmpty();
        Assert.Equal("Fails:lost awake@5", Log);
    }

    [Fact]
    public void An_error_of_one_that_lost_against_the_first_to_end_is_reported()
    {
        using var loop = Reporting();
        loop.Schedule(WaitsAny(Sleeps(1), Fails("lost", 2)));
        loop.RunUntilEmpty();
        Assert.Equal("awake@1 Fails:lost", Log);
    }

    [Fact]
    public void A_cancelled_coroutine_is_no_error()
    {
        var canceled = Loop.Schedule(Sleeps(9));
        Loop.Tick();
        canceled.Cancel();
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Canceled, canceled.Status);
        Assert.IsType<CoroutineCanceledException>(canceled.Error);
    }

    [Fact]
    public void An_operation_canceled_exception_of_a_coroutine_that_was_not_cancelled_is_an_error()
    {
        var coroutine = ThrowsCanceled();
        Assert.Throws<OperationCanceledException>(() => Loop.Run(coroutine));
        Assert.Equal(CoroutineStatus.Error, coroutine.Status);
    }

    [Fact]
    public void An_error_of_a_posted_action_is_thrown_when_the_run_ends()
    {
        Loop.Post(static () => throw new InvalidTimeZoneException("posted"));
        Loop.Post(() => Say("next-post"));
        Assert.Equal("posted", Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(Sleeps(1))).Message);
        Assert.Equal("next-post awake@1", Log);
    }

    [Fact]
    public void An_error_of_a_posted_action_is_reported()
    {
        using var loop = Reporting();
        loop.Post(static () => throw new InvalidTimeZoneException("posted"));
        loop.Run(Sleeps(1));
        Assert.Equal("post:posted awake@1", Log);
    }

    private EventLoop Reporting() => new(new EventLoopOptions
    {
        TimeProvider = Clock,
        UnobservedError = (coroutine, error) => Say($"{coroutine?.Name ?? "post"}:{error.Message}"),
    });

    private static void ThrowHere(string message) => throw new InvalidTimeZoneException(message);
}
