using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class LocalFunctionBodies
{
    [Coroutine]
    private static string ByReference(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        int a = t.S(co, 1), b = 2;
        Swap(ref a, ref b);
        t.S(co, a);
        Out(out var c);
        ref int Largest() => ref items[^1];
        Largest() += 1;
        t.S(co, c);
        return $"{a} {b} {c} {items[^1]}";

        static void Swap(ref int x, ref int y) => (x, y) = (y, x);

        void Out(out int x)
        {
            x = a + b;
            a = 0;
        }
    }

    private delegate int TakesReference(ref readonly int x);

    private delegate int TakesIn(in int x);

    private delegate int TakesSpan(scoped ReadOnlySpan<int> items, out int count);

    private delegate ref int Returns(ref int x);

    [Coroutine]
    private static string ByReferenceAsDelegates(Co co, Trace t)
    {
        var n = t.S(co, 3);
        TakesReference reference = Reference;
        TakesIn readOnly = ReadOnly;
        TakesSpan span = Span;
        Returns returns = Same;
        var all = All;
        t.S(co);
        TakesReference lambda = (ref readonly int x) => x + n++;
        TakesSpan spanLambda = (scoped ReadOnlySpan<int> items, out int count) => { count = n++; return items.Length; };
        var five = 5;
        t.Log($"{reference(in five)} {readOnly(five)} {span([1, 2], out var first)} {first} {lambda(ref five)} {spanLambda([1], out var second)} {second} {all(1, 2)}");
        returns(ref five) = 8;
        n = t.S(co, n);
        return $"{n} {five}";

        int Reference(ref readonly int x) => x * ++n;
        int ReadOnly(in int x) => x * ++n;
        int Span(scoped ReadOnlySpan<int> items, out int count) { count = ++n; return items.Length; }
        int All(params ReadOnlySpan<int> items) => items.Length + n;

        ref int Same(ref int x)
        {
            n += 10;
            return ref x;
        }
    }

    [Coroutine]
    private static string WithDefaultsAndParams(Co co, Trace t)
    {
        var prefix = t.S(co, "p");
        t.S(co, Join());
        t.S(co, Join(2, 3));
        return Join(rest: t.S(co, 7), first: 6);

        string Join(int first = 1, params int[] rest) => prefix + first + string.Join(",", rest);
    }

    [Coroutine]
    private static string Iterator(Co co, Trace t)
    {
        foreach (var n in Count(t.S(co, 3)))
            t.S(co, n);
        return string.Join(" ", Count(2));

        static IEnumerable<int> Count(int to)
        {
            for (var i = 0; i < to; i++)
                yield return i;
        }
    }

    [Coroutine]
    private static string NestedFunctions(Co co, Trace t)
    {
        var n = t.S(co, 1);
        t.S(co, Outer(10));
        return $"{n}";

        int Outer(int a)
        {
            var b = a;
            return Inner(5) + Inner(6);

            int Inner(int c)
            {
                n++;
                return a + b++ + c;
            }
        }
    }

    [Coroutine]
    private static string NonCapturingAsDelegate(Co co, Trace t)
    {
        Func<int, int> f = Twice;
        t.S(co, f(2));
        return string.Join(" ", new[] { 1, 2 }.Select(Twice)) + t.S(co, Apply(Twice, 5));

        static int Twice(int n) => 2 * n;

        static int Apply(Func<int, int> function, int n) => function(n);
    }

    [Coroutine]
    private static string ChangesWhatIsReadAfter(Co co, Trace t)
    {
        var a = 1;
        var x = a + Change() + t.S(co, a) + a;
        var items = new[] { 0, 0, 0 };
        items[a - 3] = Change() + t.S(co, a);
        return $"{a} {x} {string.Join(",", items)}";

        int Change() => a++;
    }

    [Coroutine]
    private static string WithParameters(Co co, Trace t) => $"{CapturesParameter(co, t, 1)}";

    [Coroutine]
    private static int CapturesParameter(Co co, Trace t, int n)
    {
        Grow();
        t.S(co, n);
        Grow();
        return n + t.S(co, 1);

        void Grow() => n *= 10;
    }
}
