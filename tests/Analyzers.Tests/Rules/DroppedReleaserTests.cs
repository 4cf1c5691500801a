using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO201.</summary>
public sealed class DroppedReleaserTests
{
    [Theory]
    [InlineData("co.{|CORO201:Lock|}(s_machine); co.Yield();")]
    [InlineData("_ = co.{|CORO201:Lock|}(s_machine); co.Yield();")]
    [InlineData("var held = co.{|CORO201:Lock|}(s_machine); co.Yield();")]
    [InlineData("LockReleaser held; held = co.{|CORO201:Lock|}(s_machine); co.Yield();")]
    [InlineData("co.{|CORO201:Acquire|}(s_cooks);")]
    [InlineData("CoAction body = inner => inner.{|CORO201:Lock|}(s_machine); body(co);")]
    [InlineData("switch (1) { case 1: co.{|CORO201:Lock|}(s_machine); break; }")]
    public Task Dropped(string statement) => RuleCheck<DroppedReleaser>.Of(Source(statement));

    [Theory]
    [InlineData("using (co.Lock(s_machine)) co.Yield();")]
    [InlineData("using var held = co.Lock(s_machine); co.Yield();")]
    [InlineData("using (var held = co.Acquire(s_cooks)) co.Yield();")]
    [InlineData("using LockReleaser one = co.Lock(s_machine), two = co.Lock(s_machine);")]
    [InlineData("var held = co.Lock(s_machine); try { co.Yield(); } finally { held.Dispose(); }")]
    [InlineData("co.Lock(s_machine); try { co.Yield(); } finally { s_machine.Exit(); }")]
    [InlineData("co.Lock(Kitchen.s_machine); s_machine?.Exit();")]
    [InlineData("co.Acquire(s_slots); co.Acquire(Kitchen.s_slots);")]
    [InlineData("co.Acquire(cooks); cooks.Release();")]
    [InlineData("var kept = co.Lock(s_machine); Keep(kept);")]
    [InlineData("Keep(co.Lock(s_machine));")]
    [InlineData("using (Take(co)) co.Yield();")]
    [InlineData("_kept = co.Lock(s_machine);")]
    [InlineData("if (s_machine.TryEnter(co)) Keep(default);")]
    public Task Harmless(string statement) => RuleCheck<DroppedReleaser>.Of(Source(statement));

    [Fact]
    public Task What_a_caller_hands_in_may_be_given_back_by_the_type() => RuleCheck<DroppedReleaser>.Of("""
        partial class Gate
        {
            private readonly CoSemaphore _places = new(3);
            [Coroutine] private static void Enter(Co co, CoSemaphore places, CoSemaphore[] others) { co.Acquire(places); co.Acquire(others[1]); }
            private void Leave() => _places.Release();
        }
        """);

    [Fact]
    public Task What_nobody_gives_back_is_dropped_wherever_it_comes_from() => RuleCheck<DroppedReleaser>.Of("""
        partial class Gate
        {
            private readonly CoLock _gate = new();
            [Coroutine] private LockReleaser Take(Co co) => co.Lock(_gate);
            [Coroutine] private void Enter(Co co, CoSemaphore places, CoSemaphore[] others) { co.{|CORO201:Acquire|}(places, 2); co.{|CORO201:Acquire|}(others[1]); {|CORO201:Take|}(co); }
        }
        """);

    [Fact]
    public Task Held_to_the_end_of_the_block() => RuleFixCheck<DroppedReleaser, UseReleaserFix>.Of(
        Source("""
            // The machine.
            co.{|CORO201:Lock|}(s_machine); // now
            _ = co.{|CORO201:Acquire|}(s_cooks, 2);
            var held = co.{|CORO201:Lock|}(s_machine);
            if (cooks is null)
            {
                co.{|CORO201:Acquire|}(s_cooks);
            }
            """),
        Source("""
            // The machine.
            using var releaser = co.Lock(s_machine); // now
            using var releaser2 = co.Acquire(s_cooks, 2);
            using var held = co.Lock(s_machine);
            if (cooks is null)
            {
                using var releaser3 = co.Acquire(s_cooks);
            }
            """));

    [Fact]
    public Task Held_to_the_end_of_the_section() => RuleFixCheck<DroppedReleaser, UseReleaserFix>.Of(
        Source("""
            switch (cooks.GetHashCode())
            {
                case 1:
                    co.{|CORO201:Lock|}(s_machine); // now
                    var n = 1;
                    Give();
                    break;
                case 2:
                    _ = co.{|CORO201:Acquire|}(s_cooks);
                    return;
            }
            """),
        Source("""
            switch (cooks.GetHashCode())
            {
                case 1:
                    using (co.Lock(s_machine))
                    {
                        var n = 1;
                        Give();
                    } // now
                    break;
                case 2:
                    using (co.Acquire(s_cooks))
                    {
                        return;
                    }
            }
            """));

    [Theory]
    [InlineData("if (cooks is null) co.{|CORO201:Lock|}(s_machine);")]
    [InlineData("switch (1) { case 1: co.{|CORO201:Lock|}(s_machine); int n = 1; Give(); break; case 2: n = 2; break; }")]
    [InlineData("switch (1) { case 1: co.{|CORO201:Lock|}(s_machine); again: Give(); goto again; }")]
    public Task Where_there_is_no_block_there_is_no_fix(string statement) => RuleFixCheck<DroppedReleaser, UseReleaserFix>.None(Source(statement));

    private static string Source(string statement) => $$"""
        static partial class Kitchen
        {
            static readonly CoLock s_machine = new();
            static readonly CoSemaphore s_cooks = new(3), s_slots = new(3);
            static object _kept;
            static void Keep(LockReleaser releaser) { }
            static void Give() => s_slots.Release();
            [Coroutine] static LockReleaser Take(Co co) => co.Lock(s_machine);
            [Coroutine] static void Open(Co co, CoSemaphore cooks)
            {
                {{statement.ReplaceLineEndings("\n        ")}}
            }
        }
        """;
}
