using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO018: only an ordinary method of a type can be a coroutine.</summary>
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
    public Task A_call_of_a_refused_local_function_is_not_refused_as_well() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            [Coroutine] static void Open(Co co)
            {
                Local(co);
                static void {|CORO018:Local|}(Co co) => co.Yield();
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
