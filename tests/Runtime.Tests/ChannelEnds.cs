namespace CoroGen.Runtime.Tests;

/// <summary>Closing a channel: those who wait are woken, receivers drain first, <c>foreach</c> ends (invariant 14).</summary>
public sealed partial class ChannelEnds : ExecutionsTest<ChannelEnds>
{
    private CoChannel<int> _channel = new();

    [Fact]
    public void Receivers_that_wait_are_told_at_once() =>
        Always("a:closed@1 b:closed@1 True 0", test => test.ClosesForReceivers, test => test.ClosesForReceivers());

    [Fact]
    public void Senders_that_wait_are_told_at_once_and_their_items_are_not_sent() =>
        Always("2:closed@1 3:closed@1 1 1 closed", test => test.ClosesForSenders, test => test.ClosesForSenders());

    [Fact]
    public void Sending_throws_and_receivers_drain_first() =>
        Always("closed closed 3 1 2 3 closed closed", test => test.Drains, test => test.Drains());

    [Fact]
    public void An_error_is_what_all_get_as_inner_exception_and_the_first_one_counts() =>
        Always("broken broken 1 broken broken foreach:broken", test => test.ClosesWithError, test => test.ClosesWithError());

    [Fact]
    public void Foreach_receives_until_the_end() =>
        Always("0@0 1@1 2@2 end@3", test => test.Enumerates, test => test.Enumerates());

    [Fact]
    public void Several_may_enumerate_and_each_item_goes_to_one() =>
        Always("a:0 b:1 a:2 b:3 a:4 b-end a-end", test => test.EnumeratesTwice, test => test.EnumeratesTwice());

    [Fact]
    public void Leaving_a_foreach_leaves_the_rest_in_the_channel() =>
        Always("0 1 | 2 3 end", test => test.Leaves, test => test.Leaves());

    [Fact]
    public void A_cancelled_foreach_ends_by_the_cancel_and_takes_nothing() =>
        Always("0 canceled Canceled 1", test => test.CancelsEnumerator, test => test.CancelsEnumerator());

    [Fact]
    public void A_sender_that_was_granted_before_the_close_goes_on() =>
        Always("1 sent", test => test.ClosesAfterGrant, test => test.ClosesAfterGrant());

    [Fact]
    public void A_receiver_that_was_granted_before_the_close_has_its_item() =>
        Always("a:1@0", test => test.ClosesAfterHandOver, test => test.ClosesAfterHandOver());

    [Fact]
    public void Plain_code_enumerates_on_the_loop_that_it_uses()
    {
        Schedule(SendsSlowly(3));
        var plain = Loop.Blocking;
        plain.Yield();
        foreach (var item in _channel)
            SayWhen(item);
        Assert.Equal("0@0 1@1 2@2", Log);
    }

    [Fact]
    public void A_lambda_without_a_state_machine_enumerates_as_its_coroutine()
    {
        Schedule(SendsSlowly(3));
        Loop.Run(Coroutine.From(co =>
        {
            co.Yield();
            foreach (var item in _channel)
                SayWhen(item);
        }));
        Assert.Equal("0@0 1@1 2@2", Log);
    }

    [Fact]
    public void An_error_is_needed() => Assert.Throws<ArgumentNullException>(() => _channel.Close(null!));
}
