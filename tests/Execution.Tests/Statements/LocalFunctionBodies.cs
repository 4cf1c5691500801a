using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class LocalFunctionBodies : Bodies<LocalFunctionBodies>
{
    [Coroutine]
    private static string InCheckedBlocks(Co co, Trace t)
    {
        var big = int.MaxValue;
        checked
        {
            t.S(co);
            try
            {
                t.Log(Next(t.S(co, 1)));
                t.Log(Next(big));
            }
            catch (OverflowException)
            {
                t.Log("overflow");
            }

            try
            {
                Log(big);
            }
            catch (OverflowException)
            {
                t.Log("overflow");
            }

            int Next(int n)
            {
                return n + 1;
            }

            void Log(int n) => t.Log(Twice(n));
            int Twice(int n) => n * 2;
        }

        return "done";
    }

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
}
