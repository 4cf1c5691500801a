using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>Initializers of init-only and required members, and <c>with</c>, where constructors and accessors can be seen to run.</summary>
public sealed partial class InitializerBodies : Bodies<InitializerBodies>
{
    [Coroutine]
    private static string InitOnlyMembers(Co co, Trace t)
    {
        var a = new Seen(t, t.S(co, 1)) { First = t.V(2), Second = t.S(co, 3), Third = t.V(4), Free = t.S(co, 5) };
        Seen b = new(t, 6) { Free = t.V(7), First = t.S(co, 8), Inner = { Free = t.S(co, 9) } };
        var c = new Seen(t, 10) { Second = t.S(co, 11) };
        return $"{a} {b} {c}";
    }

    [Coroutine]
    private static string RequiredMembers(Co co, Trace t)
    {
        var a = new Needed(t) { Name = t.V("a"), Number = t.S(co, 1), Text = t.S(co, "x"), Free = t.V(2) };
        var b = new Needed(t) { Name = t.V("b"), Free = t.S(co, 3), Text = t.V("y"), Number = 4 };
        var c = new Derived(t) { Name = "c", Text = t.S(co, "z"), Number = t.V(5), More = t.S(co, 6) };
        return $"{a} {b} {c} {c.More}";
    }

    [Coroutine]
    private static string Structs(Co co, Trace t)
    {
        var a = new Value(t, t.V(1)) { First = t.S(co, 2), Second = t.V(3) };
        var b = new Value { Second = t.V(4), First = t.S(co, 5) };
        var c = new ValueRecord(t.S(co, 6)) { Second = t.S(co, 7) };
        return $"{a.First} {a.Second} {b.First} {b.Second} {c}";
    }

    [Coroutine]
    private static string Records(Co co, Trace t)
    {
        var a = new Positional(t, t.V(1)) { Second = t.S(co, 2), Third = t.V(3) };
        var b = a with { First = t.S(co, 4), Third = t.S(co, 5) };
        var c = t.S(co, b) with { Second = t.S(co, a.Third = 9) };
        var d = a with { Third = t.S(co, a.Third = 10) };
        return $"{a} {b} {c} {d}";
    }

    [Coroutine]
    private static string CopyConstructors(Co co, Trace t)
    {
        var a = new Copied(t) { First = 1, Second = t.S(co, 2) };
        var b = a with { First = t.S(co, 3), Second = t.V(4), Third = t.S(co, 5) };
        var c = new CopiedFurther(t) { First = t.S(co, 6), Fourth = t.V(7) };
        var d = c with { Fourth = t.S(co, c.First) };
        Copied e = d with { Second = t.S(co, 8) };
        return $"{a} {b} {c} {d} {e}";
    }

    [Coroutine]
    private static string OtherCopies(Co co, Trace t)
    {
        var pair = (X: t.V(1), Y: 2) with { Y = t.S(co, 3) };
        var point = new Value { First = 1 };
        var moved = point with { Second = t.S(co, point.Free = 4) };
        return $"{pair} {moved.First} {moved.Second} {moved.Free}";
    }

    [Coroutine]
    private static string Faults(Co co, Trace t)
    {
        try
        {
            t.Log(new Seen(t, 1) { First = t.V(2), Second = t.Throw<int>(co, "value") });
        }
        catch (InvalidOperationException e)
        {
            t.Log(e.Message);
        }

        try
        {
            t.Log(new Seen(t, 1) { First = t.S(co, -1) });
        }
        catch (ArgumentException e)
        {
            t.Log(e.Message);
        }

        Copied? none = null;
        return $"{none! with { First = t.S(co, 1) }}";
    }

    private sealed class Seen
    {
        private readonly Trace _t;
        private int _first;

        public Seen(Trace t, int number)
        {
            t.Log($"made {number}");
            _t = t;
        }

        public int First
        {
            get => _first;
            init => _first = value < 0 ? throw new ArgumentException("negative") : _t.V(value);
        }

        public int Second { get; init; }

        internal int Third { get; init; }

        public int Free { get; set; }

        public Seen Inner => _inner ??= new Seen(_t, 0);

        private Seen? _inner;

        public override string ToString() => $"({First} {Second} {Third} {Free} {_inner})";
    }

    private class Needed
    {
        private readonly Trace _t;
        private string? _name;

        public Needed(Trace t)
        {
            _t = t;
            t.Log("made");
        }

        public required string Name
        {
            get => _name!;
            init => _name = _t.V(value);
        }

        public required int Number { get; set; }

        public required string Text { get; init; }

        public int Free
        {
            get;
            set => field = _t.V(value);
        }

        public override string ToString() => $"({Name} {Number} {Text} {Free})";
    }

    private sealed class Derived(Trace t) : Needed(t)
    {
        public required int More;
    }

    private struct Value
    {
        private readonly Trace? _t;

        public Value(Trace t, int number)
        {
            t.Log($"made {number}");
            _t = t;
        }

        public int First
        {
            readonly get;
            init => field = _t?.V(value) ?? value;
        }

        public int Second { get; init; }

        public int Free;
    }

    private readonly record struct ValueRecord(int First)
    {
        public int Second { get; init; }
    }

    private sealed record Positional(Trace T, int First)
    {
        public int Second { get; init; } = T.V(First);

        public int Third { get; set; }

        public override string ToString() => $"({First} {Second} {Third})";
    }

    private record Copied
    {
        private readonly Trace _t;

        public Copied(Trace t) => _t = t;

        protected Copied(Copied original)
        {
            (_t, First, Second) = (original._t, original.First, original.Second);
            _t.Log($"copied {First}");
        }

        public int First { get; init; }

        public int Second
        {
            get;
            init => field = _t.V(value);
        }

        public int Third { get; set; }

        public override string ToString() => $"({First} {Second} {Third})";
    }

    private sealed record CopiedFurther(Trace T) : Copied(T)
    {
        public int Fourth { get; init; }
    }
}
