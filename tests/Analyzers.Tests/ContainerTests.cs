using CoroGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO004, CORO014, CORO016, CORO018 and CORO021: where a coroutine may stand.</summary>
public sealed class ContainerTests
{
    [Fact]
    public Task Every_type_round_a_coroutine_is_partial_and_each_is_named_once() => AnalyzerCheck.Of("""
        class {|CORO004:Restaurant|}
        {
            partial struct Table
            {
                record {|CORO004:Guest|}
                {
                    [Coroutine] void Order(Co co) { }
                    [Coroutine] void Pay(Co co) { }
                    void Plain() => Order(Co.Blocking);
                }
            }
            [Coroutine] void Open(Co co) { }
        }
        """);

    [Fact]
    public Task A_coroutine_that_calls_into_a_type_that_is_not_partial_is_quiet() => AnalyzerCheck.Of("""
        class {|CORO004:Guest|} { [Coroutine] public void Order(Co co) { } }
        partial class Waiter { [Coroutine] void Serve(Co co, Guest guest) { guest.Order(co); } }
        """);

    /// <summary>The compiler of the tests, a preview of C# 14, analyses such a method three times; the released one does so once.</summary>
    [Fact]
    public Task A_method_of_an_extension_block_is_refused() => AnalyzerCheck.Of("""
        static partial class Texts
        {
            extension(string text) { [Coroutine] public string {|CORO018:{|CORO018:{|CORO018:Repeat|}|}|}(Co co, int times) => text; }
        }
        """);

    [Fact]
    public Task Partial_types_are_fine() => AnalyzerCheck.Of("""
        partial class Restaurant<T> where T : class
        {
            partial record struct Table(int Seats) { [Coroutine] readonly void Lay(Co co) { } }
            partial interface IGuest { [Coroutine] void Order(Co co); [Coroutine] void Pay(Co co) { } }
        }
        """);

    [Fact]
    public Task A_file_local_type_is_refused() => AnalyzerCheck.Of("""
        file partial class {|CORO014:Kitchen|}
        {
            [Coroutine] public static void Serve(Co co) { }
        }
        """);

    [Fact]
    public Task The_language_is_new_enough() => AnalyzerCheck.In(LanguageVersion.CSharp8, """
        static partial class Kitchen
        {
            [Coroutine] static void {|CORO016:Serve|}(Co co) { }
        }
        """);

    [Fact]
    public Task CSharp_9_is_new_enough() => AnalyzerCheck.In(LanguageVersion.CSharp9, """
        static partial class Kitchen
        {
            [Coroutine] static int Serve(Co co, string client) { co.Yield(); return client.Length; }
        }
        """);

    [Fact]
    public Task A_body_in_a_variant_interface_is_refused() => AnalyzerCheck.Of("""
        partial interface ISource<in T>
        {
            [Coroutine] void {|CORO021:Fill|}(Co co, T value) { }
        }
        """);

    [Fact]
    public Task A_variant_interface_may_declare_a_coroutine() => AnalyzerCheck.Of("""
        partial interface ISource<in T>
        {
            [Coroutine] void Fill(Co co, T value);
        }
        """);
}
