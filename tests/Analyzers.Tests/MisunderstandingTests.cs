using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests;

/// <summary>What beginners write, and C# refuses with words that do not help: CORO026, and CORO005 for <c>await</c>.</summary>
public sealed class MisunderstandingTests
{
    [Fact]
    public Task A_call_is_no_coroutine() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, string client) { co.Yield(); }
            [Coroutine] static int Cook(Co co) { co.Yield(); return 1; }
            static Coroutine Hand(Coroutine coroutine, int x) => coroutine;
            static void Count(int meals) { }

            [Coroutine] static void Launch(Co co) { co.Launch({|CS1503:Serve({|CORO026:co|}, "A")|}); }
            [Coroutine] static void Result(Co co) { var meal = co.Launch({|CS1503:Cook({|CORO026:co|})|}); }
            [Coroutine] static void Await(Co co) { co.Await({|CS1503:Serve({|CORO026:co|}, "A")|}); }
            [Coroutine] static void Wait(Co co) { co.Wait({|CS1503:Serve({|CORO026:co|}, "A")|}, {|CS1503:Cook({|CORO026:co|})|}); }
            [Coroutine] static void All(Co co) { co.WaitAll(Serve("A"), {|CS1503:Serve({|CORO026:co|}, "B")|}); }
            [Coroutine] static int Timeout(Co co) => co.Timeout(TimeSpan.FromSeconds(1), {|CS1503:Cook({|CORO026:co|})|});
            [Coroutine] static void Own(Co co) { co.Launch(Hand({|CS1503:Serve({|CORO026:co|}, client: "A")|}, 1)); }

            [Coroutine] static void Right(Co co) { Count(Cook(co)); co.Launch(Serve("A")); co.Launch(co => Serve(co, "A")); }
            [Coroutine] static void Other(Co co) { {|CS1501:Count|}(Cook(co), 2); }
        }
        """);

    [Fact]
    public Task Await_is_a_call_of_the_handle() => AnalyzerCheck.Of("""
        using System.Threading.Tasks;
        static partial class Kitchen
        {
            [Coroutine] static int Serve(Co co, Task<int> task) { return {|CS4032:{|CORO005:await|} task|}; }
            [Coroutine] static void Cook(Co co, Task task) { co.Yield(); Func<Task> f = async () => await task; co.Await(f()); }
        }
        """);

    [Fact]
    public Task The_handle_is_left_out() => FixCheck<LeaveOutHandleFix>.Of(
        """
        using CoroGen;
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, string client) { co.Yield(); }
            [Coroutine] static void Cook(Co co) { co.Yield(); }

            [Coroutine]
            static void Open(Co co)
            {
                co.Launch({|CS1503:Serve({|CORO026:co|}, "A")|});
                co.WaitAll({|CS1503:Cook({|CORO026:co|})|}, {|CS1503:Serve(client: "B", co: {|CORO026:co|})|});
            }
        }
        """,
        """
        using CoroGen;
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, string client) { co.Yield(); }
            [Coroutine] static void Cook(Co co) { co.Yield(); }

            [Coroutine]
            static void Open(Co co)
            {
                co.Launch(Serve("A"));
                co.WaitAll(Cook(), Serve(client: "B"));
            }
        }
        """);
}
