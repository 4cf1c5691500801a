using System.Runtime.CompilerServices;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

public sealed partial class CallBodies : Bodies<CallBodies>
{
    [Coroutine]
    private static string Arguments(Co co, Trace t)
    {
        var x = 1;
        return Join(x, t.S(co, x = 2), x, t.S(co, x = 3), x);
    }

    [Coroutine]
    private static string NamedArguments(Co co, Trace t) => Named(c: t.V(3), a: t.S(co, 1), b: t.V(2));

    [Coroutine]
    private static string NamedSuspendingCall(Co co, Trace t) => Three(c: t.V(3), co: co, t: t, a: t.S(co, 1));

    [Coroutine]
    private static string Params(Co co, Trace t) => $"{Join()} {Join(t.S(co, 1))} {Join(t.V(1), t.S(co, 2), 3)} {Join([t.S(co, 4), 5])}";

    [Coroutine]
    private static string Optional(Co co, Trace t) => Three(co, t, t.S(co, 5)) + Three(co, t, 1, c: t.S(co, 2));

    [Coroutine]
    private static string Receiver(Co co, Trace t)
    {
        var o = new Counter(t, "first");
        return o.Next(t.S(co, (o = new Counter(t, "second")).Name)) + o.Name;
    }

    [Coroutine]
    private static string NullReceiver(Co co, Trace t)
    {
        Counter? o = null;
        return o!.Next(t.S(co, "argument first"));
    }

    [Coroutine]
    private static string StructReceiver(Co co, Trace t)
    {
        var s = default(Box);
        var first = s.Add(t.S(co, s.Value = 10));
        var copy = s.Copy.Add(t.S(co, 5));
        return $"{first} {copy} {s.Value}";
    }

    [Coroutine]
    private static string StructFieldOfNull(Co co, Trace t)
    {
        Holder? h = null;
        return $"{h!.Box.Add(t.S(co, 1))}";
    }

    [Coroutine]
    private static string StructElementReceiver(Co co, Trace t)
    {
        Box[] boxes = new Box[2];
        var i = 1;
        var sum = boxes[i].Add(t.S(co, (i = 0) + 7));
        return $"{sum} {boxes[0].Value} {boxes[1].Value}";
    }

    [Coroutine]
    private static string RefArguments(Co co, Trace t)
    {
        var x = 1;
        int[] a = [1, 2];
        var h = new Holder();
        Change(ref x, t.S(co, x = 5));
        Change(ref a[t.V(1)], t.S(co, (a = [7, 8]).Length));
        Change(ref h.Box.Value, t.S(co, 4));
        TryGet(t.S(co, 3), out var y);
        TryGet(t.S(co, 3), out _);
        TryGet(t.S(co, 4), out a[t.V(0)]);
        return $"{x} {string.Join(",", a)} {h.Box.Value} {y}";
    }

    [Coroutine]
    private static string RefFaultsFirst(Co co, Trace t)
    {
        object[] covariant = new string[1];
        Swap(ref covariant[0], t.S(co, "x"));
        return "not reached";
    }

    [Coroutine]
    private static string RefFieldOfNull(Co co, Trace t)
    {
        Holder? h = null;
        Change(ref h!.Box.Value, t.S(co, 4));
        return "not reached";
    }

    [Coroutine]
    private static string InArguments(Co co, Trace t)
    {
        var x = 1;
        var a = Read(x, t.S(co, x = 5));
        var b = Read(in x, t.S(co, x = 6));
        var c = Read(x + 1, t.S(co, x = 7));
        return $"{a} {b} {c}";
    }

    [Coroutine]
    private static string OutFromSuspendingCondition(Co co, Trace t)
    {
        if (TryGet(t.S(co, 2), out var value) && t.S(co, value > 0))
            return $"{value}";
        return "none";
    }

    [Coroutine]
    private static string Delegates(Co co, Trace t)
    {
        Func<int, int, int> f = (a, b) => a * 10 + b;
        var first = f(t.V(1), t.S(co, 2));
        var second = f.Invoke(t.S(co, (f = (a, b) => -1) is null ? 0 : 3), 4);
        Func<int, string> group = t.S(co, new Counter(t, "c")).Twice;
        return $"{first} {second} {group(3)} {new Func<int, string>(t.S(co, new Counter(t, "d")).Twice)(4)}";
    }

    [Coroutine]
    private static string Generic(Co co, Trace t) => $"{Same(t.S(co, 3))} {Same<object>(t.S(co, "x"))} {Pair(t.V(1), t.S(co, "y"))} {t.S<long>(co, 5)}";

    [Coroutine]
    private static string CallerNames(Co co, Trace t) => Member() + Member(t.S(co, "given")) + Text(t.S(co, 1) + 2) + Text(t.V(1)) + Text((t.S(co, 1))) + Text((1 + (2))! + t.S(co, 3));

    [Coroutine]
    private static string NameOf(Co co, Trace t)
    {
        var local = t.S(co, 1);
        Func<string> f = () => nameof(local) + local;
        return nameof(local) + nameof(co) + nameof(t.V) + f();
    }

