using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>Operators of the user's types, and those of the language that write.</summary>
public sealed partial class UserOperatorBodies : Bodies<UserOperatorBodies>
{
    [Coroutine]
    private static string Increments(Co co, Trace t)
    {
        Meter[] meters = [new(t, 1), new(t, 10)];
        var i = 0;
        var old = meters[t.S(co, i)]++;
        var fresh = ++meters[t.S(co, i = 1)];
        var sum = meters[0].Value + (meters[i]--).Value + t.S(co, (--meters[i]).Value);
        return $"{old} {fresh} {sum} {meters[0]} {meters[1]}";
    }

    [Coroutine]
    private static string Decrements(Co co, Trace t)
    {
        int[] a = [5, 6];
        var x = a[t.S(co, 0)]-- - --a[t.S(co, 1)];
        return $"{x} {string.Join(",", a)}";
    }

    [Coroutine]
    private static string CompoundOperators(Co co, Trace t)
    {
        var tank = new Tank(t);
        var same = tank;
        tank += t.S(co, 5);
        tank.Inner = new Tank(t);
        tank.Inner += t.S(co, 6);
        tank++;
        return $"{tank.Value} {same.Inner!.Value} {ReferenceEquals(tank, same)}";
    }

    [Coroutine]
    private static string CheckedOperators(Co co, Trace t)
    {
        var a = new Meter(t, 1);
        var b = checked(a + t.S(co, new Meter(t, 2)));
        var c = unchecked(a + t.S(co, b));
        checked
        {
            c += t.S(co, a);
            c = -c + t.S(co, c);
        }

        return $"{b} {c} {checked((int)c) + t.S(co, 1)}";
    }

    [Coroutine]
    private static string Comparisons(Co co, Trace t) =>
        $"{t.V(1) != t.S(co, 2)} {t.S(co, 3) > t.V(2)} {t.V(2) <= t.S(co, 2)} {(t.V(1) + t.S(co, 2)) * 3} {new Meter(t, 1) == t.S(co, new Meter(t, 1))} {new Meter(t, 1) != t.S(co, new Meter(t, 2))}";

    [Coroutine]
    private static string TruthOfAnObject(Co co, Trace t)
    {
        var n = 0;
        while (t.S(co, new Meter(t, n < 2 ? 1 : 0)))
            n++;
        return t.S(co, new Meter(t, n)) ? $"true {n}" : "false";
    }

    [Coroutine]
    private static string ExtensionOperators(Co co, Trace t)
    {
        var a = new Plain(1);
        var b = a + t.S(co, new Plain(2)) + t.S(co, new Plain(3));
        return $"{b.Value} {b.Doubled + t.S(co, 1)} {Plain.Zero.Value}";
    }

    public sealed record Plain(int Value);

    private sealed class Tank(Trace t)
    {
        public int Value { get; private set; }

        public Tank? Inner;

        public void operator +=(int n)
        {
            t.Log($"+= {n}");
            Value += n;
        }

        public void operator ++() => Value++;
    }

    private readonly struct Meter(Trace t, int value)
    {
        private readonly Trace _t = t;

        public int Value => value;

        public static Meter operator ++(Meter m) => m.With("++", m.Value + 1);

        public static Meter operator --(Meter m) => m.With("--", m.Value - 1);

        public static Meter operator -(Meter m) => m.With("-", -m.Value);

        public static Meter operator checked -(Meter m) => m.With("checked -", -m.Value);

        public static Meter operator +(Meter a, Meter b) => a.With("+", a.Value + b.Value);

        public static Meter operator checked +(Meter a, Meter b) => a.With("checked +", a.Value + b.Value);

        public static bool operator ==(Meter a, Meter b) => a.With("==", 0).Value == a.Value - b.Value;

        public static bool operator !=(Meter a, Meter b) => a.With("!=", 0).Value != a.Value - b.Value;

        public static bool operator true(Meter a) => a.With("true", a.Value).Value != 0;

        public static bool operator false(Meter a) => a.With("false", a.Value).Value == 0;

        public static explicit operator int(Meter a) => a.With("int", 0).Value + a.Value;

        public static explicit operator checked int(Meter a) => a.With("checked int", 0).Value + a.Value;

        public override bool Equals(object? obj) => false;

        public override int GetHashCode() => 0;

        public override string ToString() => $"{value} m";

        private Meter With(string what, int n)
        {
            _t.Log($"{what} {Value}");
            return new Meter(_t, n);
        }
    }
}

internal static class PlainOperators
{
    extension(UserOperatorBodies.Plain plain)
    {
        public int Doubled => 2 * plain.Value;

        public static UserOperatorBodies.Plain Zero => new(0);

        public static UserOperatorBodies.Plain operator +(UserOperatorBodies.Plain a, UserOperatorBodies.Plain b) => new(a.Value + b.Value);
    }
}
