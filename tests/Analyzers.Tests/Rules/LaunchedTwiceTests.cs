using CoroGen.Analyzers.Tests.Harness;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO301.</summary>
public sealed class LaunchedTwiceTests
{
    [Fact]
    public Task Twice() => RuleCheck<LaunchedTwice>.Of(Source(
        "var meal = Cook(); co.Launch(meal); co.{|CORO301:Launch|}(meal);",
        "var meal = co.Launch(Cook()); co.{|CORO301:Launch|}(meal);",
        "Coroutine meal = Cook(); co.Launch(meal); co.Loop.{|CORO301:Schedule|}(meal);",
        "var meal = Cook(); co.Await(meal); co.{|CORO301:Launch|}(meal);",
        "var meal = Cook(); co.WaitAll(meal, Cook()); co.{|CORO301:Shield|}(meal);",
        "var meal = Cook(); if (n > 0) co.Launch(meal); else co.Await(meal); co.{|CORO301:Group|}(meal);",
        "co.Launch(given); if (n > 0) co.{|CORO301:Launch|}(given);",
        "var meal = Cook(); for (var i = 0; i < n; i++) co.{|CORO301:Launch|}(meal);",
        "var meal = Cook(); var all = new List<Coroutine>(); foreach (var one in all) { all.Add(co.{|CORO301:Launch|}(meal)); }",
        "var meal = Cook(); while (true) { co.{|CORO301:Launch|}(meal); co.Yield(); }",
        "var meal = Cook(); co.Launch(meal); meal = Cook(); co.Launch(meal); co.{|CORO301:Launch|}(meal);",
        "CoAction body = inner => { var meal = Cook(); inner.Launch(meal); inner.{|CORO301:Launch|}(meal); };",
        "var meal = Cook(); try { co.Launch(meal); } finally { n++; } co.{|CORO301:Launch|}(meal);"));

    [Fact]
    public Task Harmless() => RuleCheck<LaunchedTwice>.Of(Source(
        "var meal = Cook(); co.Launch(meal); co.Await(meal); co.Wait(meal); co.Timeout(TimeSpan.Zero, meal);",
        "var meal = Cook(); co.Launch(meal); meal = Cook(); co.Launch(meal);",
        "co.Launch(Cook()); co.Launch(Cook());",
        "for (var i = 0; i < n; i++) { var meal = Cook(); co.Launch(meal); }",
        "Coroutine meal = Cook(); for (var i = 0; i < n; i++) { co.Launch(meal); meal = Cook(); }",
        "var meal = Cook(); while (n > 0) { co.Launch(meal); break; }",
        "var meal = Cook(); var started = false; while (n > 0) { if (!started) { co.Launch(meal); started = true; } co.Yield(); }",
        "var meal = Cook(); if (n > 0) co.Launch(meal); if (n <= 0) co.Launch(meal);",
        "var meal = Cook(); if (n > 0) co.Launch(meal); else co.Launch(meal);",
        "var meal = Cook(); co.Launch(meal); if (meal.Status == CoroutineStatus.New) co.Launch(meal);",
        "var meal = Cook(); try { co.Launch(meal); } catch (InvalidOperationException) { co.Launch(meal); }",
        "foreach (var meal in new[] { Cook(), Cook() }) co.Launch(meal);",
        "var meal = Cook(); CoAction body = inner => inner.Launch(meal); body(co);",
        "var meal = Cook(); Action again = () => meal = Cook(); co.Launch(meal); again(); co.Launch(meal);",
        "var meal = Cook(); co.Launch(meal); Renew(ref meal); co.Launch(meal);",
        "Coroutine one = Cook(), two = Cook(); co.Launch(one); co.Launch(two); (one, two) = (two, one);"));

    private static string Source(params string[] statements) => $$"""
        static partial class Kitchen
        {
            static void Renew(ref Coroutine<int> coroutine) => coroutine = Cook();
            [Coroutine] static int Cook(Co co) { co.Yield(); return 1; }
            {{Methods.Each(statements, "int n, Coroutine given")}}
        }
        """;
}
