namespace CoroGen.Runtime.Tests;

/// <summary><c>foreach</c> over an <see cref="IAsyncEnumerable{T}"/>: in a coroutine it waits for each item; in plain code it blocks.</summary>
public sealed partial class AsyncEnumeration : ExecutionsTest<AsyncEnumeration>
{
    [Fact]
    public void Others_run_while_a_coroutine_waits_for_the_next_item() =>
        Always("1@1 2@2 other@2 3@3 cleanup@3 end@3", test => test.EnumeratesToTheEnd, test => test.EnumeratesToTheEnd());

    [Fact]
    public void The_enumerator_is_disposed_on_every_way_out() =>
        Always("1@1 cleanup@2 end@2 1one 2two 2 3 cleanup@3", test => test.EnumeratesInPart, test => test.EnumeratesInPart());

    [Fact]
    public void Failures_of_the_items_and_of_the_body_are_thrown() =>
        Always("InvalidTimeZoneException cleanup@1 TimeoutException ArgumentNullException@1", test => test.EnumeratesFailures, test => test.EnumeratesFailures());

    [Fact]
    public void A_cancel_is_told_to_the_enumerator_and_its_cleanup_is_waited_for() =>
        Always(
            "1@1 cleanup@1.5 canceled:enough@1.5 Canceled",
            test => co => test.CancelsEnumeration(co, test.Counts(3)),
            test => test.CancelsEnumeration(test.Counts(3)));

    [Fact]
    public void An_item_wins_over_a_cancel() =>
        Always(
            "1@1 2@2 cleanup@2 canceled:enough@2 Canceled",
            test => co => test.CancelsEnumeration(co, test.CountsWithoutToken(3)),
            test => test.CancelsEnumeration(test.CountsWithoutToken(3)));

    [Fact]
    public void A_cancelled_coroutine_does_not_begin() =>
        Always("CoroutineCanceledException", test => test.EnumeratesThoughCancelled, test => test.EnumeratesThoughCancelled());

    [Fact]
    public void Items_that_are_there_already_do_not_starve_others() =>
        Always("ended", test => test.EnumeratesWithoutEnd, test => test.EnumeratesWithoutEnd());

    [Fact]
    public void Files_that_only_import_the_namespace_enumerate_too() =>
        Always("1 2", test => co => Elsewhere.Importing.Enumerates(co, Numbers(), test.Say), test => Elsewhere.Importing.Enumerates(Numbers(), test.Say));

    [Fact]
    public void In_a_coroutine_code_without_the_handle_is_refused()
    {
        Loop.Run(EnumeratesWithoutHandle());
        Assert.Equal("refused", Log);
    }

    [Fact]
    public void Delegates_without_a_state_machine_enumerate_as_others_do()
    {
        Loop.Run(Coroutine.From(co =>
        {
            foreach (var number in Counts(2))
                SayWhen(number);
            co.Yield();
        }));
        Assert.Equal("1@1 2@2 cleanup@2", Log);
    }

    [Fact]
    public void Plain_code_without_any_handle_blocks() => Assert.Equal(3, Sum(Numbers()));

    [Fact]
    public void Plain_code_that_is_stopped_disposes_what_it_has_begun()
    {
        Loop.Post(Loop.Stop);
        Assert.Throws<OperationCanceledException>(() => Enumerates(Loop.Blocking, Counts(3)));
        Assert.Equal("cleanup@1", Log);
    }

    [Fact]
    public void There_is_no_item_before_the_first() => Assert.Throws<InvalidOperationException>(() => Counts(1).GetEnumerator().Current);

    private static async IAsyncEnumerable<int> Numbers()
    {
        await Task.Yield();
        yield return 1;
        await Task.Run(static () => { });
        yield return 2;
    }
}
