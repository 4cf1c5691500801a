using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>A suspension beside <c>&amp;&amp;</c> and <c>||</c> of the user's own, and conditions that are no <c>bool</c>.</summary>
public sealed partial class ShortCircuitBodies : Bodies<ShortCircuitBodies>
{
    [Coroutine]
    private static string UserDefinedAnd(Co co, Trace t)
    {
        var results = new List<Logic>();
        foreach (var left in new[] { new Logic(t, -1), new Logic(t, 0), new Logic(t, 1) })
        {
            results.Add(left && t.S(co, new Logic(t, 1)));
            results.Add(t.S(co, left) && t.V(new Logic(t, 0)));
            results.Add(left && (t.S(co, left) && t.S(co, new Logic(t, -1))));
        }

        return string.Join(" ", results);
    }

    [Coroutine]
    private static string UserDefinedOr(Co co, Trace t)
    {
        var results = new List<Logic>();
        foreach (var left in new[] { new Logic(t, -1), new Logic(t, 0), new Logic(t, 1) })
        {
            results.Add(left || t.S(co, new Logic(t, 1)));
            results.Add(t.S(co, left) || t.V(new Logic(t, 0)));
            results.Add(left || t.S(co, left) && t.S(co, new Logic(t, -1)));
        }

        return string.Join(" ", results);
    }

    [Coroutine]
    private static string AsCondition(Co co, Trace t)
    {
        for (var i = -1; i < 2; i++)
        {
            var left = new Logic(t, i);
            if (left && t.S(co, new Logic(t, 1)))
                t.Log("and");
            if (t.S(co, left) || t.S(co, new Logic(t, i)))
                t.Log("or");
            else
                t.S(co, "neither");
            if (left)
                t.S(co, "true");
            while (left)
            {
                t.S(co, "once");
                left = new Logic(t, 0);
            }

            for (; left || t.S(co, left);)
                left = new Logic(t, 0);
            t.Log((left && t.S(co, left)) ? t.S(co, "yes") : "no");
        }

        return "end";
    }

    [Coroutine]
    private static string Converted(Co co, Trace t)
    {
        var name = new Name(t, "a");
        Logic a = name && t.S(co, new Logic(t, 1));
        Logic b = new Logic(t, 1) && t.S(co, name);
        Logic c = name || t.S(co, new Logic(t, 0));
        return $"{a} {b} {c}";
    }

    [Coroutine]
    private static string NullableOperands(Co co, Trace t)
    {
        var results = new List<Maybe?>();
        foreach (var left in new Maybe?[] { null, new Maybe(0), new Maybe(3) })
        {
            results.Add(left && t.S(co, (Maybe?)new Maybe(2)));
            results.Add(left || t.S(co, (Maybe?)null));
        }

        return string.Join(" ", results);
    }

    [Coroutine]
    private static string BaseClass(Co co, Trace t)
    {
        Logic a = new Named(t, 1) && t.S(co, new Named(t, 0));
        return $"{a}";
    }

    [Coroutine]
    private static string Dynamic(Co co, Trace t)
    {
        dynamic logic = new Logic(t, 1);
        dynamic no = false;
        object a = !logic || t.S(co, new Logic(t, 0));
        object b = no && t.S(co, true);
        object c = no || t.S(co, false);
        object d = t.V(true) && (dynamic)t.S(co, (object)true);
        object e = (dynamic)true && (dynamic)t.S(co, (object)no);
        if (no || (dynamic)t.S(co, (object)true))
            t.Log("or");
        try
        {
            return $"{a} {b} {c} {d} {e} {(dynamic)true && t.S(co, 5)}";
        }
        catch (Exception fault)
        {
            return $"{a} {b} {c} {d} {e} {fault.Message}";
        }
    }

    [Coroutine]
    private static string Faults(Co co, Trace t)
    {
        try
        {
            return (new Logic(t, 7) && t.S(co, new Logic(t, 1))).ToString();
        }
        catch (InvalidOperationException e)
        {
            try
            {
                return $"{new Logic(t, 1) && t.Throw<Logic>(co, e.Message)}";
            }
            catch (InvalidOperationException again) when (again.Message == "seven")
            {
                return t.S(co, "end");
            }
        }
    }

    [Coroutine]
    private static string OfTypeParameters(Co co, Trace t) => $"{And(co, t, new Bit(1), new Bit(3))} {And(co, t, new Bit(0), new Bit(3))}";

