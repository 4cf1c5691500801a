using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO001 to CORO003: a coroutine has the attribute and one handle.</summary>
public sealed class HandleTests
{
    [Fact]
    public Task A_coroutine_without_a_handle_is_refused() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static void {|CORO001:Serve|}(string client) { }
        }
        """);

    [Fact]
    public Task An_unknown_type_may_be_meant_as_the_handle() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static void Serve({|CS0246:Coo|} co) { }
        }
        """);

    [Fact]
    public Task A_handle_at_any_position_is_fine() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, string client) { }
            [Coroutine] static void Serve(int tries, Co co) { }
            [Coroutine] static void Serve(this DateTime day, Co co) { }
        }
        """);

    [Fact]
    public Task What_takes_a_frame_is_what_a_coroutine_is_compiled_to() => AnalyzerCheck.Of("""
        using CoroGen.CompilerServices;

        static class Kitchen
        {
            [SystemCall] public static void Serve(Co co, CoAction body) => body(co);
            public static bool Serve__Run(ref Frame? callee, Co co, CoAction body) => CoroutineServices.Invoke__Run(ref callee, body, co);
        }
        """);

    [Fact]
    public Task A_method_with_a_handle_and_no_attribute_is_refused_once_and_its_callers_are_quiet() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            static void {|CORO002:Serve|}(Co co, string client) { }
            [Coroutine] static void Open(Co co) { Serve(co, "A"); Serve(co, "B"); }
        }
        """);

    [Theory]
    [InlineData("interface IKitchen { void {|CORO002:Serve|}(Co co); }")]
    [InlineData("abstract class Kitchen { protected abstract int {|CORO002:Serve|}(int tries, Co co); }")]
    [InlineData("class Kitchen { public void {|CORO002:Serve|}(in Co co) { } }")]
    [InlineData("static class Kitchen { public static TimeSpan {|CORO002:Now|}(this Co co) => default; }")]
    [InlineData("partial class Kitchen { partial void {|CORO002:Serve|}(Co co); partial void Serve(Co co) { } }")]
    public Task A_handle_makes_any_method_one_that_needs_the_attribute(string source) => AnalyzerCheck.Of(source);

    /// <summary>Not the members that are missing besides, which nobody writes.</summary>
    [Theory]
    [InlineData("partial class Bar : IKitchen { public int {|CORO002:Cook|}(Co co, int n) => 1; }")]
    [InlineData("class Bar : IKitchen { public int {|CORO002:Cook|}(Co co, int n) => 1; }")]
    [InlineData("sealed class Bar : Unrelated, IKitchen { int IKitchen.{|CORO002:Cook|}(CoroGen.Co co, int n) => 1; }")]
    [InlineData("readonly partial struct Bar : IKitchen { public readonly int {|CORO002:Cook|}(global::CoroGen.Co co, int n) => 1; }")]
    [InlineData("partial record Bar : IKitchen { int IKitchen.{|CORO002:Cook|}(Co co, int n) => 1; }")]
    [InlineData("partial interface IBar : IKitchen { int IKitchen.{|CORO002:Cook|}(Co co, int n) => 1; } class Bar : IBar { }")]
    [InlineData("partial class Bar : Kitchen { protected override string {|CORO002:Serve|}<U>(Co co, U key) => null!; } class Cafe : Bar { }")]
    [InlineData("class Bar : Kitchen { protected override string {|CORO002:Serve|}<U>(Co co, U key) => null!; }")]
    [InlineData("class Bar : Kitchen { protected override string {|CORO002:Serve|}<U>(Co co, U key) => null!; } partial class Cafe : Kitchen { [Coroutine] protected override string Serve<U>(Co co, U key) => null!; }")]
    [InlineData("class Outer { class Bar : IStock<string> { public string {|CORO002:Take|}(Co co) => null!; } }")]
    [InlineData("partial class Bar : IStock<string>, IStock<int> { public string {|CORO002:Take|}(Co co) => null!; int IStock<int>.{|CORO002:Take|}(Co co) => 1; }")]
    [InlineData("class Bar : IStatic<Bar> { public static void {|CORO002:Open|}(Co co) { } }")]
    [InlineData("partial class Bar : IDisposing { public void Dispose() { } public void {|CORO002:Dispose|}(Co co) { } }")]
    [InlineData("partial class Bar : IKitchen { public int {|CORO002:Cook|}(Co co, int n) => 1; [Coroutine] static void Use(Co co, Bar bar) { bar.Cook(co, 1); co.Launch(bar.Cook(2)); } }")]
    public Task Only_the_missing_attribute_of_an_implementation_is_reported(string type) => AnalyzerCheck.Of($$"""
        {{type}}
        partial interface IKitchen { [Coroutine] int Cook(Co co, int n); }
        partial interface IStock<T> { [Coroutine] T Take(Co co); }
        partial interface IStatic<T> where T : IStatic<T> { [Coroutine] static abstract void Open(Co co); }
        partial interface IDisposing : IDisposable { [Coroutine] void Dispose(Co co); }
        abstract partial class Kitchen { [Coroutine] protected abstract string Serve<T>(Co co, T key); }
        class Unrelated { }
        """);

    [Fact]
    public Task An_override_needs_the_attribute_too() => AnalyzerCheck.Of("""
        partial class Kitchen { [Coroutine] public virtual void Serve(Co co) { } }
        partial class Bar : Kitchen { public override void {|CORO002:Serve|}(Co co) { } }
        """);

    [Fact]
    public Task Plain_code_may_use_a_blocking_handle() => AnalyzerCheck.Of("""
        delegate void Body(Co co);
        static partial class Kitchen
        {
            [Coroutine] public static void Serve(Co co, string client) { }
            static void Main() { Co co = Co.Blocking; Serve(co, "A"); }
        }
        """);

    [Theory]
    [InlineData("Co co, {|CORO003:Co other|}")]
    [InlineData("{|CORO003:in Co co|}")]
    [InlineData("{|CORO003:ref Co co|}")]
    [InlineData("{|CORO003:Co co = default|}")]
    public Task The_handle_is_one_value(string parameters) => AnalyzerCheck.Of($$"""
        static partial class Kitchen
        {
            [Coroutine] static void Serve({{parameters}}) { }
        }
        """);
}
