namespace CoroGen.Runtime.Tests;

/// <summary>Lambdas with a handle as users write them, with time, cancels, locks and names: the same in both executions.</summary>
public sealed partial class Lambdas : ExecutionsTest<Lambdas>
{
    [Fact]
    public void Launched_lambdas_capture_each_its_own() =>
        Always("soda@2 fries@4 burger@5 tray:soda,fries,burger@5", test => test.Kitchen, test => test.Kitchen());

    [Fact]
    public void Of_nested_timeouts_the_outermost_wins() =>
        Always("cleanup@2 outer@2", test => test.NestsTimeouts, test => test.NestsTimeouts());

    [Fact]
    public void A_cancel_passes_through_lambdas() =>
        Always("inner@1 middle@1 Canceled enough", test => test.CancelsThroughLambdas, test => test.CancelsThroughLambdas());

    [Fact]
    public void Locks_are_held_by_the_coroutine_that_runs_the_lambda() =>
        Always("a@0 b@1 c@2 free", test => test.LocksInLambdas, test => test.LocksInLambdas());

    [Fact]
    public void Names_are_the_same() =>
        Always("lambda in Names|Local|lambda in Names", test => test.Names, test => test.Names());

    [Fact]
    public void Calls_of_lambdas_recurse() =>
        Always("6765", test => test.Recurses, test => test.Recurses());

    [Coroutine]
    private void Kitchen(Co co)
    {
        var ready = new List<string>();
        var running = new List<Coroutine>();
        foreach (var (what, seconds) in new[] { ("burger", 5), ("soda", 2), ("fries", 4) })
        {
            running.Add(co.Launch(co =>
            {
                co.Sleep(TimeSpan.FromSeconds(seconds));
                ready.Add(what);
                SayWhen(what);
            }));
        }
        co.WaitAll([.. running]);
        SayWhen($"tray:{string.Join(',', ready)}");
    }

    [Coroutine]
    private void NestsTimeouts(Co co)
    {
        try
        {
            co.Timeout(TimeSpan.FromSeconds(2), co => co.Timeout(TimeSpan.FromSeconds(5), co =>
            {
                try
                {
                    co.Sleep(TimeSpan.FromSeconds(9));
                    return 1;
                }
                finally
                {
                    SayWhen("cleanup");
                }
            }));
        }
        catch (TimeoutException e)
        {
            SayWhen(e.Message.Contains("00:00:02", StringComparison.Ordinal) ? "outer" : "inner");
        }
    }

    [Coroutine]
    private void CancelsThroughLambdas(Co co)
    {
        CoAction inner = co =>
        {
            try
            {
                co.Sleep(TimeSpan.FromSeconds(9));
            }
            finally
            {
                SayWhen("inner");
            }
        };
        var launched = co.Launch(co =>
        {
            try
            {
                inner(co);
            }
            catch (CoroutineCanceledException)
            {
                SayWhen("middle");
                throw;
            }
        });
        co.Sleep(1000);
        launched.Cancel("enough");
        co.Wait(launched);
        Say(launched.Status);
        Say(((CoroutineCanceledException)launched.Error!).Reason!);
    }

    [Coroutine]
    private void LocksInLambdas(Co co)
    {
        var @lock = new CoLock();
        CoFunc<LockReleaser> enter = co => co.Lock(@lock);
        CoFunc<string> hold = co =>
        {
            using (enter(co))
            {
                Assert.Same(co.Current, @lock.Owner);
                SayWhen("abc"[(int)Clock.Elapsed.TotalSeconds]);
                co.Sleep(1000);
                return "free";
            }
        };
        var a = co.Launch(hold);
        var b = co.Launch(co => hold(co));
        co.WaitAll(a, b);
        var free = hold(co);
        Say(@lock.IsHeld ? "held" : free);
    }

    [Coroutine]
    private void Names(Co co)
    {
        var lambda = co.Launch(co => co.Yield());
        var local = co.Launch(Local);
        Coroutine? nested = null;
        Local(co);
        co.WaitAll(lambda, local, nested!);
        Say($"{lambda.Name}|{local.Name}|{nested!.Name}");

        [Coroutine]
        void Local(Co co) => nested = co.Launch(co => co.Yield());
    }

    [Coroutine]
    private void Recurses(Co co)
    {
        CoFunc<int> fibonacci = null!;
        var n = 20;
        fibonacci = co =>
        {
            var own = n;
            if (own < 2)
                return own;
            n = own - 1;
            var first = fibonacci(co);
            n = own - 2;
            return first + fibonacci(co);
        };
        Say(fibonacci(co));
    }
}
