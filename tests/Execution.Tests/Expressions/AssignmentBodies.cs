using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

public sealed partial class AssignmentBodies : Bodies<AssignmentBodies>
{
    [Coroutine]
    private static string Dynamic(Co co, Trace t)
    {
        dynamic list = new List<int> { 1, 2 };
        dynamic holder = new Holder(t);
        list[t.V(0)] = t.S(co, 5);
        list[t.S(co, 1)] += t.S(co, (int)(list[0] = 7));
        ((dynamic)t.S(co, (object)list))[0]++;
        holder.Value = t.S(co, 3);
        ((dynamic)t.S(co, (object)holder)).Value = 4;
        holder.Value += t.S(co, 10);
        Keep(t, holder).Value = t.S(co, 5);
        Keep(t, list)[t.V(1)] -= t.S(co, 1);
        return $"{list[0]} {list[1]} {holder.Value}";
    }

    private static dynamic Keep(Trace t, dynamic value) => t.V(value);

    private sealed class Holder(Trace t)
    {
        private int _value;

        public int Value
        {
            get => t.V(_value);
            set => _value = t.V(value);
        }

        public override string ToString() => "holder";
    }

    [Coroutine]
    private static string Local(Co co, Trace t)
    {
        int x, y;
        x = y = t.S(co, 3);
        x += t.S(co, x = 100);
        y -= t.S(co, 1) + y;
        return $"{x} {y}";
    }

    [Coroutine]
    private static string AllOperators(Co co, Trace t)
    {
        var x = 7;
        x *= t.S(co, 3);
        x /= t.S(co, 2);
        x %= t.S(co, 7);
        x <<= t.S(co, 4);
        x >>= t.S(co, 1);
        x >>>= t.S(co, 1);
        x |= t.S(co, 64);
        x &= t.S(co, 0xff);
        x ^= t.S(co, 5);
        byte b = 250;
        b += (byte)t.S(co, 10);
        var s = "a";
        s += t.S(co, "b");
        s += t.S(co, 1);
        return $"{x} {b} {s}";
    }

    [Coroutine]
    private static string Element(Co co, Trace t)
    {
        int[] a = [1, 2, 3], other = a;
        var i = 0;
        a[i] = t.S(co, (a = [9, 9, 9], i = 2).Item2);
        a[i] += t.S(co, (i = 1) * 10);
        a[t.S(co, 0)] = t.S(co, 4);
        return $"{string.Join(",", a)} {string.Join(",", other)}";
    }

    [Coroutine]
    private static string ElementBounds(Co co, Trace t)
    {
        int[] a = [1];
        try
        {
            a[5] = t.S(co, 1);
        }
        catch (IndexOutOfRangeException)
        {
            t.Log("after");
        }

        a[5] += t.S(co, 2);
        return "not reached";
    }

    [Coroutine]
    private static string NullArray(Co co, Trace t)
    {
        int[]? a = null;
        a![0] = t.S(co, 1);
        return "not reached";
    }

    [Coroutine]
    private static string Covariant(Co co, Trace t)
    {
        object[] a = new string[1];
        a[0] = t.S(co, new object());
        return "not reached";
    }

    [Coroutine]
    private static string Field(Co co, Trace t)
    {
        var o = new Node(t);
        var first = o;
        o.Value = t.S(co, (o = new Node(t)).Value + 5);
        o.Value += t.S(co, o.Value = 50);
        return $"{first.Value} {o.Value}";
    }

    [Coroutine]
    private static string NullField(Co co, Trace t)
    {
        Node? o = null;
        o!.Value = t.S(co, 1);
        return "not reached";
    }

    [Coroutine]
    private static string NullFieldCompound(Co co, Trace t)
    {
        Node? o = null;
        o!.Value += t.S(co, 1);
        return "not reached";
    }

    [Coroutine]
    private static string Path(Co co, Trace t)
    {
        var o = new Node(t) { Next = new Node(t) };
        o.Next!.Point.X = t.S(co, 4);
        o.Tail.Point.Y += t.S(co, 5);
        o.Next.Points[1].X = t.S(co, 6);
        return $"{o.Next.Point} {o.Point} {o.Next.Points[1]}";
    }

    [Coroutine]
    private static string StructElement(Co co, Trace t)
    {
        Point[] points = new Point[2];
        var i = 1;
        points[i].X = t.S(co, (i = 0) + 3);
        points[i].Y += t.S(co, 2);
        try
        {
            points[7].X = t.S(co, 1);
        }
        catch (IndexOutOfRangeException)
        {
            t.Log("before");
        }

        return string.Join(" ", points);
    }

    [Coroutine]
    private static string Property(Co co, Trace t)
    {
        var o = new Node(t);
        o.Logged = t.S(co, 3);
        o.Logged += t.S(co, 4);
        o.Tail.Logged = o.Tail.Logged = t.S(co, 5);
        return $"{o.Logged}";
    }

    [Coroutine]
    private static string Indexer(Co co, Trace t)
    {
        var o = new Node(t);
        o[t.V(1)] = t.S(co, 3);
        o[t.V(1)] += t.S(co, 4);
        o[t.S(co, 2)] = t.V(5);
        o.Tail[t.V(1)] *= t.S(co, 2);
        return $"{o[1]} {o[2]}";
    }

