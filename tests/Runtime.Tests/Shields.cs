namespace CoroGen.Runtime.Tests;

/// <summary><c>co.Shield</c>: cleanup that suspends, in a cancelled coroutine (invariant 6).</summary>
public sealed partial class Shields : ExecutionsTest<Shields>
{
    [Fact]
    public void Invariant_06_a_cancelled_coroutine_can_wait_in_a_shield_and_its_cancel_takes_effect_afterwards() =>
        Always("a-begins@1 a@3 7@4 yield-throws@4 Canceled", test => test.CleansUp, test => test.CleansUp());

    [Fact]
    public void A_cancel_while_the_shield_lasts_takes_effect_afterwards() =>
        Always("a-begins@0 a@2 after@2 yield-throws@2 Canceled", test => test.IsCancelledInShield, test => test.IsCancelledInShield());

    [Fact]
    public void Delegates_are_shielded_too() =>
        Always("a-begins@1 a@3 7@4 Canceled", test => test.ShieldsDelegates, test => test.ShieldsDelegates());

    [Fact]
    public void A_second_cancel_does_not_interrupt_the_cleanup() =>
        Always("a-begins@1 a@3 7@4 yield-throws@4 Canceled:first", test => test.IsCancelledTwice, test => test.IsCancelledTwice());

    [Fact]
    public void What_is_launched_inside_is_shielded_and_the_group_waits_for_it() =>
        Always(
            "launched-begins@0 awaited-begins@0 body-cut@1 other-cut@1 awaited@2 launched@3 InvalidTimeZoneException:a@3",
            test => test.LaunchesInside,
            test => test.LaunchesInside());

    [Fact]
    public void A_failure_of_what_was_launched_inside_fails_the_group() =>
        Always("member-cut@1 shielded@2 InvalidTimeZoneException:a@2", test => test.FailsInside, test => test.FailsInside());

    [Fact]
    public void A_cancel_of_the_shielded_one_itself_cancels_it() =>
        Always("a-begins@0 a-cut@1 CoroutineCanceledException:really@1", test => test.IsCancelledItself, test => test.IsCancelledItself());

    [Fact]
    public void Timeouts_inside_of_a_shield_work() =>
        Always("a-begins@1 a-cut@2 timeout@2 Canceled", test => test.TimesInside, test => test.TimesInside());

    [Fact]
    public void Groups_inside_of_a_shield_work() =>
        Always("member-cut@2 InvalidTimeZoneException:a@2 Canceled", test => test.GroupsInside, test => test.GroupsInside());

    [Fact]
    public void A_deadline_around_a_shield_waits_for_it() =>
        Always("a-begins@0 a@3 timeout@3", test => test.TimesAround, test => test.TimesAround());

    [Fact]
    public void A_result_that_comes_out_of_a_shield_after_the_deadline_is_not_replaced_by_it() =>
        Always("a-begins@0 a@3 a@3", test => test.TimesAroundResult, test => test.TimesAroundResult());

    [Fact]
    public void What_fails_in_a_shield_throws_its_own_exception() =>
        Always("InvalidTimeZoneException:a@1", test => test.Breaks, test => test.Breaks());

    [Fact]
    public void No_body_is_an_argument_error()
    {
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Shield((Coroutine)null!));
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Shield((Coroutine<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Shield((CoAction)null!));
        Assert.Throws<ArgumentNullException>(() => Loop.Blocking.Shield((CoFunc<int>)null!));
    }
}
