using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

public sealed partial class OperatorBodies : Bodies<OperatorBodies>
{
    private static int s_field = 1;

    [Coroutine]
    private static string OldValueOfLocal(Co co, Trace t)
    {
        var x = 1;
        var sum = x + t.S(co, x = 10) + x;
        return $"{sum} {x}";
    }

    [Coroutine]
    private static string OldValueOfField(Co co, Trace t)
    {
        s_field = 1;
        var sum = s_field * 100 + t.S(co, s_field = 7) + s_field;
        return $"{sum}";
    }

    [Coroutine]
    private static string LeftToRight(Co co, Trace t) => $"{t.V(1) + t.S(co, 2) * t.V(3) - t.S(co, 4) % t.V(5)}";

    [Coroutine]
    private static string Unary(Co co, Trace t) => $"{-t.S(co, 2)} {!t.S(co, true)} {~t.S(co, 5)} {+t.S(co, 6)}";

    [Coroutine]
    private static string Shifts(Co co, Trace t) => $"{t.V(1) << t.S(co, 3)} {t.S(co, -16) >> 2} {t.S(co, -16) >>> t.V(28)}";

    [Coroutine]
    private static string Comparisons(Co co, Trace t) =>
        $"{t.V(1) < t.S(co, 2)} {t.V("a") == t.S(co, "a")} {t.S(co, 3.5) >= t.V(3.5)} {t.V((object)1) == t.S(co, (object)1)}";

    [Coroutine]
    private static string Widening(Co co, Trace t)
    {
        byte b = 200;
        long sum = b + t.S(co, 100L);
        var mixed = t.V((short)3) * t.S(co, 2.5f) + t.V('a');
        return $"{sum} {mixed}";
    }

    [Coroutine]
    private static string Concatenation(Co co, Trace t)
    {
        var o = new Changing();
        var text = "[" + o + t.S(co, "|") + o + t.V(1) + t.S(co, 'c') + null + t.S(co, (string?)null) + "]";
        return text;
    }

    [Coroutine]
    private static string ConcatenationFormatsLeftFirst(Co co, Trace t)
    {
        var o = new Changing();
        var n = 1;
        return o + t.S(co, o.Next()) + o + n + t.S(co, (n = 5).ToString());
    }

    [Coroutine]
    private static string LogicalAnd(Co co, Trace t)
    {
        var a = t.V(false) && t.S(co, true);
        var b = t.V(true) && t.S(co, true) && t.V(false);
        var c = t.S(co, true) && t.V(true);
        return $"{a} {b} {c}";
    }

    [Coroutine]
    private static string LogicalOr(Co co, Trace t)
    {
        var a = t.V(true) || t.S(co, false);
        var b = t.V(false) || t.S(co, false) || t.V(true) && t.S(co, true);
        if (t.S(co, a) && b || t.S(co, false))
            t.Log("taken");
        return $"{a} {b}";
    }

    [Coroutine]
    private static string Bitwise(Co co, Trace t) => $"{t.V(6) & t.S(co, 3)} {t.V(6) | t.S(co, 1)} {t.V(6) ^ t.S(co, 3)} {t.V(false) & t.S(co, true)} {t.V(true) | t.S(co, false)}";

    [Coroutine]
    private static string Lifted(Co co, Trace t)
    {
        int? none = null;
        int? one = 1;
        return $"{none + t.S(co, 1)} {one + t.S(co, (int?)2)} {one < t.S(co, (int?)null)} {one == t.S(co, 1)}";
    }

    [Coroutine]
    private static string DivisionByZeroBeforeSuspension(Co co, Trace t)
    {
        var zero = 0;
        return $"{1 / zero + t.S(co, 1)}";
    }

    [Coroutine]
    private static string DivisionByZeroAfterSuspension(Co co, Trace t) => $"{t.V(1) / t.S(co, 0)}";

    [Coroutine]
    private static string CheckedOverflow(Co co, Trace t)
    {
        var big = int.MaxValue;
        try
        {
            return $"{checked(big + t.V(1) + t.S(co, 1))}";
        }
        catch (OverflowException)
        {
            t.Log("overflow");
        }

        return $"{unchecked(big + t.S(co, 1))} {checked((byte)t.S(co, 255))}";
    }

    [Coroutine]
    private static string UserDefined(Co co, Trace t)
    {
        Money a = 5;
        var b = a + t.S(co, new Money(2)) * t.V(3);
        int plain = (int)b + t.S(co, 1);
        Money converted = t.S(co, 4);
        return $"{b.Amount} {plain} {converted.Amount}";
    }

    [Coroutine]
    private static string UserDefinedOr(Co co, Trace t)
    {
        var a = new Tri(t, 0) || t.S(co, new Tri(t, 1));
        var b = new Tri(t, 1) || t.S(co, new Tri(t, 0));
        return $"{a} {b}";
    }

    [Coroutine]
    private static string IsAndAs(Co co, Trace t)
    {
        object o = "text";
        return $"{t.S(co, o) is string} {t.S(co, o) as string} {(t.S(co, o) as int?) is null}";
    }

    [Coroutine]
    private static string Ranges(Co co, Trace t)
    {
        int[] a = [1, 2, 3, 4, 5];
        var part = a[t.S(co, 1)..^t.S(co, 1)];
        return $"{string.Join(",", part)} {a[^t.S(co, 2)]} {"hello"[t.V(1)..t.S(co, 3)]}";
    }

    [Coroutine]
    private static string Increments(Co co, Trace t)
    {
        int[] a = [1, 2, 3];
        var x = a[t.S(co, 1)]++ + ++a[t.S(co, 1)];
        return $"{x} {string.Join(",", a)}";
    }

    private sealed class Changing
    {
        private int _n;

        public string Next() => (++_n).ToString();

        public override string ToString() => $"#{_n++}";
    }

    private readonly record struct Money(int Amount)
    {
        public static implicit operator Money(int amount) => new(amount);

        public static explicit operator int(Money money) => money.Amount;

        public static Money operator +(Money a, Money b) => new(a.Amount + b.Amount);

        public static Money operator *(Money a, int n) => new(a.Amount * n);
    }

    private sealed class Tri(Trace t, int value)
    {
        private readonly int _value = value;

        public static Tri operator |(Tri a, Tri b) => new(a.Log("or"), a._value | b._value);

        public static Tri operator &(Tri a, Tri b) => new(a.Log("and"), a._value & b._value);

        public static bool operator true(Tri a) => a.Log("true") is not null && a._value != 0;

        public static bool operator false(Tri a) => a.Log("false") is not null && a._value == 0;

        public override string ToString() => $"Tri {_value}";

        private Trace Log(string what)
        {
            t.Log(what);
            return t;
        }
    }
}
