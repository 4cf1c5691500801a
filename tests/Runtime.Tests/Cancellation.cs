namespace CoroGen.Runtime.Tests;

/// <summary>
/// Cancellation is level-triggered: each suspension of a cancelled coroutine throws. A coroutine cancelled before its first step still runs to its first
/// suspension (invariant 6).
/// </summary>
public sealed partial class Cancellation : LoopTest
{
    [Fact]
    public void A_coroutine_cancelled_before_its_launch_runs_to_its_first_suspension()
    {
        var coroutine = Speaks();
        coroutine.Cancel();
        RunAll(coroutine);
        Assert.Equal("first-step cleanup", Log);
        Assert.Equal(CoroutineStatus.Canceled, coroutine.Status);
    }

    [Fact]
    public void Invariant_06_a_coroutine_cancelled_before_its_first_step_runs_to_its_first_suspension()
    {
        var coroutine = Loop.Schedule(Speaks());
        coroutine.Cancel();
        Loop.RunUntilEmpty();
        Assert.Equal("first-step cleanup", Log);
        Assert.Equal(CoroutineStatus.Canceled, coroutine.Status);
    }

    [Fact]
    public void Invariant_06_each_suspension_of_a_cancelled_coroutine_throws()
    {
        RunAll(SwallowsCancels());
        Assert.Equal("Yield Sleep-zero Sleep Sleep-endless end", Log);
        Assert.Equal(TimeSpan.Zero, Clock.Elapsed);
    }

    [Fact]
    public void A_coroutine_that_swallows_its_cancel_and_returns_has_finished()
    {
        var coroutine = SwallowsCancels();
        RunAll(coroutine);
        Assert.Equal(CoroutineStatus.Finished, coroutine.Status);
        Assert.True(coroutine.IsCancellationRequested);
    }

    [Fact]
    public void A_turn_that_was_granted_wins_over_a_cancel()
    {
        var coroutine = YieldsTwice();
        RunAll(coroutine, Cancels(coroutine));
        Assert.Equal("turn", Log);
        Assert.Equal(CoroutineStatus.Canceled, coroutine.Status);
    }

    [Fact]
    public void The_exception_names_the_coroutine_and_the_reason()
    {
        var coroutine = Loop.Schedule(Speaks());
        coroutine.Cancel("closing time");
        coroutine.Cancel("another reason");
        var error = Assert.Throws<CoroutineCanceledException>(() => Loop.Run(coroutine));
        Assert.Same(coroutine, error.Coroutine);
        Assert.Equal("closing time", error.Reason);
        Assert.Contains("closing time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancel_of_an_ended_coroutine_does_nothing()
    {
        var coroutine = YieldsTwice();
        RunAll(coroutine);
        coroutine.Cancel();
        Assert.False(coroutine.IsCancellationRequested);
        Assert.Equal(CoroutineStatus.Finished, coroutine.Status);
    }

    [Fact]
    public void A_cancelled_child_is_an_error_of_the_one_who_waits_for_it()
    {
        var child = YieldsTwice();
        var parent = AwaitsCancelled(child);
        Assert.Throws<CoroutineCanceledException>(() => Loop.Run(parent));
        Assert.Equal(CoroutineStatus.Canceled, child.Status);
        Assert.Equal(CoroutineStatus.Error, parent.Status);
    }

    [Fact]
    public void The_token_is_cancelled_with_the_coroutine()
    {
        var coroutine = Loop.Schedule(HandsOutToken());
        Loop.Tick();
        Assert.Equal("registered", Log);
        coroutine.Cancel();
        Assert.Equal("registered token", Log);
        Assert.Equal(coroutine.CancellationToken, Assert.Throws<CoroutineCanceledException>(() => Loop.Run(coroutine)).CancellationToken);
    }

    [Fact]
    public void The_token_of_a_cancelled_coroutine_is_cancelled()
    {
        var coroutine = Speaks();
        coroutine.Cancel();
        Assert.True(coroutine.CancellationToken.IsCancellationRequested);
    }

    [Fact]
    public void A_failing_callback_of_the_token_does_not_keep_the_coroutine_from_ending()
    {
        var coroutine = Loop.Schedule(RegistersFailure());
        Loop.Tick();
        Assert.Throws<AggregateException>(() => coroutine.Cancel());
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Canceled, coroutine.Status);
    }

    [Fact]
    public void A_cancel_from_another_thread_while_the_loop_runs_throws()
    {
        var coroutine = Loop.Schedule(CancelsOnAnotherThread());
        Loop.Run(coroutine);
        Assert.Equal("InvalidOperationException False", Log);
    }
}
