using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO205.</summary>
public sealed class PollingTests
{
    [Fact]
    public Task Polled() => RuleCheck<Polling>.Of(Source(
        "{|CORO205:while|} (!s_done) co.Sleep(10);",
        "{|CORO205:while|} (!s_done) { co.Yield(); }",
        "{|CORO205:while|} (!gate.IsSet && n > 0) co.Sleep(TimeSpan.FromSeconds(1));",
        "{|CORO205:do|} co.Sleep(10); while (!s_done);",
        "{|CORO205:for|} (; !s_done;) co.Sleep(10);",
        "{|CORO205:while|} (!TryTake(out var x)) co.Sleep(10);",
        "{|CORO205:while|} (!File.Exists(\"a\")) co.Sleep(10);",
        "{|CORO205:while|} (items.Count == 0) co.Yield();",
        "CoAction body = inner => { {|CORO205:while|} (!s_done) inner.Yield(); };"));

    [Fact]
    public Task Harmless() => RuleCheck<Polling>.Of(Source(
        "while (true) co.Sleep(10);",
        "while (!s_done) { Work(); co.Sleep(10); }",
        "for (var i = 0; i < n; i++) co.Sleep(10);",
        "while (n-- > 0) co.Sleep(10);",
        "while (Step()) co.Yield();",
        "while (each.MoveNext()) co.Sleep(10);",
        "while (TryTake(out var x)) co.Yield();",
        "while (DateTime.UtcNow.Year < 2030) co.Sleep(10);",
        "while (watch.ElapsedMilliseconds < 10) co.Yield();",
        "while (!s_done) Serve(co);",
        "foreach (var item in items) co.Yield();",
        "while (!s_done) gate.Wait(co);"));

    private static string Source(params string[] statements) => $$"""
        static partial class Kitchen
        {
            static bool s_done;
            static void Work() { }
            static bool Step() => true;
            static bool TryTake(out int x) { x = 1; return true; }
            [Coroutine] static void Serve(Co co) { co.Yield(); }
            {{Methods.Each(statements, "int n, List<int> items, CoEvent gate, IEnumerator<int> each, System.Diagnostics.Stopwatch watch")}}
        }
        """;
}
