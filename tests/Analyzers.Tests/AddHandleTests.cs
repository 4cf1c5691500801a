using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests;

/// <summary>The fix of CORO001.</summary>
public sealed class AddHandleTests
{
    [Fact]
    public Task The_handle_comes_first_or_after_this() => FixCheck<AddHandleFix>.Of(
        """
        using CoroGen;

        static partial class Kitchen
        {
            [Coroutine]
            static void {|CORO001:Open|}() { }

            [Coroutine]
            static int {|CORO001:Serve|}(string client, params int[] tables) => tables.Length;

            [Coroutine]
            public static void {|CORO001:Cook|}(this string meal, int co = 3) { }
        }
        """,
        """
        using CoroGen;

        static partial class Kitchen
        {
            [Coroutine]
            static void Open(Co co) { }

            [Coroutine]
            static int Serve(Co co, string client, params int[] tables) => tables.Length;

            [Coroutine]
            public static void Cook(this string meal, Co handle, int co = 3) { }
        }
        """);

    [Fact]
    public Task The_using_is_added_where_it_misses() => FixCheck<AddHandleFix>.Of(
        """
        // The shop.
        namespace Shop;
        partial class Kitchen
        {
            [CoroGen.Coroutine] void {|CORO001:Open|}() { }
            [CoroGen.Coroutine] void {|CORO001:Close|}() { }
        }
        """,
        """
        // The shop.
        using CoroGen;

        namespace Shop;
        partial class Kitchen
        {
            [CoroGen.Coroutine] void Open(Co co) { }
            [CoroGen.Coroutine] void Close(Co co) { }
        }
        """);

    [Fact]
    public Task The_using_comes_in_its_order_and_leaves_a_types_comment_to_the_type() => FixCheck<AddHandleFix>.Files(
        [
            "// All rights reserved.\nusing System.Linq;\nusing Zoo;\npartial class Kitchen { [CoroGen.Coroutine] void {|CORO001:Open|}() { } }\nnamespace Zoo { }\n",
            "// A bar.\npartial class Bar { [CoroGen.Coroutine] void {|CORO001:Open|}() { } }\n",
            "// All rights reserved.\nusing Zoo;\npartial class Grill { [CoroGen.Coroutine] void {|CORO001:Open|}() { } }\n",
        ],
        [
            "// All rights reserved.\nusing System.Linq;\nusing CoroGen;\nusing Zoo;\npartial class Kitchen { [CoroGen.Coroutine] void Open(Co co) { } }\nnamespace Zoo { }\n",
            "using CoroGen;\n\n// A bar.\npartial class Bar { [CoroGen.Coroutine] void Open(Co co) { } }\n",
            "// All rights reserved.\nusing CoroGen;\nusing Zoo;\npartial class Grill { [CoroGen.Coroutine] void Open(Co co) { } }\n",
        ]);

    [Fact]
    public Task All_files_of_a_project() => FixCheck<AddHandleFix>.Files(
        [
            "using CoroGen;\npartial class Kitchen { [Coroutine] void {|CORO001:Serve|}() { } }\n",
            "using CoroGen;\npartial class Bar { [Coroutine] void {|CORO001:Serve|}() { } }\n",
        ],
        [
            "using CoroGen;\npartial class Kitchen { [Coroutine] void Serve(Co co) { } }\n",
            "using CoroGen;\npartial class Bar { [Coroutine] void Serve(Co co) { } }\n",
        ]);
}
