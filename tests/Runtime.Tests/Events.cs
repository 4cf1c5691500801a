namespace CoroGen.Runtime.Tests;

/// <summary>Events: all who wait go on, in order, when it is set (invariants 2, 3 and 8).</summary>
public sealed partial class Events : ExecutionsTest<Events>
{
    private readonly CoEvent _event = new();

    [Fact]
    public void Set_wakes_all_in_order_and_those_who_come_later_do_not_wait() =>
        Always("set a@1 b@1 late@1 True", test => test.SetsForAll, test => test.SetsForAll());

    [Fact]
    public void Those_who_were_woken_go_on_though_it_is_reset_before_their_steps() =>
        Always("False a@1 b@1 1", test => test.SetsAndResets, test => test.SetsAndResets());

    [Fact]
    public void A_cancelled_waiter_leaves_nothing_and_one_that_was_woken_goes_on() =>
        Always("2 a-canceled@0 1 c@0 0 Running", test => test.CancelsWaiters, test => test.CancelsWaiters());

    [Fact]
    public void A_time_limit_is_that_of_a_coroutine() =>
        Always("late@2 0 in-time@2", test => test.WaitsWithLimit, test => test.WaitsWithLimit());

    [Fact]
    public void It_can_be_set_from_the_beginning() => Assert.True(new CoEvent(isSet: true).IsSet);

    [Fact]
    public void Waiting_for_one_that_is_set_does_not_starve_others()
    {
        RunAll(WaitsUntil(new CoEvent(isSet: true)), Stops());
        Assert.Equal("stop stopped", Log);
    }

    [Fact]
    public void A_post_of_another_thread_may_set_it_but_the_thread_itself_may_not()
    {
        Schedule(Waits("a"), SetsOnAnotherThread());
        Loop.Tick();
        var thread = new Thread(() => Loop.Post(_event.Set));
        thread.Start();
        Loop.RunUntilEmpty();
        thread.Join();
        Assert.Equal("InvalidOperationException False a@0", Log);
    }

    [Fact]
    public void One_event_belongs_to_one_loop()
    {
        using var other = new EventLoop();
        Schedule(Waits("a"));
        Loop.Tick();
        Assert.Throws<InvalidOperationException>(() => other.Run(Waits("b")));
        Assert.Equal(1, _event.Waiters.Count);
    }

    private bool _isStopped;

    [Coroutine]
    private void Waits(Co co, string name)
    {
        try
        {
            _event.Wait(co);
            SayWhen(name);
        }
        catch (CoroutineCanceledException)
        {
            SayWhen($"{name}-canceled");
            throw;
        }
    }

    [Coroutine]
    private void SetsForAll(Co co)
    {
        co.Launch(Waits("a"));
        co.Launch(Waits("b"));
        co.Sleep(1000);
        _event.Set();
        Say("set");
        co.Launch(Waits("late"));
        co.Yield();
        Say(_event.IsSet);
    }

    [Coroutine]
    private void SetsAndResets(Co co)
    {
        co.Launch(Waits("a"));
        co.Launch(Waits("b"));
        co.Sleep(1000);
        _event.Set();
        _event.Reset();
        Say(_event.IsSet);
        var late = co.Launch(_event.Wait());
        co.Yield();
        Say(_event.Waiters.Count);
        _event.Set();
        co.Await(late);
    }

    [Coroutine]
    private void CancelsWaiters(Co co)
    {
        var first = co.Launch(Waits("a"));
        var second = co.Launch(_event.Wait());
        co.Yield();
        Say(_event.Waiters.Count);
        first.Cancel();
        co.Yield();
        Say(_event.Waiters.Count);
        second.Cancel();
        var third = co.Launch(Waits("c"));
        co.Yield();
        _event.Set();
        third.Cancel();
        co.Yield();
        Say(_event.Waiters.Count);
        Say(co.Current.Status);
    }

    [Coroutine]
    private void WaitsWithLimit(Co co)
    {
        try
        {
            co.Timeout(TimeSpan.FromSeconds(2), _event.Wait());
        }
        catch (TimeoutException)
        {
            SayWhen("late");
        }
        Say(_event.Waiters.Count);
        _event.Set();
        co.Timeout(TimeSpan.Zero, _event.Wait());
        SayWhen("in-time");
    }

    [Coroutine]
    private void WaitsUntil(Co co, CoEvent set)
    {
        while (!_isStopped)
            set.Wait(co);
        Say("stopped");
    }

    [Coroutine]
    private void Stops(Co co)
    {
        co.Yield();
        _isStopped = true;
        Say("stop");
    }

    [Coroutine]
    private void SetsOnAnotherThread(Co co)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(_event.Set));
        thread.Start();
        thread.Join();
        Say(thrown!.GetType().Name);
        Say(_event.IsSet);
        co.Yield();
    }
}