    [Coroutine]
    private static string Dynamic(Co co, Trace t)
    {
        dynamic d = t.S(co, "text");
        int length = d.Length + t.S(co, 1);
        return $"{length} {d.Substring(t.S(co, 2))}";
    }

    [Coroutine]
    private static string Nested(Co co, Trace t) => Join(t.V(1), t.S(co, t.S(co, 2) + t.S(co, 3)), Sum(t.V(4), t.S(co, Sum(t.V(5), t.S(co, 6)))));

    [Coroutine]
    private static string Overloads(Co co, Trace t)
    {
        byte b = 1;
        return Which(b, t.S(co, 1)) + Which("s", t.S(co, 1)) + Which(null, t.S(co, 1)) + Which(1.5f, t.S(co, 2));
    }

    [Coroutine]
    private static string ThrowsInArgument(Co co, Trace t) => Join(t.V(1), t.Throw<int>(co, "inside"), t.V(2));

    [Coroutine]
    private static string Three(Co co, Trace t, int a, int b = 20, int c = 30)
    {
        t.S(co);
        return $"({a} {b} {c})";
    }

    private static string Join(params int[] values) => string.Join(",", values);

    private static string Named(int a, int b, int c) => $"{a} {b} {c}";

    private static int Sum(int a, int b) => a + b;

    private static void Change(ref int x, int by) => x = x * 100 + by;

    private static void Swap(ref object o, object by) => o = by;

    private static int Read(in int x, int y) => x * 100 + y;

    private static bool TryGet(int n, out int value)
    {
        value = n * n;
        return n > 0;
    }

    private static T Same<T>(T value) => value;

    private static (T, U) Pair<T, U>(T a, U b) => (a, b);

    /// <summary>Parentheses round what becomes a name, which would make it the type of a cast.</summary>
    [Coroutine]
    private static string Parentheses(Co co, Trace t)
    {
        Func<int, int> twice = x => x * 2;
        var a = (t.S(co, twice))(t.V(3));
        var b = (t.S(co, a)) - 1;
        var c = (t.S(co, b))is 5 or 6 ? 1 : 2;
        var d = (t.S(co, (object)c))as string;
        return(t.S(co, $"{a} {b} {c} {d}"));
    }

    /// <summary>An operator that converts what a suspension returned runs before the next one.</summary>
    [Coroutine]
    private static string Conversions(Co co, Trace t)
    {
        var numbers = new[] { 1, 2, 3 };
        try
        {
            t.Log(numbers[t.S(co, -1)..^t.S(co, 1)].Length);
        }
        catch (ArgumentOutOfRangeException)
        {
            t.Log("too early");
        }

        return Both(t.S(co, 1.5m), t.S(co, 2)) + Both(3, t.S(co, 4));
    }

    private static string Both(Price value, int other) => $"{value.Text}{other} ";

    private readonly record struct Price(string Text)
    {
        public static implicit operator Price(decimal value) => new($"{value:0.0}");

        public static implicit operator Price(int value) => new($"{value}");
    }

    /// <summary>A statement over several lines.</summary>
    [Coroutine]
    private static string Lines(Co co, Trace t)
    {
        var sum = t.S(co, Line()) * 1000
            + Line();
        t.Log(
            t.S(co,
                Line()));
        for (var i = Line();
            t.S(co, i) > Line() - 3;
            i -= Line() / Line())
        {
            t.Log(t.V(
                Line()));
        }

        return t.S(co, sum) > 0
            ? $"{sum} {Line()}"
            : "";
    }

    /// <summary>Calls that are moved out of their statement.</summary>
    [Coroutine]
    private static string PlacesOfMovedCalls(Co co, Trace t)
    {
        foreach (var (line, file) in new[] { (Line() + t.S(co, 0), File()), (Line(), File() + t.S(co, "")) })
            t.S(co, $"{line} {file} {Line()}");
        var text = Concat(b: File() + Line(), a: t.S(co, Line()));
        return text + Line() + File() + t.S(co, Line()) + File();
    }

    private static string Concat(int a, string b) => a + b;

    private static string File([CallerFilePath] string file = "") => Path.GetFileName(file);

    private static int Line([CallerLineNumber] int line = 0) => line;

    private static string Member([CallerMemberName] string name = "") => $"<{name}>";

    private static string Text(int value, [CallerArgumentExpression(nameof(value))] string text = "") => $"<{text}>";

    private static string Which(int a, int b) => "int ";

    private static string Which(object? a, int b) => "object ";

    private static string Which(double a, int b) => "double ";

    private sealed class Holder
    {
        public Box Box;
    }

    private struct Box
    {
        public int Value;

        public readonly Box Copy => this;

        public int Add(int n) => Value += n;
    }

    private sealed class Counter(Trace t, string name)
    {
        public string Name => name;

        public string Next(string argument)
        {
            t.Log($"{name}.Next");
            return $"{name}({argument})";
        }

        public string Twice(int n) => $"{name}{n}{n}";
    }
}
