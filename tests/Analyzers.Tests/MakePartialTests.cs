using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests;

/// <summary>The fix of CORO004.</summary>
public sealed class MakePartialTests
{
    [Fact]
    public Task Types_become_partial_and_keep_their_comments() => FixCheck<MakePartialFix>.Of(
        """
        using CoroGen;

        // The kitchen.
        class {|CORO004:Kitchen|}
        {
            [Coroutine] void Serve(Co co) { }
        }

        /// <summary>A bar.</summary>
        [System.Obsolete]
        public static class {|CORO004:Bar|}
        {
            [Coroutine] static void Serve(Co co) { }
        }
        """,
        """
        using CoroGen;

        // The kitchen.
        partial class Kitchen
        {
            [Coroutine] void Serve(Co co) { }
        }

        /// <summary>A bar.</summary>
        [System.Obsolete]
        public static partial class Bar
        {
            [Coroutine] static void Serve(Co co) { }
        }
        """);

    [Fact]
    public Task Every_kind_of_type_and_the_types_round_it() => FixCheck<MakePartialFix>.Of(
        """
        using CoroGen;
        interface {|CORO004:IOuter|}
        {
            record struct {|CORO004:Point|}(int X)
            {
                readonly struct {|CORO004:Inner|} { [Coroutine] void Serve(Co co) { } }
            }
            record {|CORO004:Named|} { [Coroutine] void Serve(Co co) { } }
        }
        """,
        """
        using CoroGen;
        partial interface IOuter
        {
            partial record struct Point(int X)
            {
                readonly partial struct Inner { [Coroutine] void Serve(Co co) { } }
            }
            partial record Named { [Coroutine] void Serve(Co co) { } }
        }
        """);

    [Fact]
    public Task All_files_of_a_project() => FixCheck<MakePartialFix>.Files(
        [
            "using CoroGen;\nclass {|CORO004:Kitchen|} { [Coroutine] void Serve(Co co) { } }\n",
            "using CoroGen;\nclass {|CORO004:Bar|} { [Coroutine] void Serve(Co co) { } }\n",
        ],
        [
            "using CoroGen;\npartial class Kitchen { [Coroutine] void Serve(Co co) { } }\n",
            "using CoroGen;\npartial class Bar { [Coroutine] void Serve(Co co) { } }\n",
        ]);
}
