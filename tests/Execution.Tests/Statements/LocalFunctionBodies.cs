using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class LocalFunctionBodies : Bodies<LocalFunctionBodies>
{
    [Coroutine]
    private static string Capturing(Co co, Trace t)
    {
        var n = t.S(co, 1);
        int Next() => n++;
        t.S(co, Next());
        n += 10;
        t.S(co, Next());
        void Reset(int to)
        {
            n = to;
            t.Log("reset");
        }

        Reset(t.S(co, 100));
        return $"{Next()} {n}";
    }

    [Coroutine]
    private static string UsedBeforeItsDeclaration(Co co, Trace t)
    {
        var n = 5;
        t.S(co, Twice(n));
        return $"{Add(t.S(co, 1))} {n}";

        int Add(int m) => n += m;

        static int Twice(int m) => 2 * m;
    }

    [Coroutine]
    private static string Recursive(Co co, Trace t)
    {
        var calls = 0;
        t.S(co, Factorial(5));
        t.S(co, IsEven(7));
        return $"{calls}";

        int Factorial(int n)
        {
            calls++;
            return n <= 1 ? 1 : n * Factorial(n - 1);
        }

        bool IsEven(int n) => n == 0 || IsOdd(n - 1);

        bool IsOdd(int n)
        {
            calls++;
            return n != 0 && IsEven(n - 1);
        }
    }

    [Coroutine]
    private static string Generic(Co co, Trace t)
    {
        var log = "";
        t.S(co, Pair(1, "a"));
        t.S(co, Pair<object, char>("b", 'c'));
        t.S(co, SizeOf('c'));
        return log;

        static unsafe int SizeOf<T>(T value)
            where T : unmanaged => sizeof(T);

        string Pair<TFirst, TSecond>(TFirst first, TSecond second)
            where TFirst : notnull
        {
            log += typeof(TFirst).Name + first.ToString();
            return $"{first} {second}";
        }
    }

    [Coroutine]
    private static string SameNamesInBlocks(Co co, Trace t)
    {
        {
            int F() => 1;
            t.S(co, F());
            t.S(co, F());
        }

        {
            string F(int n) => "text" + n;
            t.S(co, F(1));
            t.S(co, F(2));
        }

        {
            var x = t.S(co, 3);
            int G() => x++;
            t.S(co, G());
            t.S(co, G());
        }

        {
            var x = t.S(co, "x");
            string G() => x += "y";
            t.S(co, G());
            t.S(co, G());
        }

        return "end";
    }

    [Coroutine]
    private static string InLoops(Co co, Trace t)
    {
        var sum = 0;
        for (var i = 0; i < 3; i++)
        {
            var own = t.S(co, i);
            Add(own);
            Add(t.S(co, own));

            void Add(int n)
            {
                own += n;
                sum += own + i;
            }
        }

        return $"{sum}";
    }

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
