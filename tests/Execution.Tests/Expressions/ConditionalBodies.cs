using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

public sealed partial class ConditionalBodies : Bodies<ConditionalBodies>
{
    [Coroutine]
    private static string Ternary(Co co, Trace t)
    {
        var a = t.S(co, true) ? t.V(1) : t.V(2);
        var b = t.V(false) ? t.S(co, 1) : t.V(2);
        var c = t.V(true) ? t.V(1) : t.S(co, 2.5);
        var d = t.S(co, a > 0) ? t.S(co, "x") : throw new InvalidOperationException("no");
        return $"{a} {b} {c} {d}";
    }

    [Coroutine]
    private static string TernaryTargetTyped(Co co, Trace t)
    {
        int? n = t.V(true) ? t.S(co, 1) : null;
        object o = t.V(false) ? t.S(co, 1) : "text";
        Func<int> f = t.S(co, true) ? () => 1 : () => 2;
        return $"{n} {o} {f()}";
    }

    [Coroutine]
    private static string Coalesce(Co co, Trace t)
    {
        string? none = null;
        int? number = null;
        var a = none ?? t.S(co, "a");
        var b = t.S(co, none) ?? "b";
        var c = number ?? t.S(co, 3);
        var d = t.V((int?)4) ?? t.S(co, 5);
        int? e = number ?? t.S(co, (int?)null);
        object f = none ?? (object)t.S(co, 6);
        var g = none ?? t.S(co, none) ?? throw new InvalidOperationException("none");
        return $"{a} {b} {c} {d} {e} {f} {g}";
    }

    [Coroutine]
    private static string ConditionalAccess(Co co, Trace t)
    {
        Item? none = null;
        var item = new Item(t, "i");
        var a = none?.Add(t.S(co, "x"));
        var b = item?.Add(t.S(co, "y"));
        var c = item?.Next?.Add(t.S(co, "z")).Length;
        var d = item?.Names[t.S(co, 0)];
        var e = t.S(co, item)?.Next?.Name ?? t.S(co, "none");
        none?.Log(t.S(co, "not"));
        item?.Log(t.S(co, "yes"));
        return $"{a} {b} {c} {d} {e}";
    }

    [Coroutine]
    private static string ConditionalSuspendingCall(Co co, Trace t)
    {
        Trace? none = null;
        var a = none?.S(co, 5);
        int? b = t?.S(co, 6);
        none?.S(co);
        t?.S(co);
        var c = t?.S(co, "text")?.Length;
        return $"{a} {b} {c}";
    }

    [Coroutine]
    private static string NullableReceiver(Co co, Trace t)
    {
        DateTime? day = new DateTime(2026, 1, 1);
        DateTime? never = null;
        return $"{day?.AddDays(t.S(co, 1)).Day} {never?.AddDays(t.S(co, 1)).Day}";
    }

    [Coroutine]
    private static string ConditionalElement(Co co, Trace t)
    {
        int[]? numbers = [1, 2, 3];
        int[]? none = null;
        var item = new Item(t, "i");
        return $"{numbers?[t.S(co, 1)]} {none?[t.S(co, 1)]} {numbers?[^t.S(co, 1)]} {item?.Names?[t.S(co, 0)]} {item?[t.S(co, 2)]?[t.S(co, 0)]}";
    }

    [Coroutine]
    private static string ConditionalStructReceiver(Co co, Trace t)
    {
        var holder = new Holder { Boxes = new Box[2] };
        Holder? none = null;
        var i = 1;
        var sums = $"{holder?.Box.Add(t.S(co, holder.Box.Value = 5))} {none?.Box.Add(t.S(co, 1))} {holder?.Boxes?[i].Add(t.S(co, (i = 0) + 7))} {holder?.Boxes?[0].Inner.Add(t.S(co, 8))}";
        Box? copied = new Box();
        var copy = copied?.Inner.Add(t.S(co, 9));
        return $"{sums} {copy} {copied?.Inner.Value} {holder!.Box.Value} {holder.Boxes[0].Value} {holder.Boxes[1].Value} {holder.Boxes[0].Inner.Value}";
    }

    [Coroutine]
    private static string SwitchExpression(Co co, Trace t)
    {
        var results = new List<string>();
        foreach (var o in new object?[] { 1, -5, "text", "", null, 2.5, 'c' })
        {
            results.Add(o switch
            {
                int i when i > 0 => $"positive {t.S(co, i)}",
                int i => $"{i}",
                string { Length: > 0 } s => s + t.S(co, s.Length),
                string => "empty",
                null => t.S(co, "null"),
                double or float => "real",
                _ => "other",
            });
        }

        return string.Join(";", results);
    }

    [Coroutine]
    private static string SwitchExpressionGoverning(Co co, Trace t) => t.S(co, 3) switch { 1 => "one", 3 => "three", _ => "many" };

    [Coroutine]
    private static string SwitchExpressionNoMatch(Co co, Trace t)
    {
        var n = t.S(co, 7);
        try
        {
            return n switch { 1 => t.S(co, "one"), 2 => "two" };
        }
        catch (Exception e) when (e.GetType().Name == "SwitchExpressionException")
        {
            return "no match";
        }
    }

    [Coroutine]
    private static string SwitchExpressionTuple(Co co, Trace t)
    {
        var x = 1;
        return (x, t.S(co, x = 2)) switch
        {
            (1, 2) => t.S(co, "right"),
            var (a, b) when a == b => "same",
            (var a, _) => $"{a}",
        };
    }

    [Coroutine]
    private static string SwitchExpressionThrows(Co co, Trace t) => t.V(2) switch
    {
        1 => t.S(co, "one"),
        2 => throw new InvalidOperationException("two" + t.S(co, 2)),
        _ => "other",
    };

    [Coroutine]
    private static string Patterns(Co co, Trace t)
    {
        object o = "hello";
        if (t.S(co, o) is string { Length: var length } s && t.S(co, length) > 3)
            t.Log(s + length);
        if (o is not string text)
            return "no string";
        if (t.S(co, o) is not (string and { Length: 5 } and var again))
            return "not five";
        t.S(co);
        var list = new[] { 1, 2, 3 };
        var found = t.S(co, list) is [var head, .., var last];
        return $"{text} {again} {found} {(t.S(co, list) is [1, .. var rest] ? rest.Length : 0)} {o is "hello" or null}";
    }

    [Coroutine]
    private static string PatternsInLoop(Co co, Trace t)
    {
        var sum = 0;
        object[] items = [1, "2", 3, null!];
        var i = 0;
        while (i < items.Length && t.S(co, items[i++]) is { } item)
        {
            if (item is not int n)
                continue;
            sum += n + t.S(co, n);
        }

        return $"{sum} {i}";
    }

    private sealed class Holder
    {
        public Box Box;
        public Box[] Boxes = [];
    }

    private struct Box
    {
        public int Value;
        public Cell Inner;

        public int Add(int n) => Value += n;
    }

    private struct Cell
    {
        public int Value;

        public int Add(int n) => Value += n;
    }

    private sealed class Item(Trace t, string name)
    {
        public string[] this[int count] => [.. Enumerable.Repeat(name, count)];

        public string Name => name;

        public Item? Next
        {
            get
            {
                t.Log("Next");
                return name.Length > 2 ? null : new Item(t, name + "i");
            }
        }

        public string[] Names => [name];

        public string Add(string s) => name + s;

        public void Log(string s) => t.Log(name + s);
    }
}
