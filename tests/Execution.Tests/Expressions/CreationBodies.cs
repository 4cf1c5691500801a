using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

public sealed partial class CreationBodies : Bodies<CreationBodies>
{
    [Coroutine]
    private static string Objects(Co co, Trace t)
    {
        var a = new Thing(t, t.V(1), t.S(co, "a"));
        Thing b = new(t, t.S(co, 2), "b");
        return $"{a} {b}";
    }

    [Coroutine]
    private static string Initializers(Co co, Trace t)
    {
        var thing = new Thing(t, 1, t.S(co, "n"))
        {
            Number = t.S(co, 5),
            Name = t.V("name") + t.S(co, "!"),
            Inner = { Number = t.S(co, 7), Name = "inner" },
            Items = { t.V(1), t.S(co, 2), 3 },
            [t.S(co, 4)] = t.S(co, "four"),
        };
        return thing.ToString();
    }

    [Coroutine]
    private static string CollectionInitializers(Co co, Trace t)
    {
        var list = new List<int> { t.V(1), t.S(co, 2), t.V(3) };
        var map = new Dictionary<string, int> { { t.V("a"), t.S(co, 1) }, { t.S(co, "b"), 2 } };
        var indexed = new Dictionary<int, string> { [t.V(1)] = t.S(co, "x"), [t.S(co, 2)] = "y" };
        return $"{string.Join(",", list)} {string.Join(",", map)} {string.Join(",", indexed)}";
    }

    [Coroutine]
    private static string StructInitializer(Co co, Trace t)
    {
        var p = new Point { X = t.S(co, 1), Y = t.V(2) };
        Point q = new() { X = p.X, Y = t.S(co, p.X = 9) };
        return $"{p.X} {p.Y} {q.X} {q.Y}";
    }

    [Coroutine]
    private static string RequiredAndInit(Co co, Trace t)
    {
        var s = new Settings { Host = t.S(co, "h"), Port = t.V(1) + t.S(co, 2) };
        return $"{s.Host}:{s.Port}";
    }

    [Coroutine]
    private static string Arrays(Co co, Trace t)
    {
        var a = new int[t.S(co, 2)];
        int[] b = { t.V(1), t.S(co, 2), t.V(3) };
        var c = new[] { t.S(co, 1.5), t.V(2) };
        var d = new int[,] { { 1, t.S(co, 2) }, { t.S(co, 3), 4 } };
        int[][] e = [[t.S(co, 1)], [2, t.S(co, 3)]];
        var f = new string[t.V(1)][];
        return $"{a.Length} {string.Join(",", b)} {string.Join(",", c)} {d[1, 0]} {e[1][1]} {f.Length}";
    }

    [Coroutine]
    private static string CollectionExpressions(Co co, Trace t)
    {
        int[] some = [1, 2];
        List<int> list = [t.V(0), .. some, t.S(co, 3)];
        HashSet<string> set = [t.S(co, "a"), "b"];
        IEnumerable<int> sequence = [t.S(co, 1), .. t.S(co, some)];
        return $"{string.Join(",", list)} {string.Join(",", set)} {string.Join(",", sequence)}";
    }

    [Coroutine]
    private static string Tuples(Co co, Trace t)
    {
        var x = 1;
        var pair = (x, y: t.S(co, x = 2), x);
        (long, object) converted = (t.S(co, 3), t.V("o"));
        var equal = (t.V(1), t.V(2)) == (t.S(co, 0), t.S(co, 2));
        var named = (x, pair.y);
        return $"{pair} {converted} {equal} {named.x} {named.y}";
    }

    /// <summary>C# casts an element when it is compared, after all have been evaluated.</summary>
    [Coroutine]
    private static string TupleCasts(Co co, Trace t)
    {
        object number = 9L;
        object text = "x";
        int? nothing = null;
        var i = 5;
        var log = new List<object>
        {
            Caught(t, () => (2, (string)number) == (1, "never")),
            (2, (string)number) == (1, t.S(co, "differs before")),
            (2, (int)nothing!) != (1, t.S(co, 3)),
            (1, (long)i) == (1, t.S(co, i = 6)),
            ((1, (long)i), (object?)null) == ((1, t.S(co, 6)), null),
        };
        try
        {
            _ = ((1, ((string)number)), 2) == ((1, t.S(co, "cast last")), t.Throw<int>(co, "earlier"));
        }
        catch (Exception e)
        {
            log.Add(e.GetType().Name);
        }

        try
        {
            _ = (1, (string)(object)t.S(co, number)) == (1, t.S(co, "compared"));
        }
        catch (Exception e)
        {
            log.Add(e.GetType().Name);
        }

        try
        {
            _ = (1, (Celsius)text) == (1, t.S(co, new Celsius(1)));
        }
        catch (Exception e)
        {
            log.Add(e.GetType().Name);
        }

        log.Add((1, (int)new Celsius(t.V(3))) == (1, t.S(co, 3)));
        return string.Join(' ', log);
    }

