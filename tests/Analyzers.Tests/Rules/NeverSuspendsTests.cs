using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests;

/// <summary>CORO206.</summary>
public sealed class NeverSuspendsTests
{
    [Fact]
    public Task Never() => RuleCheck<NeverSuspends>.Of("""
        partial class Kitchen
        {
            private readonly List<int> _plates = [];
            [Coroutine] static int {|CORO206:Twice|}(Co co, int n) => 2 * n;
            [Coroutine] void {|CORO206:Log|}(Co co) { if (_plates.Count > 0) throw new IOException(nameof(co)); }
            [Coroutine] public void {|CORO206:Empty|}(Co co) { }
            [Coroutine] void {|CORO206:Generic|}<T>(Co co, T x) { Console.WriteLine(x); }
            [Coroutine] void {|CORO206:Inner|}(Co co) { CoAction body = inner => inner.Yield(); Keep(body); foreach (var x in _plates) Keep(x); }
            void Keep(object x) { }
            [Coroutine] int Use(Co co) { Log(co); return Twice(co, 3); }
        }
        """);

    /// <summary>The compiler of the tests, a preview of C# 14, analyses what stands in a block three times; the released one does so once.</summary>
    [Fact]
    public Task In_extension_blocks() => RuleCheck<NeverSuspends>.Of("""
        static partial class Texts
        {
            extension(string text)
            {
                [Coroutine] public void {|CORO206:{|CORO206:{|CORO206:Idle|}|}|}(Co co) => Console.WriteLine(text);
                [Coroutine] public void Launched(Co co) => Console.WriteLine(text);
                [Coroutine] public static void Static(Co co) => Console.WriteLine();
            }
            [Coroutine] static void Use(Co co) { co.Launch("a".Launched()); Func<Coroutine> later = string.Static; }
        }
        """);

    [Fact]
    public Task Harmless() => RuleCheck<NeverSuspends>.Of("""
        partial interface IKitchen { [Coroutine] void Open(Co co); [Coroutine] void Wash(Co co); [Coroutine] void Dry(Co co) { } }
        abstract partial class Base { [Coroutine] public virtual void Cook(Co co) { } [Coroutine] public abstract void Fry(Co co); }
        partial class Kitchen : Base, IKitchen
        {
            [Coroutine] public void Open(Co co) { }
            [Coroutine] void IKitchen.Wash(Co co) { }
            [Coroutine] public override void Cook(Co co) { }
            [Coroutine] public override void Fry(Co co) { }
            [Coroutine] partial void Serve(Co co);
            partial void Serve(Co co) { }
            [Coroutine] void Yields(Co co) { co.Yield(); }
            [Coroutine] void Starts(Co co) { co.Launch(Yields()); }
            [Coroutine] void Asks(Co co) { Console.WriteLine(co.Current); }
            [Coroutine] void Reads(Co co, CoChannel<int> channel) { foreach (var x in channel) Console.WriteLine(x); }
            [Coroutine] void Refuses(Co co) => throw new NotSupportedException();
            [Coroutine] int Later(Co co) { throw new NotImplementedException(); }
            [Coroutine] void Log(Co co, string text) { Console.WriteLine(text); }
            [Coroutine] void Answer(Co co, int n) { Console.WriteLine(n); }
            [Coroutine] void Dispose(Co co) { Console.WriteLine(); }
            void Dispose() { }
            [Coroutine] void Use(Co co) { co.Launch(Log("")); Func<int, Coroutine> handler = Answer; Keep(handler); Yields(co); }
            void Keep(object x) { }
        }
        """);

    [Fact]
    public Task Attribute_and_handle_go() => RuleFixCheck<NeverSuspends, MakePlainFix>.Of(
        """
        partial class Kitchen
        {
            /// <summary>Twice.</summary>
            [Coroutine]
            private static int {|CORO206:Twice|}(Co co, int n) => 2 * n;

            [Obsolete, Coroutine] void {|CORO206:Log|}(string text, Co co) { Console.WriteLine(text); }

            // All.
            [Coroutine] private void {|CORO206:All|}(Co co) { }

            [Coroutine] int Use(Co co) { co.Yield(); this.Log("A", co); All(co); return Twice(co, Twice(n: 3, co: co)); }
        }
        static partial class Other
        {
            [Coroutine] static void {|CORO206:Fold|}(this string text, Co co, int n) { }
            [Coroutine] static void Use(Co co) { co.Yield(); "A".Fold(co, 1); Fold("A", co, 1); }
        }
        """,
        """
        partial class Kitchen
        {
            /// <summary>Twice.</summary>
            private static int Twice(int n) => 2 * n;

            [Obsolete] void Log(string text) { Console.WriteLine(text); }

            // All.
            private void All() { }

            [Coroutine] int Use(Co co) { co.Yield(); this.Log("A"); All(); return Twice(Twice(n: 3)); }
        }
        static partial class Other
        {
            static void Fold(this string text, int n) { }
            [Coroutine] static void Use(Co co) { co.Yield(); "A".Fold(1); Fold("A", 1); }
        }
        """);
}
