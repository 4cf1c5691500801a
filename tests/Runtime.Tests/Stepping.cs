namespace CoroGen.Runtime.Tests;

/// <summary><c>Step</c> runs a coroutine to its next suspension without a loop; a coroutine tells its name, status and outcome (SPEC, section 3).</summary>
public sealed partial class Stepping : LoopTest
{
    [Fact]
    public void A_coroutine_is_stepped_to_its_end()
    {
        var coroutine = TicTac();
        Assert.Equal("<Coroutine 'TicTac' [New]>", coroutine.ToString());
        Assert.Equal("", Log);
        coroutine.Step();
        Assert.Equal("Tic", Log);
        Assert.Equal("<Coroutine 'TicTac' [Running]>", coroutine.ToString());
        coroutine.Step();
        Assert.Equal("Tic Tac", Log);
        Assert.Equal("<Coroutine 'TicTac' [Running]>", coroutine.ToString());
        coroutine.Step();
        Assert.True(coroutine.IsDone);
        Assert.Equal("<Coroutine 'TicTac' [Finished] (\"Boum!\")>", coroutine.ToString());
        Assert.Equal("Boum!", coroutine.Result);
    }

    [Fact]
    public void An_ended_coroutine_cannot_be_stepped()
    {
        var coroutine = Returns<object?>(null);
        coroutine.Step();
        Assert.Throws<InvalidOperationException>(coroutine.Step);
    }

    [Fact]
    public void A_coroutine_of_a_loop_cannot_be_stepped_nor_a_stepped_one_run()
    {
        var launched = Loop.Schedule(TicTac());
        Assert.Throws<InvalidOperationException>(launched.Step);
        var stepped = TicTac();
        stepped.Step();
        Assert.Throws<InvalidOperationException>(() => Loop.Run(stepped));
        Loop.RunUntilEmpty();
    }

    [Fact]
    public void An_error_ends_a_stepped_coroutine_and_is_kept()
    {
        var coroutine = Fails("broken");
        coroutine.Step();
        coroutine.Step();
        Assert.Equal("<Coroutine 'Fails' [Error] (InvalidTimeZoneException: broken)>", coroutine.ToString());
        Assert.IsType<InvalidTimeZoneException>(coroutine.Error);
    }

    [Fact]
    public void Stepping_runs_what_the_coroutine_has_launched_in_between()
    {
        var coroutine = LaunchesAndAwaits();
        coroutine.Step();
        Assert.Equal("launched", Log);
        coroutine.Step();
        Assert.Equal("launched Tic Tac", Log);
        Assert.Equal("Boum!", coroutine.Result);
    }

    [Fact]
    public void Two_coroutines_are_stepped_independently_and_inside_a_coroutine_too()
    {
        Loop.Run(StepsBoth(TicTac(), TicTac()));
        Assert.Equal("Tic Tic Tac Tac Boum!", Log);
    }

    [Fact]
    public void A_cancelled_coroutine_ends_at_its_next_step()
    {
        var coroutine = TicTac();
        coroutine.Step();
        coroutine.Cancel("enough");
        coroutine.Step();
        Assert.Equal("<Coroutine 'TicTac' [Canceled] (\"enough\")>", coroutine.ToString());
    }

    [Fact]
    public void The_text_shows_results_of_every_kind()
    {
        Assert.Equal("<Coroutine 'Returns' [Finished] (1.5)>", Ended(Returns(1.5)).ToString());
        Assert.Equal("<Coroutine 'Returns' [Finished] ('x')>", Ended(Returns('x')).ToString());
        Assert.Equal("<Coroutine 'Returns' [Finished] (null)>", Ended(Returns<string?>(null)).ToString());
        Assert.Equal("<Coroutine 'Returns' [Finished] (True)>", Ended(Returns(true)).ToString());
        Assert.Equal("<Coroutine 'YieldsOnce' [Finished]>", Ended(YieldsOnce()).ToString());
    }

    [Fact]
    public void A_coroutine_has_the_name_of_its_method_and_starts_as_new()
    {
        var coroutine = TicTac();
        Assert.Equal(("TicTac", CoroutineStatus.New, false), (coroutine.Name, coroutine.Status, coroutine.IsDone));
        Assert.Null(coroutine.Error);
    }

    private Coroutine Ended(Coroutine coroutine)
    {
        Loop.Run(coroutine);
        return coroutine;
    }

    [Coroutine]
    private string TicTac(Co co)
    {
        Say("Tic");
        co.Yield();
        Say("Tac");
        co.Yield();
        return "Boum!";
    }

    [Coroutine]
    private static T Returns<T>(Co co, T result) => result;

    [Coroutine]
    private static void YieldsOnce(Co co) => co.Yield();

    [Coroutine]
    private static void Fails(Co co, string message)
    {
        co.Yield();
        throw new InvalidTimeZoneException(message);
    }

    [Coroutine]
    private string LaunchesAndAwaits(Co co)
    {
        var child = co.Launch(TicTac());
        Say("launched");
        return co.Await(child);
    }

    [Coroutine]
    private void StepsBoth(Co co, Coroutine<string> left, Coroutine<string> right)
    {
        while (!left.IsDone)
        {
            left.Step();
            right.Step();
            co.Yield();
        }
        Say(right.Result);
    }
}
