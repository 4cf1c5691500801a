using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO010 and CORO203: the handle calls, or is passed to a coroutine, in the coroutine's own body.</summary>
public sealed class HandleUseTests
{
    private const string Members = """
        delegate void Body(Co co);
        ref struct Holder
        {
            public Co Handle;
            public {|CORO018:Holder|}(Co co) => Handle = co;
            public Holder() { }
            public int {|CORO018:this|}[Co co] => 0;
        }
        static class Extensions
        {
            public static void {|CORO002:Run|}(this Co co) { }
            public static void {|CORO002:Take|}(ref Co co) { }
            public static int Keep<T>(T value) where T : allows ref struct => 0;
        }
        """;

    [Theory]
    [InlineData("var other = {|CORO010:co|};")]
    [InlineData("Co other; other = {|CORO010:co|};")]
    [InlineData("{|CORO010:co|} = default;")]
    [InlineData("var holder = new Holder { Handle = {|CORO010:co|} };")]
    [InlineData("body({|CORO010:co|});")]
    [InlineData("Extensions.Keep({|CORO010:co|});")]
    [InlineData("Extensions.Take(ref {|CORO010:co|});")]
    [InlineData("ref var same = ref {|CORO010:co|};")]
    [InlineData("var holder = new Holder({|CORO010:co|});")]
    [InlineData("_ = new Holder()[{|CORO010:co|}];")]
    [InlineData("Co Same() { return {|CORO010:{|CS9108:co|}|}; }")]
    public Task The_handle_does_not_leave_its_coroutine(string statement) => AnalyzerCheck.Of($$"""
        {{Members}}
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, Body body) { {{statement}} }
        }
        """);

    [Theory]
    [InlineData("co.Yield();")]
    [InlineData("(co).Sleep(1);")]
    [InlineData("Serve(co, body); Serve(co: (co), body: body);")]
    [InlineData("co.Launch(Serve(body));")]
    [InlineData("var loop = co.Loop; var me = co.Current; var token = co.CancellationToken;")]
    [InlineData("var name = nameof(co);")]
    [InlineData("Action later = () => { int co = 1; co++; };")]
    public Task The_handle_calls_its_members_and_coroutines(string statement) => AnalyzerCheck.Of($$"""
        {{Members}}
        static partial class Kitchen
        {
            [Coroutine] static void Serve(Co co, Body body) { {{statement}} }
        }
        """);
}
