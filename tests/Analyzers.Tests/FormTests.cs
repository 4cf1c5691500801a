using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO005, CORO011 and CORO022: what a coroutine cannot be as well.</summary>
public sealed class FormTests
{
    [Fact]
    public Task An_async_method_is_refused() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static {|CORO005:async|} void Serve(Co {|CS4012:co|}) { await System.Threading.Tasks.Task.Yield(); }
        }
        """);

    [Fact]
    public Task An_iterator_is_refused_once() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static System.Collections.Generic.IEnumerable<int> Serve(Co co) { {|CORO005:yield|} return 1; yield return 2; }
        }
        """);

    [Fact]
    public Task A_value_of_an_iterator_is_refused() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static int Cook(Co co) => 1;
            [Coroutine] static System.Collections.Generic.IEnumerable<int> Serve(Co co) { {|CORO005:yield|} return Cook(co); yield break; }
        }
        """);

    [Fact]
    public Task An_await_in_a_coroutine_is_none() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static int Cook(Co co) => 1;
            [Coroutine] static void Serve(Co co) { {|CS4033:{|CORO005:await|} System.Threading.Tasks.Task.FromResult(Cook(co))|}; }
        }
        """);

    [Theory]
    [InlineData("{|CS4033:await|} foreach (var x in plates) { Cook(co); }")]
    [InlineData("{|CS4033:await|} using var x = Take(co);")]
    public Task Async_streams_are_none(string statement) => AnalyzerCheck.Of($$"""
        static partial class Kitchen
        {
            [Coroutine] static int Cook(Co co) => 1;
            [Coroutine] static IAsyncDisposable Take(Co co) => null!;
            [Coroutine] static void Serve(Co co, System.Collections.Generic.IAsyncEnumerable<int> plates) { {{statement}} }
        }
        """);

    [Fact]
    public Task An_iterator_inside_is_fine() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co)
            {
                co.Yield();
                static System.Collections.Generic.IEnumerable<int> Numbers() { yield return 1; }
            }
        }
        """);

    [Fact]
    public Task An_extern_method_has_no_body() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine, System.Runtime.InteropServices.DllImport("kitchen")] static extern void {|CORO011:Serve|}(Co co);
        }
        """);

    [Fact]
    public Task A_partial_method_that_is_never_implemented_has_no_body() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static partial void {|CORO011:Serve|}(Co co);
        }
        """);

    [Fact]
    public Task Abstract_and_implemented_partial_methods_are_fine() => AnalyzerCheck.Of("""
        abstract partial class Kitchen
        {
            [Coroutine] protected abstract int Serve(Co co);
            [Coroutine] public static partial int Cook(Co co, int plates = 3);
            public static partial int Cook(Co co, int plates) => plates;
        }
        """);

    [Fact]
    public Task Attributes_that_change_a_call_are_refused() => AnalyzerCheck.Of("""
        partial class Kitchen
        {
            [Coroutine, {|CORO022:System.Diagnostics.Conditional("DEBUG")|}] static void Serve(Co co) { }
            [Coroutine]
            [{|CORO022:System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)|}]
            void Cook(Co co) { }
        }
        """);

    [Fact]
    public Task Other_attributes_are_fine() => AnalyzerCheck.Of("""
        partial class Kitchen
        {
            [Coroutine, Obsolete("Use Cook")] static void Serve(Co co) { }
            [Coroutine, System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)] void Cook(Co co) { }
        }
        """);
}
