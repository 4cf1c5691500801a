namespace CoroGen.Runtime.Tests;

/// <summary><c>co.Suspend</c>: the first of a result, an exception and a cancel ends the wait; nothing is lost (invariants 2 and 6).</summary>
public sealed partial class Suspensions : LoopTest
{
    private Suspension<string> _started = null!;
    private Thread _caller = null!;

    [Fact]
    public void A_callback_lets_the_coroutine_go_on_with_its_result()
    {
        var coroutine = Loop.Schedule(Waits());
        Loop.Tick();
        Assert.True(_started.SetResult("called"));
        Loop.RunUntilEmpty();
        Assert.Equal("called", coroutine.Result);
    }

    [Fact]
    public void A_callback_on_another_thread_wakes_the_loop()
    {
        Assert.Equal("from afar", Loop.Run(WaitsForThread("from afar")));
        _caller.Join();
        Loop.RunUntilEmpty();
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void A_callback_before_the_start_has_returned_does_not_suspend()
    {
        Assert.Equal("at once", Loop.Run(CompletesAtOnce("at once")));
        Assert.Equal(1, Loop.Passes);
        Loop.RunUntilEmpty();
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void An_exception_is_thrown_by_the_suspension()
    {
        var coroutine = Loop.Schedule(Waits());
        Loop.Tick();
        Assert.True(_started.SetException(new InvalidTimeZoneException("broken")));
        Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(coroutine));
    }

    [Fact]
    public void What_comes_after_the_first_outcome_has_no_effect()
    {
        var coroutine = Loop.Schedule(Waits());
        Loop.Tick();
        Assert.True(_started.SetResult("first"));
        Assert.False(_started.SetResult("second"));
        Assert.False(_started.SetException(new InvalidTimeZoneException()));
        Loop.RunUntilEmpty();
        Assert.False(_started.SetResult("third"));
        Assert.Equal("first", coroutine.Result);
    }

    [Fact]
    public void A_cancel_ends_the_wait_and_calls_the_operation_off()
    {
        var coroutine = Loop.Schedule(Waits());
        Loop.Tick();
        coroutine.Cancel();
        Assert.Equal("called-off", Log);
        Assert.False(_started.SetResult("late"));
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Canceled, coroutine.Status);
        Assert.Equal(0, Loop.ExternalWaits);
    }

    [Fact]
    public void A_result_that_was_set_wins_over_a_cancel()
    {
        var coroutine = Loop.Schedule(Waits());
        Loop.Tick();
        _started.SetResult("set");
        coroutine.Cancel();
        Loop.RunUntilEmpty();
        Assert.Equal("set", coroutine.Result);
        Assert.Equal("", Log);
    }

    [Fact]
    public void A_failure_of_calling_off_is_thrown_to_the_one_who_cancels_and_the_wait_ends_all_the_same()
    {
        var coroutine = Loop.Schedule(WaitsAndFailsToCallOff());
        Loop.Tick();
        Assert.Throws<InvalidTimeZoneException>(() => coroutine.Cancel());
        Loop.RunUntilEmpty();
        Assert.Equal(CoroutineStatus.Canceled, coroutine.Status);
    }

    [Fact]
    public void An_exception_of_the_start_is_thrown_and_leaves_nothing_behind()
    {
        Assert.Throws<InvalidTimeZoneException>(() => Loop.Run(FailsToStart()));
        Assert.Equal(0, Loop.ExternalWaits);
        Assert.False(_started.SetResult("late"));
    }

    [Fact]
    public void A_cancelled_coroutine_does_not_start_the_operation()
    {
        var coroutine = SuspendsThoughCancelled();
        RunAll(coroutine);
        Assert.Equal("", Log);
        Assert.Equal(CoroutineStatus.Canceled, coroutine.Status);
    }

    [Fact]
    public void A_callback_after_the_loop_is_disposed_is_harmless()
    {
        using (var loop = new EventLoop())
        {
            loop.Schedule(Waits());
            loop.Tick();
        }
        Assert.Equal("called-off", Log);
        Assert.False(_started.SetResult("late"));
    }

    [Fact]
    public void Plain_code_suspends_too()
    {
        var thread = new Thread(() =>
        {
            SpinWait.SpinUntil(() => Volatile.Read(ref _started) is not null);
            _started.SetResult("plain");
        });
        thread.Start();
        Assert.Equal("plain", Waits(Loop.Blocking));
        thread.Join();
    }

    [Fact]
    public void No_start_is_an_argument_error() => Assert.Throws<ArgumentNullException>(() => Loop.Run(StartsWith(null!)));

    [Coroutine]
    private string Waits(Co co) => co.Suspend<string>(suspension =>
    {
        suspension.OnCanceled(() => Say("called-off"));
        _started = suspension;
    });

    [Coroutine]
    private string WaitsForThread(Co co, string result) => co.Suspend<string>(suspension =>
    {
        _caller = new Thread(() => suspension.SetResult(result));
        _caller.Start();
    });

    [Coroutine]
    private static string CompletesAtOnce(Co co, string result) => co.Suspend<string>(suspension => suspension.SetResult(result));

    [Coroutine]
    private static string WaitsAndFailsToCallOff(Co co) =>
        co.Suspend<string>(static suspension => suspension.OnCanceled(static () => throw new InvalidTimeZoneException()));

    [Coroutine]
    private string FailsToStart(Co co) => co.Suspend<string>(suspension =>
    {
        _started = suspension;
        throw new InvalidTimeZoneException();
    });

    [Coroutine]
    private void SuspendsThoughCancelled(Co co)
    {
        co.Current.Cancel();
        co.Suspend<string>(_ => Say("started"));
    }

    [Coroutine]
    private static string StartsWith(Co co, Action<Suspension<string>> start) => co.Suspend(start);
}
