using CoroGen.Analyzers.Blocking;
using CoroGen.Analyzers.Tests.Harness;
using CoroGen.CodeFixes;

namespace CoroGen.Analyzers.Tests.Blocking;

/// <summary>The fix of CORO103.</summary>
public sealed class LockFixTests
{
    [Fact]
    public Task Gates_of_coroutines_become_coroutine_locks() => RuleFixCheck<BlockingAnalyzer, UseCoLockFix>.Of(
        """
        using System.Threading; using CoroGen;

        partial class Kitchen
        {
            private readonly object _gate = new(); // of the counters
            private static readonly object s_gate = new object();
            private readonly Lock _modern = new();
            private int _count;

            [Coroutine] void Count(Co co)
            {
                // One more.
                {|CORO103:lock|} (_gate) // now
                {
                    _count++;
                }

                {|CORO103:lock|} (this._gate)
                    _count++;
                co.Yield();
            }

            [Coroutine] int Ask(Co handle)
            {
                var own = new object();
                {|CORO103:lock|} (own)
                    _count--;
                {|CORO103:lock|} (s_gate)
                    _count--;
                {|CORO103:lock|} (_modern)
                    return _count;
            }
        }
        """,
        """
        using System.Threading; using CoroGen;

        partial class Kitchen
        {
            private readonly CoLock _gate = new(); // of the counters
            private static readonly CoLock s_gate = new CoLock();
            private readonly CoLock _modern = new();
            private int _count;

            [Coroutine] void Count(Co co)
            {
                // One more.
                using (co.Lock(_gate)) // now
                {
                    _count++;
                }

                using (co.Lock(this._gate))
                    _count++;
                co.Yield();
            }

            [Coroutine] int Ask(Co handle)
            {
                var own = new CoLock();
                using (handle.Lock(own))
                    _count--;
                using (handle.Lock(s_gate))
                    _count--;
                using (handle.Lock(_modern))
                    return _count;
            }
        }
        """);

    [Theory]
    [InlineData("void Plain() { lock (_gate) { } } [Coroutine] void Count(Co co) { {|CORO103:lock|} (_gate) { } }")]
    [InlineData("object Given() => _gate; [Coroutine] void Count(Co co) { {|CORO103:lock|} (_gate) { } }")]
    [InlineData("[Coroutine] void Count(Co co) { {|CORO103:lock|} (_open) { } }")]
    [InlineData("[Coroutine] void Count(Co co) { {|CORO103:lock|} (_changed) { } _changed = new(); }")]
    [InlineData("[Coroutine] void Count(Co co) { {|CORO103:lock|} (_list) { } }")]
    [InlineData("[Coroutine] void Count(Co co) { {|CORO103:lock|} (this) { } }")]
    [InlineData("[Coroutine] void Count(Co co) { {|CORO103:lock|} (_gate) { } co.Offload(() => { lock (_gate) { } }); }")]
    [InlineData("[Coroutine] void Count(Co co) { Action add = () => { {|CORO103:lock|} (_gate) { } }; add(); }")]
    [InlineData("[Coroutine] void Count(Co co) { try { co.Yield(); } finally { {|CORO103:lock|} (_gate) { } } }")]
    [InlineData("[Coroutine] void Count(Co co) { {|CORO103:lock|} (_gate) { Monitor.PulseAll(_gate); } }")]
    [InlineData("[Coroutine] void Count(Co co) { Span<int> places = new int[1]; {|CORO103:lock|} (_gate) { places[0]++; } }")]
    [InlineData("[Coroutine] void Count(Co co) { {|CORO103:lock|} (_gate) { {|CORO103:lock|} (_gate) { } } }")]
    public Task Other_gates_are_left(string members) => RuleFixCheck<BlockingAnalyzer, UseCoLockFix>.None(
        $$"""
        partial class Kitchen
        {
            private readonly object _gate = new();
            public readonly object _open = new();
            private object _changed = new();
            private readonly List<int> _list = new();
            {{members}}
        }
        """);
}
