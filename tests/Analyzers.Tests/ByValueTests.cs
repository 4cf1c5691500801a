using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO006, CORO008, CORO009 and CORO014: what goes in and out of a coroutine is kept in its frame.</summary>
public sealed class ByValueTests
{
    [Theory]
    [InlineData("void Serve(Co co, {|CORO006:ref|} int x) { }")]
    [InlineData("void Serve(Co co, {|CORO006:out|} int x) { x = 1; }")]
    [InlineData("void Serve(Co co, {|CORO006:in|} int x) { }")]
    [InlineData("void Serve(Co co, {|CORO006:ref|} readonly int x) { }")]
    [InlineData("void Serve(Co co, {|CORO006:Span<int>|} x) { }")]
    [InlineData("void Serve(Co co, params {|CORO006:ReadOnlySpan<int>|} x) { }")]
    [InlineData("void Serve(Co co, scoped {|CORO006:Span<int>|} x) { }")]
    [InlineData("void Serve(Co co, {|CORO006:__arglist|}) { }")]
    [InlineData("void Serve<T>(Co co, {|CORO006:T|} x) where T : allows ref struct { }")]
    [InlineData("{|CORO006:ref int|} Serve(Co co) => ref s_field;")]
    [InlineData("{|CORO006:ReadOnlySpan<int>|} Serve(Co co) => default;")]
    [InlineData("unsafe {|CORO006:int*|} Serve(Co co) => null;")]
    public Task References_do_not_go_in_or_out(string method) => AnalyzerCheck.Of($$"""
        static partial class Kitchen
        {
            static int s_field;
            [Coroutine] static {{method}}
        }
        """);

    [Theory]
    [InlineData("void Serve(Co co, int x, int[] y, params string[] z) { }")]
    [InlineData("void Serve(Co co, params System.Collections.Generic.List<int> x) { }")]
    [InlineData("Memory<int> Serve(Co co) => default;")]
    [InlineData("(int, string?) Serve<T>(Co co, T x) where T : struct => default;")]
    public Task Values_do(string method) => AnalyzerCheck.Of($$"""
        static partial class Kitchen { [Coroutine] static {{method}} }
        """);

    [Fact]
    public Task A_coroutine_of_a_struct_is_readonly() => AnalyzerCheck.Of("""
        partial struct Counter
        {
            private int _count;
            [Coroutine] void {|CORO008:Next|}(Co co) { _count++; }
        }
        """);

    [Fact]
    public Task A_coroutine_of_a_ref_struct_is_refused() => AnalyzerCheck.Of("""
        ref partial struct Counter { [Coroutine] readonly void {|CORO006:Next|}(Co co) { } }
        """);

    [Fact]
    public Task Readonly_members_and_structs_and_static_ones_are_fine() => AnalyzerCheck.Of("""
        partial struct Counter { [Coroutine] readonly void Next(Co co) { } [Coroutine] static void All(Co co) { } }
        readonly partial struct Fixed { [Coroutine] void Next(Co co) { } }
        """);

    [Fact]
    public Task A_covariant_result_is_refused() => AnalyzerCheck.Of("""
        partial interface ISource<out T>
        {
            [Coroutine] {|CORO009:T|} Take(Co co);
        }
        """);

    [Fact]
    public Task An_invariant_result_is_fine() => AnalyzerCheck.Of("""
        partial interface ISource<T>
        {
            [Coroutine] T Take(Co co);
        }
        """);

    [Fact]
    public Task A_nested_type_is_no_file_local_one() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            private class Plate;
            [Coroutine] private static Plate Serve(Co co, Plate plate) => plate;
        }
        """);
}
