namespace CoroGen.Runtime.Tests;

/// <summary><c>co.Select</c>: exactly one case is taken, and the others leave nothing behind (invariants 1 to 3).</summary>
public sealed partial class SelectTests : ExecutionsTest<SelectTests>
{
    private readonly CoChannel<int> _a = new();
    private readonly CoChannel<int> _b = new();
    private readonly CoEvent _event = new();

    [Fact]
    public void Of_several_that_are_possible_the_first_in_the_order_given_is_taken() =>
        Always("a:1 b:2 2 4 none", test => test.TakesInOrder, test => test.TakesInOrder());

    [Fact]
    public void The_first_that_becomes_possible_is_taken_and_only_that() =>
        Always("b:7@2 0/0 0/0 False", test => test.TakesFirst, test => test.TakesFirst());

    [Fact]
    public void Several_that_become_possible_in_one_step_are_one() =>
        Always("True False a:1@0 Running", test => test.OffersBoth, test => test.OffersBoth());

    [Fact]
    public void A_case_that_sends_is_taken_by_a_receiver() =>
        Always("5 sent:True 6 sent:True 0/0", test => test.SendsByCase, test => test.SendsByCase());

    [Fact]
    public void Cases_stand_among_others_in_order() =>
        Always("x:1 select:2 y:3", test => test.StandsInOrder, test => test.StandsInOrder());

    [Fact]
    public void A_time_begins_with_each_select() =>
        Always("late@2 a:1@3 late@5", test => test.WaitsForTimes, test => test.WaitsForTimes());

    [Fact]
    public void What_comes_in_the_same_pass_before_the_time_wins_and_the_time_is_not_taken_later() =>
        Always("a:1@1 late@4", test => test.ComesWithTheTime, test => test.ComesWithTheTime());

    [Fact]
    public void No_time_at_all_is_for_what_is_possible_without_waiting() =>
        Always("none a:1 none", test => test.Polls, test => test.Polls());

    [Fact]
    public void The_end_of_a_coroutine_is_a_case_that_never_throws() =>
        Always("ends@2 InvalidTimeZoneException a:1@2 ends@2", test => test.WaitsForEnds, test => test.WaitsForEnds());

    [Fact]
    public void An_event_is_a_case() =>
        Always("set@1 set@1 a:1@1 0", test => test.WaitsForEvent, test => test.WaitsForEvent());

    [Fact]
    public void A_cancel_withdraws_all_cases() =>
        Always("1/1/1 Canceled 0/0/0 False", test => test.CancelsSelect, test => test.CancelsSelect());

    [Fact]
    public void A_case_that_was_granted_wins_over_a_cancel() =>
        Always("a:1@0 Canceled", test => test.CancelsTooLate, test => test.CancelsTooLate());

    [Fact]
    public void Who_is_cancelled_takes_what_is_possible_at_once_and_does_not_wait() =>
        Always("a:1 CoroutineCanceledException 0/0 New", test => test.SelectsCancelled, test => test.SelectsCancelled());

    [Fact]
    public void Receiving_from_a_closed_channel_is_a_case_like_others() =>
        Always("closed ChannelClosedException closed@1 b:2 InvalidOperationException", test => test.ReceivesFromClosed, test => test.ReceivesFromClosed());

    [Fact]
    public void Sending_to_a_closed_channel_throws() =>
        Always("closed closed@1 0/0", test => test.SendsToClosed, test => test.SendsToClosed());

    [Fact]
    public void A_channel_is_not_received_from_and_sent_to_by_the_same_select() =>
        Always("1/1 got:1 1/1 sent:2 0/0", test => test.DoesBoth, test => test.DoesBoth());

    [Fact]
    public void Misuse_throws_and_changes_nothing() =>
        Always(
            "ArgumentException ArgumentException ArgumentNullException InvalidOperationException InvalidOperationException InvalidOperationException 1/0 a:1@0",
            test => test.Misuses,
            test => test.Misuses());

    [Fact]
    public void A_time_limit_is_that_of_a_coroutine() =>
        Always("late@3 0/0", test => test.HasLimit, test => test.HasLimit());

    [Fact]
    public void A_merge_receives_all_items_until_both_channels_are_closed() =>
        Always("1 11 2 3 12 end", test => test.Merges, test => test.Merges());

    [Fact]
    public void Cases_that_are_ready_do_not_starve_others()
    {
        RunAll(SelectsUntilStopped(), Stops());
        Assert.Equal("stop stopped", Log);
    }

    [Fact]
    public void Waiting_allocates_nothing_after_the_first_times()
    {
        Schedule(SelectsForEver(), SendsForEver());
        for (var i = 0; i < 1000; i++)
            Loop.Tick();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Loop.Tick();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100);
    }

    [Fact]
    public void A_select_that_waits_for_itself_is_a_deadlock()
    {
        Schedule(SelectsEachOther());
        Assert.Throws<DeadlockException>(Loop.RunUntilEmpty);
    }

    [Fact]
    public void Plain_code_that_is_stopped_leaves_no_case_behind()
    {
        Loop.Post(Loop.Stop);
        var late = CoSelect.After(TimeSpan.FromSeconds(1));
        Assert.Throws<OperationCanceledException>(() => Loop.Blocking.Select(_a.Receiving(), late));
        Assert.False(_a.TrySend(1));
        Assert.Same(late, Loop.Blocking.Select(_a.Receiving(), late));
        Assert.Equal(TimeSpan.FromSeconds(1), Clock.Elapsed);
    }

    [Fact]
    public void A_negative_time_is_an_argument_error() => Assert.Throws<ArgumentOutOfRangeException>(() => CoSelect.After(TimeSpan.FromSeconds(-2)));
}