    [Coroutine]
    private static string Coalescing(Co co, Trace t)
    {
        string? s = null;
        s ??= t.S(co, "first");
        s ??= t.S(co, "second");
        int? n = null;
        var value = n ??= t.S(co, 5);
        var o = new Node(t);
        o.Name ??= t.S(co, "name");
        o.Name ??= t.S(co, "other");
        o.Tail.Names[t.V("k")] = null;
        o.Tail.Names[t.V("k")] ??= t.S(co, "v");
        return $"{s} {n} {value} {o.Name} {o.Names["k"]}";
    }

    [Coroutine]
    private static string Deconstruction(Co co, Trace t)
    {
        var o = new Node(t);
        int a;
        (a, o.Tail.Logged) = (t.S(co, 1), t.S(co, 2));
        var (b, (c, _)) = t.S(co, (3, ("x", 4)));
        (a, b) = (b, t.S(co, a));
        (int d, var e) = new Pair(t.S(co, 8));
        (o[t.V(1)], a) = (t.S(co, 7), a + 1);
        return $"{a} {b} {c} {d} {e} {o.Logged} {o[1]}";
    }

    [Coroutine]
    private static string ElementsFromTheEnd(Co co, Trace t)
    {
        List<int> list = [1, 2];
        list[^1] = t.S(co, Longer(list));
        list[^t.S(co, Longer(list))] += 10;
        list[^t.S(co, 1)] = t.S(co, Longer(list));
        byte two = 2;
        list[^two] += t.S(co, Longer(list));
        var read = list[^t.S(co, Longer(list) - 3)] + "abc"[^t.S(co, 2)];
        int[]? none = null;
        try
        {
            t.Log(none![^t.S(co, 1)]);
        }
        catch (NullReferenceException)
        {
            t.Log("before");
        }

        try
        {
            none![^1] = t.S(co, 1);
        }
        catch (NullReferenceException)
        {
            t.Log("before");
        }

        List<int>? maybe = list;
        return $"{string.Join(",", list)} {read} {maybe?[^t.S(co, 1)]}";
    }

    private static int Longer(List<int> list)
    {
        list.Add(list.Count);
        return list.Count;
    }

    [Coroutine]
    private static string DeconstructionIntoElements(Co co, Trace t)
    {
        int[] numbers = [1];
        Point[] points = [default];
        object[] objects = new string[1];
        string s = "";
        foreach (var i in new[] { 0, 1, 2, 3, 4 })
        {
            try
            {
                if (i == 0)
                    (numbers[0], s) = (5, t.S(co, "none"));
                else if (i == 1)
                    (numbers[^0], s) = (5, t.S(co, "bounds"));
                else if (i == 2)
                    (points[1].X, s) = (5, t.S(co, "struct"));
                else if (i == 3)
                    (objects[0], s) = (new object(), t.S(co, "type"));
                else
                    (objects[1], s) = ("x", t.S(co, "bounds of objects"));
            }
            catch (Exception e)
            {
                t.Log(e.GetType().Name);
            }
        }

        return $"{numbers[0]} {s}";
    }

    [Coroutine]
    private static string Events(Co co, Trace t)
    {
        var o = new Node(t);
        o.Changed += t.S<Action>(co, () => t.Log("one"));
        Action? d = null;
        d += t.S<Action>(co, () => t.Log("two"));
        o.Changed += d;
        o.Raise();
        o.Changed -= t.S(co, d);
        o.Raise();
        return "done";
    }

    [Coroutine]
    private static string Chained(Co co, Trace t)
    {
        var a = new Node(t);
        var b = new Node(t);
        a.Tail.Value = b.Tail.Value = t.S(co, 3);
        a.Logged = b.Logged = t.S(co, 4);
        return $"{a.Value} {b.Value}";
    }

    [Coroutine]
    private static string Discards(Co co, Trace t)
    {
        _ = t.S(co, 1);
        _ = t.V(1) + t.S(co, 2);
        (_, var x) = (t.S(co, 3), t.S(co, 4));
        return $"{x}";
    }

    private struct Point
    {
        public int X;
        public int Y;

        public override readonly string ToString() => $"({X},{Y})";
    }

    private sealed class Pair(int a)
    {
        public void Deconstruct(out int x, out string y) => (x, y) = (a, $"#{a}");
    }

    private sealed class Node(Trace t)
    {
        private readonly Dictionary<int, int> _items = [];
        public int Value = 1;
        public Point Point;
        public Point[] Points = new Point[2];
        public Node? Next;
        public string? Name;

        public event Action? Changed;

        public Dictionary<string, string?> Names { get; } = [];

        public Node Tail
        {
            get
            {
                t.Log("Tail");
                return this;
            }
        }

        public int Logged
        {
            get
            {
                t.Log($"get {Value}");
                return Value;
            }

            set
            {
                t.Log($"set {value}");
                Value = value;
            }
        }

        public int this[int index]
        {
            get
            {
                t.Log($"get [{index}]");
                return _items.GetValueOrDefault(index);
            }

            set
            {
                t.Log($"set [{index}] = {value}");
                _items[index] = value;
            }
        }

        public void Raise() => Changed?.Invoke();
    }
}
