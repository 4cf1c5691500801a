using CoroGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO004, CORO014, CORO016 and CORO021: where a coroutine may stand.</summary>
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

    [Fact]
    public Task Coroutines_in_extension_blocks_are_fine() => AnalyzerCheck.Of("""
        static partial class Texts
        {
            extension(string text)
            {
                [Coroutine] public string Repeat(Co co, int times) { co.Yield(); return text; }
                [Coroutine] public static string Read(Co co) { co.Yield(); return "".Repeat(co, 1); }
            }
            extension<T>(T[] items) where T : struct { [Coroutine] public T Pick(Co co, int index) { co.Yield(); return items[index]; } }
            [Coroutine] static void Use(Co co, int[] numbers)
            {
                co.Launch("a".Repeat(2));
                co.Wait(string.Read(), Texts.Read(), numbers.Pick(0));
                Texts.Repeat(string.Read(co), co, numbers.Pick(co, 1));
            }
        }
        """);

    /// <summary>The compiler of the tests, a preview of C# 14, analyses what stands in a block three times; the released one does so once.</summary>
    [Fact]
    public Task A_receiver_that_no_frame_can_hold_is_refused() => AnalyzerCheck.Of("""
        static partial class Numbers
        {
            extension({|CORO006:{|CORO006:{|CORO006:ref|}|}|} int number) { [Coroutine] public void Add(Co co) => co.Yield(); }
            extension({|CORO006:{|CORO006:{|CORO006:in|}|}|} long number) { [Coroutine] public void Add(Co co) => co.Yield(); }
            extension({|CORO006:{|CORO006:{|CORO006:ref|}|}|} readonly short number) { [Coroutine] public void Add(Co co) => co.Yield(); }
            extension({|CORO006:{|CORO006:{|CORO006:Span<int>|}|}|} numbers) { [Coroutine] public void Clear(Co co) => co.Yield(); }
            extension(ref int number) { [Coroutine] public static void Wait(Co co) => co.Yield(); }
        }
        """);

    [Fact]
    public Task Only_methods_of_extension_blocks_are_coroutines() => AnalyzerCheck.Of("""
        static partial class Numbers
        {
            extension(int number)
            {
                public int Size { [Coroutine] {|CORO018:get|} => 1; }
            }
        }
        """);

    [Fact]
    public Task The_rules_hold_in_extension_blocks() => AnalyzerCheck.Of("""
        static class {|CORO004:Texts|} { extension(string text) { [Coroutine] public string Repeat(Co co) => text; } }
        static partial class Numbers
        {
            extension(int number)
            {
                [Coroutine] public void {|CORO001:{|CORO001:{|CORO001:Subtract|}|}|}() { }
                public void {|CORO002:{|CORO002:{|CORO002:Multiply|}|}|}(Co co) { }
                [Coroutine] public static int {|CORO007:{|CORO007:{|CORO007:Parsed|}|}|}(Co co) => 1;
                public static int Parsed() => 1;
            }
        }
        """);

    /// <summary>And nothing besides of the members that are generated.</summary>
    [Theory]
    [InlineData("public partial class Kitchen { [Coroutine] public void {|CS0051:Serve|}(Co co, Dish dish) { co.Yield(); } }")]
    [InlineData("public partial class Kitchen { [Coroutine] public Dish[] {|CS0050:Serve|}(Co co) { co.Yield(); return []; } }")]
    [InlineData("public partial class Kitchen { [Coroutine] protected void Serve<T>(Co co, T dish) where T : {|CS0703:Dish|} { co.Yield(); } }")]
    [InlineData("partial class Kitchen { class Secret; [Coroutine] internal void {|CS0051:Serve|}(Co co, System.Collections.Generic.List<Secret> dishes) { co.Yield(); } }")]
    [InlineData("public partial class Kitchen { class Secret; [Coroutine] void Serve(Co co, Secret secret, Dish dish) { co.Yield(); } [Coroutine] internal void Cook(Co co, Dish dish) { Serve(co, new Secret(), dish); } }")]
    public Task A_type_that_is_less_accessible_than_a_coroutine_is_reported_once(string type) => AnalyzerCheck.Of(type + " class Dish;");

    [Fact]
    public Task A_type_parameter_that_hides_another_is_refused_where_that_is_needed() => AnalyzerCheck.Of("""
        partial class Kitchen<T>
        {
            static T s_meal = default!; static System.Collections.Generic.List<T> s_meals = new();
            static void Take(object? meal, int count) { }
            [Coroutine] static int Count(Co co) { co.Yield(); return 1; }
            [Coroutine] void Serve<T>(Co co, T dish) { co.Yield(); Take(s_meal, 1); }
            [Coroutine] static void Cook<T>(Co co, T dish) { var {|CORO015:meal = s_meal|}; co.Yield(); Take(meal, 1); }
            [Coroutine] static void Each<T>(Co co, T dish) { {|CORO015:foreach (var meal in s_meals) co.Yield();|} }
            [Coroutine] static void Some<T>(Co co, T dish) { foreach (var meal in s_meals) Take(meal, 1); Take(s_meal, Count(co)); }
            partial class Table { [Coroutine] void Lay<T>(Co co, T dish) { co.Yield(); } }
            [Coroutine] void Use(Co co) { Serve(co, 1); Cook(co, ""); co.Launch(Cook(2)); co.Launch(Serve(3)); }
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
