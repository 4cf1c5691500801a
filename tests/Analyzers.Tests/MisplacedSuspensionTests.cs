using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO203: every place where no suspension may be is refused, by this rule or by the one that has more to say; and those that look like it are not.</summary>
public sealed class MisplacedSuspensionTests
{
    [Fact]
    public Task Static_initialisers() => AnalyzerCheck.Of("""
        static partial class Kitchen
        {
            static readonly EventLoop s_loop = new();
            static readonly int s_meal = {|CORO203:Cook(Co.Blocking)|};
            static readonly int s_other = 1 + {|CORO203:Cook(s_loop.Blocking)|}, s_third = 3;
            static int Fourth { get; } = {|CORO203:Cook(Co.Blocking)|};
            static readonly CoAction s_body = {|CORO018:co|} => co.Yield();
            static Kitchen() { {|CORO203:Co.Blocking.Sleep(1)|}; if (s_meal > 3) {|CORO203:Cook(Co.Blocking)|}; }
            [Coroutine] static int Cook(Co co) { co.Yield(); return 1; }
        }
        """);

    [Fact]
    public Task Other_initialisers_and_later_code() => AnalyzerCheck.Of("""
        partial class Kitchen
        {
            private readonly int _meal = Cook(Co.Blocking);
            private static readonly Func<int> s_later = () => Cook(Co.Blocking);
            private static readonly Lazy<int> s_lazy = new(() => Cook(Co.Blocking));
            private static readonly EventLoop s_loop = Co.Blocking.Loop;
            private static int Now => Cook(Co.Blocking);
            private static int Plain { get; } = Math.Abs(1);
            static Kitchen() { s_loop = new EventLoop(); Local(); static int Local() => 1; }
            Kitchen() { Cook(Co.Blocking); }
            [Coroutine] static int Cook(Co co) { co.Yield(); return 1; }
        }
        """);

    [Theory]
    [InlineData("Action later = () => {|CORO203:S({|CS9108:co|})|};")]
    [InlineData("Array.ForEach(array, n => {|CORO203:S({|CS9108:co|})|});")]
    [InlineData("{|CORO203:lock (array) { S(co); }|}")]
    [InlineData("try { } catch (Exception) {|CORO203:when (S(co) > 0)|} { }")]
    [InlineData("unsafe { {|CORO015:fixed (int* p = array) { S(co); }|} }")]
    [InlineData("unsafe { int n = 1; int* p = {|CORO019:&n|}; S(co); *p = 2; }")]
    [InlineData("_ = from x in array where x > {|CORO203:S({|CS9108:co|})|} select x;")]
    [InlineData("_ = from x in array from y in new[] { {|CORO203:S({|CS9108:co|})|} } select x;")]
    [InlineData("_ = from x in array join y in array on x equals {|CORO203:S({|CS9108:co|})|} select x;")]
    [InlineData("_ = from x in array select x into y where y > {|CORO203:S({|CS9108:co|})|} select y;")]
    public Task Refused(string statement) => AnalyzerCheck.Of(Source(statement));

    [Theory]
    [InlineData("_ = from x in new[] { S(co) } select x;")]
    [InlineData("_ = from x in array join y in new[] { S(co) } on x equals y select x;")]
    [InlineData("unsafe { S(co); }")]
    [InlineData("{|CORO103:lock|} (array) { co.Launch(Later()); }")]
    [InlineData("lock (array) { Action later = () => { }; CoAction body = inner => inner.Yield(); }")]
    public Task Fine(string statement) => AnalyzerCheck.Of(Source(statement));

    private static string Source(string statement) => $$"""
        using System.Linq;
        static partial class Kitchen
        {
            [Coroutine] static int S(Co co) { co.Yield(); return 1; }
            [Coroutine] static void Later(Co co) { co.Yield(); }
            [Coroutine] static void Serve(Co co, int[] array) { {{statement}} }
        }
        """;
}