    [Coroutine]
    private static T And<T>(Co co, Trace t, T left, T right)
        where T : IBit<T> => left && t.S(co, right);

    [Coroutine]
    private static string Unsafe(Co co, Trace t)
    {
        unsafe
        {
            return $"{new Logic(t, 1) && t.S(co, new Logic(t, sizeof(int*) / sizeof(int*)))}";
        }
    }

    [Coroutine]
    private static string ConditionsThatConvert(Co co, Trace t)
    {
        if (new Name(t, ""))
            t.S(co, "empty");
        if (new Name(t, "a"))
            t.S(co, "a");
        if (t.S(co, new Name(t, "b")) && new Name(t, ""))
            t.Log("never");
        dynamic d = new Logic(t, 1);
        if (d)
            t.S(co, "dynamic");
        return new Name(t, "c") ? t.S(co, "true") : "false";
    }

    private class Logic(Trace t, int value)
    {
        private int Value => value == 7 ? throw new InvalidOperationException("seven") : value;

        public static bool operator true(Logic x)
        {
            x.Log("true");
            return x.Value > 0;
        }

        public static bool operator false(Logic x)
        {
            x.Log("false");
            return x.Value < 0;
        }

        public static Logic operator &(Logic x, Logic y)
        {
            x.Log($"& {y}");
            return x.With(Math.Min(x.Value, y.Value));
        }

        public static Logic operator |(Logic x, Logic y)
        {
            x.Log($"| {y}");
            return x.With(Math.Max(x.Value, y.Value));
        }

        // It means the opposite of what a condition asks for.
        public static bool operator !(Logic x)
        {
            x.Log("!");
            return x.Value > 0;
        }

        public override string ToString() => $"{value}";

        private void Log(string what) => t.Log($"{value} {what}");

        private Logic With(int other) => new(t, other);
    }

    private sealed class Named(Trace t, int value) : Logic(t, value);

    private sealed class Name(Trace t, string text)
    {
        public static implicit operator Logic(Name name)
        {
            name.Log("to logic");
            return new Logic(name.Trace, name.Text.Length);
        }

        public static implicit operator bool(Name name)
        {
            name.Log("to bool");
            return name.Text.Length > 0;
        }

        public static int operator !(Name name) => name.Text.Length;

        private Trace Trace => t;

        private string Text => text;

        private void Log(string what) => t.Log($"'{text}' {what}");
    }

    private record struct Maybe(int Value)
    {
        public static bool operator true(Maybe? x) => x is { Value: > 0 };

        public static bool operator false(Maybe? x) => x is { Value: 0 };

        public static Maybe? operator &(Maybe? x, Maybe? y) => x is null || y is null ? null : new Maybe(x.Value.Value & y.Value.Value);

        public static Maybe? operator |(Maybe? x, Maybe? y) => x ?? y;
    }

    private interface IBit<T>
        where T : IBit<T>
    {
        static abstract bool operator true(T x);

        static abstract bool operator false(T x);

        static abstract T operator &(T x, T y);
    }

    private readonly record struct Bit(int Value) : IBit<Bit>
    {
        public static bool operator true(Bit x) => x.Value != 0;

        public static bool operator false(Bit x) => x.Value == 0;

        public static Bit operator &(Bit x, Bit y) => new(x.Value & y.Value);
    }

    [Coroutine]
    private static string AssignedUnlessNot(Co co, Trace t)
    {
        var o = t.S(co, (object)"text");
        if (!(o is string s && t.S(co, true)))
            return "no";
        t.Log(s);
        if (!(!(o is string s2) || t.S(co, false)))
            t.Log(s2);
        if ((!(!(o is string s3))) && t.S(co, s3.Length) == 4)
            t.Log(s3);
        if (!((o is not string s4) || (t.S(co, s4.Length) != 4)))
            t.Log(s4);
        while (!(o is int n) || t.S(co, n) < 6)
            o = o is int m ? m + 1 : t.S(co, 3);
        t.Log(!(o is string s5) || t.S(co, s5.Length) > 0);
        if (!(Four(out var z) && t.S(co, z) > 3) || !(o is int y && t.S(co, true)))
            return "x";
        return $"{Late()} {y} {z}";

        bool Late() => !(o is int k && Four(out var q) && q > t.V(k));
        static bool Four(out int x) => (x = 4) > 0;
    }
}
