namespace CoroGen.Runtime.Tests;

/// <summary>The blocking handle: plain code as one coroutine among the others, with the same effects in the same order (SPEC, "One body, two executions").</summary>
public sealed partial class Blocking : LoopTest
{
    [Fact]
    public void Plain_code_calls_a_coroutine_method_and_gets_its_result()
    {
        Assert.Equal("A's tray", Prepare(Loop.Blocking, "A"));
        Assert.Equal("launched burger@4 fries@8 bill@9", Log);
    }

    [Fact]
    public void A_handle_of_nobody_says_where_plain_code_gets_one()
    {
        Action[] uses = [() => default(Co).Yield(), () => new Co().Sleep(1), () => default(Co).Launch(Fails()), () => _ = default(Co).Loop];
        Assert.All(uses, use => Assert.Contains("'loop.Blocking'", Assert.Throws<InvalidOperationException>(use).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Both_executions_have_the_same_effects_in_the_same_order()
    {
        Prepare(Loop.Blocking, "A");
        var plain = Log;
        using var other = new Blocking();
        other.Loop.Run(other.Prepare("A"));
        Assert.Equal(plain, other.Log);
    }

    [Fact]
    public void Plain_code_takes_turns_with_what_was_launched()
    {
        Schedule(Counts("b", 3));
        Counts(Loop.Blocking, "a", 3);
        Assert.Equal("a b a b a b", Log);
    }

    [Fact]
    public void Plain_code_waits_its_turn_for_a_lock_and_holds_it_against_others()
    {
        var @lock = new CoLock();
        Schedule(Holds("a", @lock, 2), Holds("b", @lock, 2));
        Loop.Tick();
        Holds(Loop.Blocking, "plain", @lock, 2);
        Loop.Schedule(Holds("c", @lock, 0));
        Loop.RunUntilEmpty();
        Assert.Equal("a@0 b@2 plain@4 c@6", Log);
    }

    [Fact]
    public void Plain_code_gets_the_exception_of_what_it_waits_for()
    {
        Assert.Throws<InvalidTimeZoneException>(() => Loop.Blocking.Await(Fails()));
        Assert.Throws<InvalidTimeZoneException>(() => Fails(Loop.Blocking));
        var result = Loop.Blocking.Wait(Fails(), Counts("a", 1));
        Assert.Equal("1 finished, 1 failed", result.ToString());
    }

    [Fact]
    public void Joins_of_every_kind_block()
    {
        Assert.Equal([1, 2], Loop.Blocking.WaitAll(Returns(1), Returns(2)));
        Loop.Blocking.WaitAll(Returns(3), Counts("a", 1));
        var first = Returns(4);
        Assert.Same(first, Loop.Blocking.WaitAny(first, Returns(5)));
        Assert.Equal(6, Loop.Blocking.Await(Returns(6)));
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void Plain_code_stops_waiting_when_the_loop_is_stopped_and_leaves_no_timer()
    {
        Schedule(StopsAfter(1));
        Assert.Throws<OperationCanceledException>(() => Loop.Blocking.Sleep(5000));
        Assert.Equal(TimeSpan.FromSeconds(1), Clock.Elapsed);
        Loop.RunUntilEmpty();
        Assert.Equal(TimeSpan.FromSeconds(1), Clock.Elapsed);
    }

    [Fact]
    public void Plain_code_that_was_stopped_in_a_queue_is_out_of_it()
    {
        var @lock = new CoLock();
        var holder = Loop.Schedule(Holds("a", @lock, 2));
        Schedule(StopsAfter(1));
        Loop.Tick();
        Assert.Throws<OperationCanceledException>(() => Loop.Blocking.Lock(@lock));
        Loop.Run(holder);
        Assert.False(@lock.IsHeld);
    }

    [Fact]
    public void A_lock_that_was_handed_over_to_plain_code_is_not_lost_when_the_loop_is_stopped()
    {
        var @lock = new CoLock();
        Schedule(HoldsAndStops(@lock));
        Loop.Tick();
        using (Loop.Blocking.Lock(@lock))
            Assert.True(@lock.IsHeld);
        Assert.False(@lock.IsHeld);
    }

    [Fact]
    public void Plain_code_that_can_never_go_on_is_told_so()
    {
        var @lock = new CoLock();
        var plain = Loop.Blocking;
        using (plain.Lock(@lock))
        {
            Assert.Throws<DeadlockException>(() => Loop.Blocking.Await(Holds("never", @lock, 0)));
            Assert.Throws<DeadlockException>(Loop.RunUntilEmpty);
        }
        Loop.RunUntilEmpty();
        Assert.Equal("never@0", Log);
    }

    [Fact]
    public void A_cancel_of_plain_code_ends_its_wait_and_a_later_handle_is_not_cancelled()
    {
        var plain = Loop.Blocking.Current;
        Schedule(Cancels(plain));
        Assert.Throws<CoroutineCanceledException>(() => Loop.Blocking.Sleep(1000));
        Loop.Blocking.Sleep(1000);
        Assert.Equal(TimeSpan.FromSeconds(1), Clock.Elapsed);
    }

    [Fact]
    public void A_blocking_handle_inside_a_coroutine_throws_before_it_does_anything()
    {
        var child = Returns(1);
        var @lock = new CoLock();
        Loop.Run(MisusesBlocking(child, @lock));
        Assert.Equal("7 refused", Log);
        Assert.Equal(CoroutineStatus.New, child.Status);
        Assert.False(@lock.IsHeld);
        Assert.Equal(1, Loop.Run(child));
    }

    [Fact]
    public void The_loop_of_the_thread_is_one_and_the_same()
    {
        var loop = Co.Blocking.Loop;
        Assert.Same(loop, Co.Blocking.Loop);
        Co.Blocking.Yield();
        loop.Dispose();
        Assert.NotSame(loop, Co.Blocking.Loop);
        Co.Blocking.Yield();
    }
}
