namespace CoroGen.Runtime.Tests;

/// <summary>Channels: first come, first served on both sides; a grant wins over a cancel; no item is lost, none received twice (invariants 1 to 3 and 8).</summary>
public sealed partial class Channels : ExecutionsTest<Channels>
{
    private CoChannel<int> _channel = new();

    [Fact]
    public void Without_room_a_sender_waits_for_its_receiver() =>
        Always("sending@0 1@2 sent@2", test => test.Meets, test => test.Meets());

    [Fact]
    public void A_receiver_waits_for_a_sender() =>
        Always("sending@2 sent@2 1@2", test => test.MeetsLate, test => test.MeetsLate());

    [Fact]
    public void With_room_senders_run_ahead_as_far_as_there_is_room() =>
        Always("sent-1@0 sent-2@0 2 1@1 sent-3@1 2@2 sent-4@2 3@3 4@4", test => test.RunsAhead, test => test.RunsAhead());

    [Fact]
    public void With_all_room_senders_never_wait() =>
        Always("1000 499500", test => test.RunsAheadWithoutEnd, test => test.RunsAheadWithoutEnd());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Several_senders_and_receivers_take_turns_in_the_order_in_which_they_came(int capacity) =>
        Always("a:1 b:2 c:3 a:4 b:5 c:6", test => test.WithRoom(capacity).SharesOut, test => test.WithRoom(capacity).SharesOut());

    [Fact]
    public void Trying_does_not_wait_and_does_not_overtake() =>
        Always(
            "False False | False 1 2 3 False | True True False 1 4 5 False",
            test => test.Tries,
            test => test.Tries());

    [Fact]
    public void Trying_hands_an_item_to_the_receiver_that_waits_first() =>
        Always("True a:1@0 b:2@0", test => test.TriesToHandOver, test => test.TriesToHandOver());

    [Theory]
    [InlineData(0, "20 30")]
    [InlineData(1, "10 30")]
    [InlineData(2, "10 20")]
    public void Cancelling_a_sender_anywhere_takes_back_its_item_only(int canceled, string expected) =>
        Always($"{expected} Canceled 0", test => co => test.CancelsSender(co, canceled), test => test.CancelsSender(canceled));

    [Theory]
    [InlineData(0, "b:1 c:2")]
    [InlineData(1, "a:1 c:2")]
    [InlineData(2, "a:1 b:2")]
    public void Cancelling_a_receiver_anywhere_leaves_the_items_to_the_others(int canceled, string expected) =>
        Always($"{expected} Canceled 0", test => co => test.CancelsReceiver(co, canceled), test => test.CancelsReceiver(canceled));

    [Fact]
    public void An_item_that_was_handed_over_is_received_though_a_cancel_comes_first() =>
        Always("received-1 Canceled", test => test.CancelsTooLateReceiver, test => test.CancelsTooLateReceiver());

    [Fact]
    public void A_sender_whose_item_was_taken_goes_on_though_a_cancel_comes_first() =>
        Always("1 sent Canceled", test => test.CancelsTooLateSender, test => test.CancelsTooLateSender());

    [Fact]
    public void Who_is_cancelled_sends_and_receives_what_needs_no_wait_and_no_more() =>
        Always("sent canceled 1 1 canceled 0 0", test => test.UsesThoughCancelled, test => test.UsesThoughCancelled());

    [Fact]
    public void Time_limits_are_those_of_coroutines() =>
        Always("late@2 0 late@3 0 7@3", test => test.HasLimits, test => test.HasLimits());

    [Fact]
    public void A_channel_that_is_ready_does_not_starve_others()
    {
        _channel = new CoChannel<int>(1);
        RunAll(SendsToItself(), Stops());
        Assert.Equal("stop stopped", Log);
    }

    [Fact]
    public void What_waited_leaves_no_references()
    {
        var channel = new CoChannel<object>();
        var item = SendsOneObject(channel);
        Loop.RunUntilEmpty();
        GC.Collect();
        Assert.False(item.IsAlive);
        GC.KeepAlive(channel);
    }

    [Fact]
    public void Waiting_allocates_nothing_after_the_first_times()
    {
        Schedule(SendsMany(20_000), ReceivesMany(20_000));
        for (var i = 0; i < 1000; i++)
            Loop.Tick();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Loop.Tick();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100);
    }

    [Fact]
    public void Other_threads_are_refused_while_coroutines_wait_and_may_post()
    {
        Schedule(SaysReceived("a"), TriesOnAnotherThread());
        var thread = new Thread(() => Loop.Post(() => _channel.TrySend(5)));
        Loop.Tick();
        thread.Start();
        Loop.RunUntilEmpty();
        thread.Join();
        Assert.Equal("InvalidOperationException InvalidOperationException InvalidOperationException a:5@0", Log);
    }

    [Fact]
    public void A_channel_belongs_to_one_loop()
    {
        using var other = new EventLoop();
        Schedule(SaysReceived("a"));
        Loop.Tick();
        Assert.Throws<InvalidOperationException>(() => other.Run(_channel.Receive()));
        Assert.True(_channel.TrySend(1));
        Loop.RunUntilEmpty();
        Assert.Equal("a:1@0", Log);
    }

    [Fact]
    public void There_is_no_negative_room() => Assert.Throws<ArgumentOutOfRangeException>(() => new CoChannel<int>(-1));
}