    /// <summary>The same inside of <c>checked(…)</c>: what is cast is evaluated there, and cast when its turn comes.</summary>
    [Coroutine]
    private static string CheckedTupleCasts(Co co, Trace t)
    {
        var big = 300;
        var most = int.MaxValue;
        var log = new List<object>
        {
            (2, checked((byte)big)) == (1, t.S(co, (byte)44)),
            (1, unchecked((byte)big)) == (1, t.S(co, (byte)44)),
            (1, checked((byte)unchecked(most + t.V(1) - most))) == (1, t.S(co, (byte)1)),
            (1, unchecked((byte)(most + 1))) == (1, t.S(co, (byte)(big = 0))),
            (1, checked((byte)big)) == (1, t.S(co, (byte)0)),
        };
        big = 300;
        try
        {
            _ = (1, checked((byte)t.V(big)), 2) == (1, t.S(co, (byte)44), t.S(co, 3));
        }
        catch (OverflowException)
        {
            log.Add("cast last");
        }

        try
        {
            _ = (2, checked((byte)(most + t.V(1)))) == (1, t.S(co, (byte)44));
        }
        catch (OverflowException)
        {
            log.Add("added first");
        }

        try
        {
            _ = checked(((2, (byte)(most * t.V(2))), 1)) == ((1, t.S(co, (byte)44)), 1);
        }
        catch (OverflowException)
        {
            log.Add("multiplied first");
        }

        return string.Join(' ', log);
    }

    private static object Caught(Trace t, Func<object> action)
    {
        try
        {
            return t.V(action());
        }
        catch (InvalidCastException)
        {
            return "invalid";
        }
    }

    private sealed record Celsius(int Degrees)
    {
        public static explicit operator int(Celsius celsius) => celsius.Degrees;
    }

    [Coroutine]
    private static string Records(Co co, Trace t)
    {
        var r = new Rec(t.S(co, 1), "r");
        var s = r with { Number = t.S(co, 2) };
        var u = t.S(co, s) with { Name = "u" };
        var v = u with { Number = u.Number + 1, Name = t.V("v") + t.S(co, "!") };
        var p = new PointRec(1, 2) with { Y = t.S(co, 5) };
        var w = (r with { Number = t.S(co, 3) })with { Name = "w" };
        return $"{r} {s} {u} {v} {p} {w}";
    }

    [Coroutine]
    private static string Anonymous(Co co, Trace t)
    {
        var x = 5;
        var text = new { x, Y = t.S(co, 2), t.V("z").Length }.ToString();
        return text!;
    }

    [Coroutine]
    private static string Interpolated(Co co, Trace t)
    {
        var o = new Changing();
        var n = 3;
        var text = $"{o}, {n,4:00}|{t.S(co, n = 4),-3}|{{}} {o} {n:X2}{t.S(co, o.ToString())}!";
        var verbatim = $@"a\{t.S(co, 1)}\b""{t.V(2)}";
        var raw = $$"""{ {{n}} {{t.S(co, 2)}} }""";
        FormattableString formattable = $"{o} {t.S(co, 1)} {n}";
        n = 9;
        return text + verbatim + raw + FormattableString.Invariant(formattable) + $"{t.S(co, 1)}" + $"{(n > 0 ? t.S(co, "p") : "q")}";
    }

    [Coroutine]
    private static string Casts(Co co, Trace t)
    {
        object boxed = t.S(co, 5);
        var back = (int)boxed + (int)t.S(co, 7.9) + (byte)t.S(co, 300);
        return $"{back} {(string)t.S(co, (object)"s")} {(long)t.V(1) + t.S(co, 1)}";
    }

    [Coroutine]
    private static string BadCast(Co co, Trace t)
    {
        object o = "text";
        return $"{(int)o + t.S(co, 1)}";
    }

    [Coroutine]
    private static string Queries(Co co, Trace t)
    {
        var factor = t.S(co, 2);
        var q = from x in t.S(co, new[] { 1, 2, 3 })
                join y in t.S(co, new[] { 2, 3, 4 }) on x equals y
                let z = x * factor
                where z > 2
                orderby z descending
                select $"{x}:{z}";
        factor = 10;
        t.S(co);
        return string.Join(",", q);
    }

    private struct Point
    {
        public int X;
        public int Y;
    }

    private sealed record Rec(int Number, string Name);

    private readonly record struct PointRec(int X, int Y);

    private sealed class Settings
    {
        public required string Host { get; init; }

        public int Port { get; init; }
    }

    private sealed class Changing
    {
        private int _n;

        public override string ToString() => $"#{_n++}";
    }

    private sealed class Thing
    {
        private readonly Trace _t;
        private readonly Dictionary<int, string> _map = [];
        private string _name;

        public Thing(Trace t, int number, string name)
        {
            _t = t;
            t.Log($"new Thing {number} {name}");
            Number = number;
            _name = name;
        }

        public int Number { get; set; }

        public string Name
        {
            get => _name;
            set
            {
                _t.Log($"Name = {value}");
                _name = value;
            }
        }

        public Thing Inner
        {
            get
            {
                _t.Log("Inner");
                return _inner ??= new Thing(_t, 0, "");
            }
        }

        public List<int> Items { get; } = [];

        private Thing? _inner;

        public string this[int key]
        {
            set
            {
                _t.Log($"[{key}] = {value}");
                _map[key] = value;
            }
        }

        public override string ToString() => $"{Number} {_name} {_inner} {string.Join(",", Items)} {string.Join(",", _map)}";
    }
}
