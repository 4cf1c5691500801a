using System.Collections;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class EnumeratorBodies
{
    private struct Countdown(Trace t, int from) : IEnumerator<int>
    {
        public int Current { get; private set; } = from;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => --Current >= 0;

        public readonly void Reset() => throw new NotSupportedException();

        public readonly void Dispose() => t.Log($"disposed at {Current}");
    }

    private readonly struct Down(Trace t, int from)
    {
        public Countdown GetEnumerator() => new(t, from);
    }

    [Coroutine]
    private static string StructEnumeratorIsDisposedInPlace(Co co, Trace t)
    {
        foreach (var n in new Down(t, 3))
            t.S(co, n);
        foreach (var n in new Down(t, 5))
        {
            if (t.S(co, n) == 3)
                break;
        }

        return "end";
    }

    private struct Plain(int count)
    {
        public int Current { get; private set; }

        public bool MoveNext() => Current++ < count;
    }

    private sealed class PlainItems(Trace t)
    {
        public Plain GetEnumerator()
        {
            t.Log("GetEnumerator");
            return new Plain(2);
        }
    }

    [Coroutine]
    private static string StructEnumeratorWithoutDispose(Co co, Trace t)
    {
        foreach (var n in new PlainItems(t))
            t.S(co, n);
        return "end";
    }

    private class Pattern(Trace t)
    {
        private int _n;

        public int Current => _n;

        public bool MoveNext()
        {
            t.Log("MoveNext");
            return ++_n < 3;
        }

        public Pattern GetEnumerator() => this;
    }

    private sealed class DisposablePattern(Trace t) : Pattern(t), IDisposable
    {
        private readonly Trace _t = t;

        public void Dispose() => _t.Log("disposed, though the type did not say so");
    }

    private sealed class SealedPattern(Trace t)
    {
        private int _n;

        public string Current => $"item {_n}";

        public bool MoveNext() => _n++ < 2;

        public SealedPattern GetEnumerator() => this;

        public void Dispose() => t.Log("no interface, so never called");
    }

    [Coroutine]
    private static string ClassEnumeratorByPattern(Co co, Trace t)
    {
        foreach (var n in new Pattern(t))
            t.S(co, n);
        foreach (var n in (Pattern)new DisposablePattern(t))
        {
            t.S(co, n);
            break;
        }

        foreach (var n in new SealedPattern(t))
            t.S(co, n);
        return "end";
    }

    private sealed class Explicit(Trace t) : IEnumerable<int>
    {
        IEnumerator<int> IEnumerable<int>.GetEnumerator() => Numbers(t, 2).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();
    }

    [Coroutine]
    private static string ExplicitImplementation(Co co, Trace t)
    {
        foreach (var n in new Explicit(t))
            t.S(co, n);
        foreach (var n in t.S(co, new Explicit(t)))
            t.S(co, n);
        return "end";
    }

    [Coroutine]
    private static string ExtensionGetEnumerator(Co co, Trace t)
    {
        foreach (var n in 3)
            t.S(co, n);
        foreach (var n in t.S(co, 2))
            t.S(co, n);
        foreach (var n in (1, 5))
        {
            if (n == 4)
                break;
            t.S(co, n);
        }

        return "end";
    }

    [Coroutine]
    private static string NonGeneric(Co co, Trace t)
    {
        IEnumerable items = new ArrayList { 1, "a", null };
        foreach (var item in items)
            t.S(co, item);
        foreach (int item in new ArrayList { 1, 2 })
            t.S(co, item);
        return "end";
    }

    [Coroutine]
    private static TItem Last<TItems, TItem>(Co co, Trace t, TItems items)
        where TItems : IEnumerable<TItem>
    {
        TItem last = default!;
        foreach (var item in items)
            last = t.S(co, item);
        return last;
    }

    [Coroutine]
    private static string TypeParameterCollection(Co co, Trace t) =>
        Last<List<int>, int>(co, t, [1, 2]) + Last<IEnumerable<int>, int>(co, t, Numbers(t, 3)) + Last<string, char>(co, t, "ab").ToString();
}
