using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO007, CORO020 and CORO025: the members that a coroutine gets must be free, and must override members alike.</summary>
public sealed class FactoryTests
{
    [Fact]
    public Task A_clash_with_an_overload_is_refused() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            static int Serve(string client) => 1;
            [Coroutine] static void {|CORO007:Serve|}(Co co, string client) { }
            static int Use() => Serve("A");
        }
        """);

    [Theory]
    [InlineData("object", "dynamic")]
    [InlineData("dynamic", "object")]
    [InlineData("System.Collections.Generic.List<dynamic>", "System.Collections.Generic.List<object>")]
    [InlineData("object[]", "dynamic[]")]
    [InlineData("(int A, int B)", "(int, int)")]
    public Task Types_that_are_one_to_an_overload_clash(string ofMethod, string ofCoroutine) => AnalyzerCheck.Of($$"""
        static partial class Kitchen
        {
            static int Serve({{ofMethod}} meal) => 1;
            [Coroutine] static void {|CORO007:Serve|}(Co co, {{ofCoroutine}} meal) { }
        }
        """);

    [Theory]
    [InlineData("int[]", "int[,]")]
    [InlineData("int", "dynamic")]
    [InlineData("System.Collections.Generic.List<int>", "System.Collections.Generic.List<dynamic>")]
    public Task Types_that_are_two_to_an_overload_do_not(string ofMethod, string ofCoroutine) => AnalyzerCheck.Of($$"""
        static partial class Kitchen
        {
            static int Serve({{ofMethod}} meal) => 1;
            [Coroutine] static void Serve(Co co, {{ofCoroutine}} meal) { }
        }
        """);

    [Fact]
    public Task Of_two_coroutines_with_one_factory_the_second_is_refused() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, string client) { }
            [Coroutine] static void {|CORO007:Serve|}(string client, Co co) { }
        }
        """);

    [Fact]
    public Task A_clash_with_an_inherited_method_is_refused() => AnalyzerCheck.Of("""
        class Room { public void Open() { } }
        partial class Kitchen : Room { [Coroutine] void {|CORO007:Open|}(Co co) { } }
        """);

    [Fact]
    public Task A_clash_with_a_generated_name_is_refused() => AnalyzerCheck.Of("""
        partial class Kitchen { [Coroutine] void {|CORO007:Open|}(Co co) { } class Open__Frame; }
        """);

    [Fact]
    public Task Other_overloads_are_fine() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            static int Serve(string client, int tries) => 1;
            [Coroutine] static void Serve(Co co, string client) { }
            [Coroutine] static void Serve(Co co, int client) { }
            [Coroutine] static void Serve<T>(Co co, string client) { }
        }
        """);

    [Fact]
    public Task A_coroutine_stands_in_for_what_the_language_calls() => AnalyzerCheck.Of("""
        partial class Kitchen : IDisposable
        {
            public void Dispose() { }
            [Coroutine] public void Dispose(Co co) { }
        }
        """);

    [Fact]
    public Task A_coroutine_does_not_override_a_plain_method() => AnalyzerCheck.Of("""
        partial class Room { public virtual void {|CORO002:Open|}(Co co) { } }
        partial class Kitchen : Room { [Coroutine] public override void {|CORO020:Open|}(Co co) { } }
        """);

    [Fact]
    public Task An_override_with_a_derived_result_is_refused() => AnalyzerCheck.Of("""
        partial class Kitchen { [Coroutine] public virtual object Serve(Co co) => 1; }
        partial class Bar : Kitchen { [Coroutine] public override {|CORO025:string|} Serve(Co co) => ""; }
        static partial class Guest { [Coroutine] static string Order(Co co, Bar bar) => bar.Serve(co); }
        """);

    [Fact]
    public Task An_override_with_the_same_result_is_fine() => AnalyzerCheck.Of("""
        partial class Kitchen<K>
        {
            [Coroutine] public virtual T? Serve<T>(Co co, K key) => default;
            [Coroutine] public virtual (int A, System.Collections.Generic.List<T>[] B) Cook<T>(Co co) where T : class => default;
            [Coroutine] public virtual string? Wash(Co co) => null;
        }
        partial class Bar : Kitchen<int>
        {
            [Coroutine] public override U? Serve<U>(Co co, int key) where U : default => default;
            [Coroutine] public override (int A, System.Collections.Generic.List<U>[] B) Cook<U>(Co co) => default;
            [Coroutine] public override string Wash(Co co) => "";
        }
        """);

    [Fact]
    public Task A_coroutine_overrides_and_implements_coroutines() => AnalyzerCheck.Of("""
        partial interface IRoom { [Coroutine] int Close(Co co); [Coroutine] void Clean(Co co); }
        abstract partial class Room { [Coroutine] public abstract void Open(Co co); }
        partial class Kitchen : Room, IRoom
        {
            [Coroutine] public sealed override void Open(Co co) { }
            [Coroutine] int IRoom.Close(Co co) => 1;
            [Coroutine] public void Clean(Co co) { }
        }
        """);
}
