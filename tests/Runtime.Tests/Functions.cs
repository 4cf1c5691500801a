namespace CoroGen.Runtime.Tests;

/// <summary>Delegates with a handle.</summary>
public sealed partial class Functions : ExecutionsTest<Functions>
{
    [Fact]
    public void Launched_delegates_take_turns() =>
        Always("launched a0@0 b0@0 a1@1 b1@1 a2@1 3 2", test => test.Launches, test => test.Launches());

    [Fact]
    public void A_delegate_that_is_called_runs_in_the_same_coroutine_at_once() =>
        Always("other0@0 called a0@0 other1@1 a1@1 2 True", test => test.Calls, test => test.Calls());

    [Fact]
    public void A_delegate_that_does_not_wait_completes_at_once() =>
        Always("5 again 5", test => test.CallsWithoutWaiting, test => test.CallsWithoutWaiting());

    [Fact]
    public void A_delegate_may_call_delegates() =>
        Always("2:in 1:in 0:in 0:out 1:out 2:out other 3", test => test.CallsNested, test => test.CallsNested());

    [Fact]
    public void A_delegate_releases_the_locks_that_its_caller_holds() =>
        Always("released taken@0 held", test => test.HandsLockToDelegate, test => test.HandsLockToDelegate());

    [Fact]
    public void An_exception_passes_to_the_caller() =>
        Always("early late@1 launched@2", test => test.CatchesFailures, test => test.CatchesFailures());

    [Fact]
    public void A_delegate_that_fails_and_is_waited_for_by_nobody_is_reported()
    {
        foreach (var test in Kinds())
        {
            test.Loop.Schedule(Coroutine.From(test.Failing("lost", 1)));
            Assert.Equal("lost", Assert.Throws<InvalidTimeZoneException>(test.Loop.RunUntilEmpty).Message);
        }
    }

    [Fact]
    public void A_cancel_ends_the_wait_of_a_delegate_and_its_cleanup_runs() =>
        Always("cleanup@1 canceled@1 again:canceled@1", test => test.IsCancelledInDelegate, test => test.IsCancelledInDelegate());

    [Fact]
    public void A_launched_delegate_can_be_cancelled() =>
        Always("cleanup@1 Canceled", test => test.CancelsLaunched, test => test.CancelsLaunched());

    [Fact]
    public void Joins_take_coroutines_of_delegates() =>
        Always("a0@0 b0@0 b1@1 c0@1 late 2 finished, 1 failed 1,2 2", test => test.Joins, test => test.Joins());

    [Fact]
    public void Several_delegates_in_one_run_one_after_the_other() =>
        Always("a0@0 other a1@1 b0@1 c0@2 c1@3", test => test.CallsCombined, test => test.CallsCombined());

    [Fact]
    public void Waits_for_what_other_threads_end_go_on() =>
        Always("7 True", test => test.AwaitsTask, test => test.AwaitsTask());

    [Fact]
    public void No_delegate_is_what_no_delegate_is_in_plain_code()
    {
        Assert.Throws<ArgumentNullException>(() => Coroutine.From(null!));
        Assert.Throws<ArgumentNullException>(() => Coroutine.From<int>(null!));
        Always("NullReferenceException", test => test.CallsNothing, test => test.CallsNothing());
    }

    [Fact]
    public void A_delegate_of_generated_code_called_by_plain_code_lets_nobody_in_between()
    {
        Schedule(Coroutine.From(CountingAction("other", 1)));
        Delegates = Kind.Machine;
        Assert.Equal(2, Counting("a", 2)(Loop.Blocking));
        Assert.Equal("a0@0 other0@0 a1@1", Log);
    }

    [Fact]
    public void A_coroutine_of_a_delegate_is_stepped_by_hand()
    {
        foreach (var test in Kinds())
        {
            var coroutine = Coroutine.From(test.Saying("later"));
            while (!coroutine.IsDone)
            {
                test.Say("step");
                coroutine.Step();
            }
            Assert.Equal("step step later", test.Log);
        }
    }

    [Fact]
    public void The_name_is_that_of_the_method_or_of_the_method_around_it()
    {
        CoAction lambda = static co => co.Yield();
        CoAction local = Local;
        CoFunc<int> method = CountsTwice;
        string[] names = [Coroutine.From(lambda).Name, Coroutine.From(local).Name, Coroutine.From(method).Name, Coroutine.From(lambda + local).Name];
        Assert.Equal([$"lambda in {nameof(The_name_is_that_of_the_method_or_of_the_method_around_it)}", "Local", "CountsTwice", "delegates"], names);

        static void Local(Co co) => co.Yield();
    }

    [Fact]
    public void Deep_recursion_through_delegates_does_not_overflow_the_stack()
    {
        Delegates = Kind.Machine;
        Assert.Equal(20_001, Loop.Run(Coroutine.From(Nested(20_000))));
    }

    [Fact]
    public void Calls_of_delegates_do_not_fill_the_pool()
    {
        Delegates = Kind.Machine;
        Loop.Run(CallsOften(1000));
        var slot = Counts("", 0).Info.Slot;
        Assert.NotNull(Loop.Frames.Rent(slot));
        Assert.Null(Loop.Frames.Rent(slot));
    }

    [Fact]
    public void An_ended_delegate_holds_nothing()
    {
        foreach (var test in Kinds())
        {
            var coroutine = test.Loop.Schedule(Coroutine.From(test.CountingAction("a", 1)));
            var captured = test.CapturingOne(out var action);
            var other = test.Loop.Schedule(Coroutine.From(action));
            action = null!;
            test.Loop.RunUntilEmpty();
            GC.Collect();
            Assert.False(captured.TryGetTarget(out _), $"{test.Delegates}");
            Assert.Equal((CoroutineStatus.Finished, CoroutineStatus.Finished), (coroutine.Status, other.Status));
        }
    }

    [Fact]
    public void The_deadlock_of_a_delegate_is_found()
    {
        foreach (var test in Kinds())
        {
            var @lock = new CoLock();
            var held = test.Loop.Schedule(test.HoldsAndAwaits(@lock));
            Assert.Contains("waits for", Assert.Throws<DeadlockException>(() => test.Loop.Run(held)).Message, StringComparison.Ordinal);
        }
    }
}
