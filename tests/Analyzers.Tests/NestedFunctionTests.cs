using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO018, and the rules of methods for functions inside coroutines.</summary>
public sealed class NestedFunctionTests
{
    private const string Delegates = "delegate void Body(Co co); delegate void Plain();\n";

    [Theory]
    [InlineData("void {|CORO018:Local|}(Co co) { }")]
    [InlineData("[Coroutine] void {|CORO018:Local|}() { }")]
    [InlineData("[Coroutine] static int {|CORO018:Local|}(Co co, int tries) => tries;")]
    [InlineData("Body body = (Co {|CORO018:co|}) => { };")]
    [InlineData("Body body = {|CORO018:co|} => co.Yield();")]
    [InlineData("Body body = ({|CORO018:co|}) => Pour(co);")]
    [InlineData("Body body = delegate(Co {|CORO018:co|}) { };")]
    [InlineData("Plain body = [{|CORO018:Coroutine|}] () => { };")]
    public Task A_function_inside_a_method_is_no_coroutine(string statement) => AnalyzerCheck.Of($$"""
        {{Delegates}}
        static partial class Kitchen
        {
            static void Open() { {{statement}} }
            [Coroutine] static void Pour(Co co) { }
        }
        """);

    [Fact]
    public Task A_function_among_top_level_statements_is_no_coroutine() => AnalyzerCheck.Files("""
        using CoroGen;
        {|CS8805:void {|CORO018:Serve|}(Co co) => co.Yield();|}
        """);

    [Theory]
    [InlineData("Local(co); static void {|CORO002:Local|}(Co co) => co.Yield();")]
    [InlineData("Pour(co); [Coroutine] void {|CORO001:Local|}() { }")]
    [InlineData("Pour(co); [Coroutine] void {|CORO003:Local|}(Co co, Co other) { }")]
    [InlineData("Pour(co); [Coroutine] void {|CORO003:Local|}(in Co co) { }")]
    [InlineData("Pour(co); [Coroutine] async void {|CORO005:Local|}(Co {|CS4012:co|}) => await System.Threading.Tasks.Task.Yield();")]
    [InlineData("Pour(co); [Coroutine] System.Collections.Generic.IEnumerable<int> {|CORO005:Local|}(Co co) { yield return 1; }")]
    [InlineData("CoAction body = async (Co {|CORO005:{|CS4012:co|}|}) => await System.Threading.Tasks.Task.Yield();")]
    [InlineData("Pour(co); [Coroutine] void {|CORO006:Local|}(Co co, ref int x) { }")]
    [InlineData("Pour(co); [Coroutine] void {|CORO006:Local|}(Co co, Span<int> x) { }")]
    [InlineData("Pour(co); [Coroutine] Span<int> {|CORO006:Local|}(Co co) => default;")]
    [InlineData("Body body = {|CORO018:co|} => co.Yield();")]
    [InlineData("Plain body = [{|CORO018:Coroutine|}] () => { };")]
    [InlineData("CoAction body = inner => {|CORO203:{|CS9108:co|}.Yield()|};")]
    [InlineData("CoAction body = inner => { Action plain = () => {|CORO203:{|CS9108:inner|}.Yield()|}; };")]
    [InlineData("CoAction body = inner => { var copy = {|CORO010:inner|}; };")]
    [InlineData("CoAction body = inner => { {|CORO203:lock (\"\") { inner.Yield(); }|} };")]
    public Task A_function_inside_a_coroutine_follows_the_rules_of_methods(string statement) => AnalyzerCheck.Of($$"""
        {{Delegates}}
        static partial class Kitchen
        {
            [Coroutine] static void Open(Co co) { {{statement}} }
            [Coroutine] static void Pour(Co co) { }
        }
        """);

    [Theory]
    [InlineData("CoAction body = co => co.Yield(); body(co); body.Invoke(co); body?.Invoke(co);")]
    [InlineData("CoFunc<int> body = static (Co inner) => { inner.Yield(); return 1; }; body(co);")]
    [InlineData("CoAction body = delegate(Co inner) { Pour(inner); }; co.Await(co.Launch(body));")]
    [InlineData("Local(co, 1); [Coroutine] void Local(Co co, int n) { co.Sleep(n); if (n > 0) Local(co, n - 1); }")]
    [InlineData("co.Await(co.Launch(Local)); [Coroutine] static int Local(Co co) => 1;")]
    [InlineData("CoAction pour = Pour; pour(co);")]
    public Task A_function_inside_a_coroutine_may_be_one(string statement) => AnalyzerCheck.Of($$"""
        static partial class Kitchen
        {
            [Coroutine] static void Open(Co co) { {{statement}} }
            [Coroutine] static void Pour(Co co) { }
        }
        """);

    [Fact]
    public Task A_type_parameter_that_hides_one_of_the_method_is_refused() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static void Open<T>(Co co, T first)
            {
                Local(co, first);
                {|CORO015:[Coroutine] static void Local<T>(Co co, T second) => co.Yield();|}
            }
        }
        """);

    [Theory]
    [InlineData("public Kitchen(string name) { } public {|CORO018:Kitchen|}(Co co) { }")]
    [InlineData("[Coroutine] ~{|CORO018:Kitchen|}() { }")]
    [InlineData("public static Kitchen operator {|CORO018:+|}(Kitchen kitchen, Co co) => kitchen;")]
    [InlineData("[Coroutine] public static Kitchen operator {|CORO018:-|}(Kitchen kitchen) => kitchen;")]
    [InlineData("[Coroutine] public static implicit operator {|CORO018:int|}(Kitchen kitchen) => 1;")]
    [InlineData("public int Size { [Coroutine] {|CORO018:get|} => 1; }")]
    [InlineData("public event Action Opened { [Coroutine] {|CORO018:add|} { } remove { } }")]
    [InlineData("public int {|CORO018:this|}[Co co] { get => 1; set { } }")]
    public Task A_special_member_is_no_coroutine(string member) => AnalyzerCheck.Of($$"""
        partial class Kitchen { {{member}} }
        """);

    [Fact]
    public Task A_primary_constructor_is_no_coroutine() => AnalyzerCheck.Of("class {|CORO018:Kitchen|}(Co co);");

    [Theory]
    [InlineData("int Local(int x) => x; Local(1);")]
    [InlineData("Func<int, int> twice = x => Math.Abs(x); Func<int, int> thrice = (int x) => 3 * x; Action none = delegate { };")]
    [InlineData("Action<{|CS0246:Unknown|}> half = x => x.Yield();")]
    public Task Other_functions_are_fine(string statement) => AnalyzerCheck.Of($$"""
        partial class Kitchen
        {
            public int Size { get; set; }
            public int this[int index] => index;
            public static Kitchen operator +(Kitchen kitchen, int tables) => kitchen;
            void Open() { {{statement}} }
        }
        """);
}
