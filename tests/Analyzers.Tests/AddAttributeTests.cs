using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests;

/// <summary>The fix of CORO002.</summary>
public sealed class AddAttributeTests
{
    [Fact]
    public Task Methods_are_marked_and_their_callers_compile() => FixCheck<AddAttributeFix>.Of(
        """
        using CoroGen;

        static partial class Kitchen
        {
            /// <summary>Serves.</summary>
            static void {|CORO002:Serve|}(Co co, string client) => co.Yield();

            // Cooks.
            [System.Obsolete]
            static int {|CORO002:Cook|}(Co co) { return 1; }

            [Coroutine]
            static void Open(Co co) { Serve(co, "A"); }
        }
        """,
        """
        using CoroGen;

        static partial class Kitchen
        {
            /// <summary>Serves.</summary>
            [Coroutine]
            static void Serve(Co co, string client) => co.Yield();

            // Cooks.
            [Coroutine]
            [System.Obsolete]
            static int Cook(Co co) { return 1; }

            [Coroutine]
            static void Open(Co co) { Serve(co, "A"); }
        }
        """);

    [Fact]
    public Task The_using_and_partial_are_added_where_they_miss() => FixCheck<AddAttributeFix>.Of(
        """
        using System;

        namespace Shop
        {
            class Kitchen
            {
                class Cook
                {
                    void {|CORO002:Serve|}(CoroGen.Co co, DateTime time) { }
                    void {|CORO002:Fry|}(CoroGen.Co co) { }
                }
            }
        }
        """,
        """
        using System;
        using CoroGen;

        namespace Shop
        {
            partial class Kitchen
            {
                partial class Cook
                {
                    [Coroutine]
                    void Serve(CoroGen.Co co, DateTime time) { }
                    [Coroutine]
                    void Fry(CoroGen.Co co) { }
                }
            }
        }
        """);

    [Fact]
    public Task A_method_on_the_line_of_its_type_stays_there() => FixCheck<AddAttributeFix>.Of(
        """
        using CoroGen;
        class Kitchen { void {|CORO002:Serve|}(Co co) { } }
        """,
        """
        using CoroGen;
        partial class Kitchen { [Coroutine] void Serve(Co co) { } }
        """);

    [Fact]
    public Task A_name_that_is_taken_is_qualified() => FixCheck<AddAttributeFix>.Of(
        """
        partial class Kitchen
        {
            void {|CORO002:Serve|}(CoroGen.Co co) { }
            class CoroutineAttribute { }
        }
        """,
        """
        partial class Kitchen
        {
            [global::CoroGen.Coroutine]
            void Serve(CoroGen.Co co) { }
            class CoroutineAttribute { }
        }
        """);

    [Fact]
    public Task An_alias_needs_no_using() => FixCheck<AddAttributeFix>.Of(
        """
        using Handle = CoroGen.Co;
        namespace CoroGen.Shop;
        interface IKitchen
        {
            void {|CORO002:Serve|}(Handle co);
        }
        """,
        """
        using Handle = CoroGen.Co;
        namespace CoroGen.Shop;
        partial interface IKitchen
        {
            [Coroutine]
            void Serve(Handle co);
        }
        """);
}
