using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Deviations;

/// <summary>
/// D4, the one deviation that CoroGen has as well: docs/semantics.md tells it. What has suspended has left the stack, so a filter above it is not asked before the <c>finally</c> blocks
/// below it run. Without a suspension in between, and in what needs no order, there is no difference.
/// </summary>
public sealed partial class FilterOrder
{
    private static readonly string[] s_filterFirst = ["filter", "finally", "caught"];
    private static readonly string[] s_finallyFirst = ["finally", "filter", "caught"];

    [Fact]
    public void In_plain_code_the_filter_runs_first() => Assert.Equal(s_filterFirst, Plain(Suspending.Always));

    [Fact]
    public void In_a_machine_that_does_not_suspend_the_filter_runs_first() => Assert.Equal(s_filterFirst, Machine(Suspending.Never));

    [Fact]
    public void In_a_machine_that_has_suspended_the_finally_runs_first() => Assert.Equal(s_finallyFirst, Machine(Suspending.Always));

    [Coroutine]
    private static void Failing(Co co, Trace t)
    {
        try
        {
            t.Throw<int>(co, "failure");
        }
        finally
        {
            t.Log("finally");
        }
    }

    [Coroutine]
    private static string Catching(Co co, Trace t)
    {
        try
        {
            Failing(co, t);
        }
        catch (InvalidOperationException) when (Log(t, "filter"))
        {
            t.Log("caught");
        }

        return "";
    }

    private static bool Log(Trace t, string what)
    {
        t.Log(what);
        return true;
    }

    private static IEnumerable<string> Plain(Suspending suspending)
    {
        var t = new Trace(suspending);
        Catching(Co.Blocking, t);
        return t.Lines.Skip(1);
    }

    private static IEnumerable<string> Machine(Suspending suspending)
    {
        var t = new Trace(suspending);
        using var loop = new EventLoop();
        loop.Run(Catching(t));
        return t.Lines.Skip(1);
    }
}
