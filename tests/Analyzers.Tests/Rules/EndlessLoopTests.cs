using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO204.</summary>
public sealed class EndlessLoopTests
{
    [Fact]
    public Task Endless() => RuleCheck<EndlessLoop>.Of(Source(
        "{|CORO204:while|} (true) Work();",
        "{|CORO204:while|} (true) { }",
        "{|CORO204:for|} (;;) Work();",
        "{|CORO204:for|} (;;) { }",
        "{|CORO204:do|} { Work(); } while (true);",
        "{|CORO204:while|} (!s_done) { }",
        "{|CORO204:while|} (!Volatile.Read(ref s_done)) ;",
        "{|CORO204:while|} (n > 0) Work();",
        "{|CORO204:while|} (n is > 3 and < 7) Work();",
        "var i = 0; var j = 0; {|CORO204:while|} (i < n) j++;",
        "{|CORO204:for|} (var i = 0; i < n; n.ToString()) { }",
        "{|CORO204:while|} (!co.CancellationToken.IsCancellationRequested) Work();",
        "{|CORO204:while|} (!token.IsCancellationRequested) { Work(); }",
        "{|CORO204:while|} (!task.IsCompleted) { }",
        "{|CORO204:while|} (!child.IsDone) { }",
        "{|CORO204:while|} (!Done) { }",
        "{|CORO204:while|} (true) { if (s_done) continue; co.Yield(); }",
        "{|CORO204:while|} (true) { if (n > 3) continue; n = Next(); if (n < 0) break; co.Yield(); }",
        "while (Next() > 0) { {|CORO204:while|} (!s_done) { } }",
        "{|CORO204:while|} (true) { if (Next() > 0) Work(); else Next(); }",
        "{|CORO204:while|} (true) { try { Work(); } catch (IOException) { } }",
        "{|CORO204:while|} (true) { try { Work(); } finally { Next(); } }",
        "try { {|CORO204:while|} (true) Work(); } finally { co.Yield(); }",
        "{|CORO204:again|}: Work(); goto again;",
        "foreach (var item in items) { {|CORO204:while|} (item > 0) Work(); }",
        "co.Yield(); {|CORO204:while|} (true) { co.Launch(Serve()); }",
        "{|CORO204:while|} (n > 0) gate.TryEnter(co);",
        "CoAction body = inner => { {|CORO204:while|} (true) Work(); };",
        "CoAction body = inner => { var m = n; {|CORO204:while|} (m > 0) Work(); };"));

