using System.Runtime.CompilerServices;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>What can be written to, and how much of it is evaluated before.</summary>
public sealed partial class LvalueBodies : Bodies<LvalueBodies>
{
    private static Box s_box;
    private static Holder s_holder = new();
    private static int[] s_items = [1, 2, 3];

    [Coroutine]
    private static string StaticPaths(Co co, Trace t)
    {
        s_box = default;
        s_holder = new Holder();
        var first = s_holder;
        s_box.Point.X = t.S(co, 3);
        s_box.Point.X += t.S(co, s_box.Point.X = 10);
        s_holder.Box.Point.Y = t.S(co, (s_holder = new Holder()).Box.Point.X + 4);
        LvalueBodies.s_box.Point.Y -= t.S(co, 1);
        return $"{s_box.Point} {first.Box.Point} {s_holder.Box.Point}";
    }

    [Coroutine]
    private static string FromTheEnd(Co co, Trace t)
    {
        var a = new List<int> { 1, 2, 3 };
        int[] b = [1, 2, 3];
        a[^1] = t.S(co, Grow(a));
        a[^2] += t.S(co, Grow(a));
        b[^1] = t.S(co, (b = [7]).Length);
        var text = "abcdef"[^t.S(co, 2)..];
        return $"{string.Join(",", a)} {string.Join(",", b)} {text}";
    }

    [Coroutine]
    private static string ReferencesAfter(Co co, Trace t)
    {
        s_items = [1, 2, 3];
        At(t.S(co, 1)) = 5;
        At(t.S(co, 0)) += 5;
        At(t.S(co, 2))++;
        var sum = Change(t.S(co, 4), ref At(t.V(1)));
        var other = Change(t.S(co, 4), ref sum > 0 ? ref s_items[0] : ref s_items[1]);
        (t.S(co, false) ? ref s_items[0] : ref s_items[2]) = 8;
        return $"{string.Join(",", s_items)} {sum} {other}";
    }

    [Coroutine]
    private static string ReferencesBetween(Co co, Trace t)
    {
        s_items = [1, 2, 3];
        t.S(co);
        ref var item = ref At(1);
        item += 4;
        t.Log(item);
        t.S(co);
        item = ref At(2);
        item++;
        scoped Span<int> span = stackalloc int[2];
        span[1] = item;
        t.Log(span[1]);
        var before = At(1) * 10 + t.S(co, 1);
        return $"{before} {string.Join(",", s_items)}";
    }

    [Coroutine]
    private static string InlineArrayElements(Co co, Trace t)
    {
        Four four = default;
        var i = 0;
        four[i] = t.S(co, (i = 3) + 1);
        four[i] += t.S(co, four[i] = 5);
        four[^1] = t.S(co, 6);
        return $"{four[0]} {four[1]} {four[3]} {four[t.S(co, 0)]}";
    }

    [Coroutine]
    private static string SpanOperands(Co co, Trace t)
    {
        int[] a = [1, 2, 3];
        Span<int> span = a;
        var sum = span[1] + t.S(co, 10);
        ReadOnlySpan<int> values = [t.S(co, 4), a[0], t.S(co, 5)];
        sum += values[2];
        var text = $"{a.AsSpan(1).Length} {t.S(co, 6)} {First(a, t.S(co, 7))} {First([8, t.S(co, 9)], 0)}";
        return $"{sum} {text}";
    }

    [Coroutine]
    private static string ConvertedElements(Co co, Trace t)
    {
        object o;
        long n;
        var h = new Holder();
        (o, n, h.Box.Point.X) = (t.S(co, 1), t.S(co, 'a'), (byte)t.S(co, 3));
        (n, (o, _)) = (t.S(co, 2), (t.V("x"), t.S(co, 4)));
        return $"{o} {n} {h.Box.Point.X}";
    }

    [Coroutine]
    private static string IndexerOfAStruct(Co co, Trace t)
    {
        var row = new Row(t, 10);
        row[t.V(1)] = t.S(co, 5);
        row[t.S(co, 2)] += t.S(co, 6);
        var rows = new[] { row };
        rows[0][t.V(0)] += t.S(co, 7);
        return $"{row.Sum} {rows[0].Sum} {row[t.S(co, 1)] + rows[0][t.S(co, 1)]}";
    }

    private static int Grow(List<int> list)
    {
        list.Add(9);
        return list.Count;
    }

    private static ref int At(int index) => ref s_items[index];

    private static int Change(int by, ref int value) => value += by;

    private static int First(ReadOnlySpan<int> items, int n) => items[0] + n;

    [InlineArray(4)]
    private struct Four
    {
        private int _first;
    }

    private struct Point
    {
        public int X;
        public int Y;

        public override readonly string ToString() => $"({X},{Y})";
    }

    private struct Box
    {
        public Point Point;
    }

    private sealed class Holder
    {
        public Box Box;
    }

    private struct Row(Trace t, int sum)
    {
        public int Sum { get; private set; } = sum;

        public int this[int index]
        {
            readonly get
            {
                t.Log($"get {index}");
                return Sum + index;
            }

            set
            {
                t.Log($"set {index} {value}");
                Sum += value;
            }
        }
    }
}