    [Fact]
    public Task Harmless() => RuleCheck<EndlessLoop>.Of(Source(
        "while (true) co.Yield();",
        "while (true) { Work(); Serve(co); }",
        "for (;;) { if (Next() > 0) co.Sleep(1); else Serve(co); }",
        "for (var i = 0; i < n; i++) Work();",
        "for (var i = n; i-- > 0;) Work();",
        "var i = 0; while (i < n) i++;",
        "var i = 0; while (i < n) { Work(); i += 2; }",
        "while (n > 0) { n /= 2; }",
        "while (true) { if (Next() < 0) break; }",
        "while (true) { var k = Next(); if (k < 0) return; Work(); }",
        "while (true) { try { Work(); return; } catch (IOException) { if (n++ > 3) throw; } }",
        "while (!s_done) Work();",
        "while (Next() > 0) { }",
        "while (items.Count > 0) items.RemoveAt(0);",
        "while (items.Count < 3) items.Add(1);",
        "foreach (var item in items) Work();",
        "foreach (var item in channel) Work();",
        "while (true) foreach (var item in channel) Work();",
        "while (true) { if (TryTake(out var x)) { Work(); continue; } co.Yield(); }",
        "while (true) { while (n < 10) n++; if (Next() > 3) break; }",
        "while (!token.IsCancellationRequested) { if (Next() < 0) break; Work(); }",
        "while (!token.IsCancellationRequested) { Work(); co.Yield(); }",
        "do { Work(); n--; } while (n > 0);",
        "int low = 0, high = n; while (low < high) { var middle = (low + high) / 2; if (items[middle] < 3) low = middle + 1; else high = middle; }",
        "var node = s_first; while (node != null) node = node.Next;",
        "for (var node = s_first; node is not null; node = node.Next) Work();",
        "while (true) { try { Work(); } finally { co.Yield(); } }",
        "while (true) { try { co.Yield(); } catch (IOException) { } }",
        "while (true) { using (co.Lock(gate)) Work(); }",
        "while (Interlocked.CompareExchange(ref s_count, 1, 0) != 0) { }",
        "var go = true; Action stop = () => go = false; while (go) stop();",
        "var go = true; while (go) Stop(ref go);",
        "var go = true; ref var same = ref go; while (go) same = false;",
        "var (a, b) = (0, 1); while (a < n) (a, b) = (b, a + b);",
        "while (items is [var first, ..]) { items.RemoveAt(0); Work(); }",
        "string line; while ((line = Console.In.ToString()) != null) Work();",
        "while (watch.ElapsedMilliseconds < 10) { }",
        "again: if (Next() > 0) goto again;",
        "while (true) throw new IOException();",
        "if (n > 0) { while (true) { Work(); break; } }",
        "co.Offload(() => { while (n > 0) Work(); });",
        "switch (n) { case 1: while (true) { co.Yield(); } default: for (;;) { return; } }"));

    [Fact]
    public Task Others_run_in_between() => RuleFixCheck<EndlessLoop, YieldFix>.Of(
        Source("""

                // For ever.
                {|CORO204:while|} (true)
                {
                    // Work.
                    Work();
                }
            """,
            "{|CORO204:while|} (!s_done) ;",
            "{|CORO204:for|} (;;) { }",
            "{|CORO204:do|} { Work(); } while (true);"),
        Source("""

                // For ever.
                while (true)
                {
                    co.Yield();
                    // Work.
                    Work();
                }
            """,
            "while (!s_done) co.Yield();",
            "for (;;) { co.Yield(); }",
            "do { co.Yield(); Work(); } while (true);"));

    [Fact]
    public Task A_single_statement_gets_a_block() => RuleFixCheck<EndlessLoop, YieldFix>.Of(
        """
        static partial class Kitchen
        {
            [Coroutine]
            static void Open(Co co, int n)
            {
                {|CORO204:while|} (n > 0)
                    Console.WriteLine(n);
            }
        }
        """,
        """
        static partial class Kitchen
        {
            [Coroutine]
            static void Open(Co co, int n)
            {
                while (n > 0)
                {
                    co.Yield();
                    Console.WriteLine(n);
                }
            }
        }
        """);

    [Theory]
    [InlineData("lock (gate) {|CORO204:while|} (true) Work();")]
    [InlineData("Span<int> places = new int[1]; {|CORO204:while|} (true) places[0] = 1;")]
    [InlineData("{|CORO204:again|}: Work(); goto again;")]
    public Task Where_nothing_can_suspend_no_fix_is_offered(string statement) => RuleFixCheck<EndlessLoop, YieldFix>.None(Source(statement));

    private static string Source(params string[] statements) => $$"""
        class Node { public Node Next; }
        static partial class Kitchen
        {
            static bool s_done;
            static int s_count;
            static Node s_first;
            static bool Done { get; set; }
            static void Work() { }
            static int Next() => 1;
            static bool TryTake(out int x) { x = 1; return true; }
            static void Stop(ref bool go) => go = false;
            [Coroutine] static void Serve(Co co) { co.Yield(); }
            {{Methods.Each(statements, "int n, List<int> items, CancellationToken token, Task task, Coroutine child, CoChannel<int> channel, CoLock gate, System.Diagnostics.Stopwatch watch")}}
        }
        """;
}
