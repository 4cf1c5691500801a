using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>Local functions and lambdas that are coroutines themselves.</summary>
public sealed partial class CoroutineFunctionBodies : Bodies<CoroutineFunctionBodies>
{
    [Coroutine]
    private static string LocalFunction(Co co, Trace t)
    {
        var total = 0;
        Add(co, 1);
        t.S(co, total);
        var doubled = Twice(co, t.S(co, 5)) + Twice(co, n: total);
        Add(co, doubled);
        return $"{total} {doubled}";

        [Coroutine]
        void Add(Co co, int n)
        {
            total += t.S(co, n);
            t.Log($"added {n}");
        }

        [Coroutine]
        int Twice(Co co, int n) => 2 * t.S(co, n);
    }

    [Coroutine]
    private static string CapturesValues(Co co, Trace t)
    {
        var name = t.S(co, "name");
        foreach (var item in new[] { 1, 2, 3 })
        {
            var own = item * 10;
            t.Log(Describe(co, "x"));

            [Coroutine]
            string Describe(Co co, string suffix)
            {
                t.S(co, own);
                return $"{name} {item} {own} {suffix}";
            }
        }

        return name;
    }

    [Coroutine]
    private static string Recursive(Co co, Trace t)
    {
        var calls = 0;
        t.S(co, Factorial(co, 5));
        t.S(co, IsEven(co, 3));
        return $"{calls}";

        [Coroutine]
        int Factorial(Co co, int n)
        {
            calls++;
            return n <= 1 ? t.S(co, 1) : n * Factorial(co, n - 1);
        }

        [Coroutine]
        bool IsEven(Co co, int n) => n == 0 || IsOdd(co, n - 1);

        [Coroutine]
        bool IsOdd(Co co, int n)
        {
            calls++;
            return n != 0 && IsEven(co, t.S(co, n) - 1);
        }
    }

    [Coroutine]
    private static string Launched(Co co, Trace t)
    {
        var log = "";
        var first = co.Launch(co =>
        {
            log += "a";
            co.Yield();
            log += "b";
            t.S(co, log);
        });
        var second = co.Launch(co => t.S(co, log + "!"));
        log += "c";
        t.S(co);
        co.Await(first);
        return co.Await(second) + log;
    }

    [Coroutine]
    private static string OnePerIteration(Co co, Trace t)
    {
        var running = new List<Coroutine<int>>();
        for (var i = 0; i < 3; i++)
        {
            var own = i;
            running.Add(co.Launch(co =>
            {
                own += t.S(co, 10);
                return own + i;
            }));
            own += 100;
            t.S(co, own);
        }

        return string.Join(" ", co.WaitAll(running.ToArray()));
    }

    [Coroutine]
    private static string WithTimeout(Co co, Trace t)
    {
        var limit = TimeSpan.FromHours(1);
        var url = "u";
        var page = co.Timeout(limit, co => Fetch(co, t, url));
        co.Timeout(limit, co => { url = Fetch(co, t, page); });
        return page + url;
    }

    [Coroutine]
    private static string Fetch(Co co, Trace t, string url) => t.S(co, url + "/");

    [Coroutine]
    private static string CalledAsDelegates(Co co, Trace t)
    {
        var count = 1;
        CoFunc<int> next = co => count++ + t.S(co, 0);
        CoAction reset = co =>
        {
            t.S(co);
            count = 50;
        };
        var sum = next(co) + next.Invoke(co);
        reset(co);
        CoFunc<int>? none = sum < 0 ? next : null;
        t.Log(none?.Invoke(co));
        CoFunc<int>[] both = [next, Ten];
        t.Log(((CoFunc<int>?)next)?.Invoke(co));
        foreach (var one in both)
            sum += one(co);
        return $"{sum} {count}";

        [Coroutine]
        int Ten(Co co) => t.S(co, 10) + count;
    }

    [Coroutine]
    private static string MethodGroups(Co co, Trace t)
    {
        CoFunc<string> one = new Cook(t).Fry;
        CoFunc<int> two = Cook.Count;
        var launched = co.Launch<int>(Cook.Count);
        return one(co) + two(co) + co.Await(launched);
    }

    [Coroutine]
    private static string Nested(Co co, Trace t)
    {
        var a = 1;
        Outer(co, 10);
        return $"{a}";

        [Coroutine]
        void Outer(Co co, int b)
        {
            var c = t.S(co, 100);
            Inner(co);
            a += c;
            CoAction later = co =>
            {
                c += t.S(co, a);
                Inner(co);
            };
            later(co);
            t.Log(c);

            [Coroutine]
            void Inner(Co co)
            {
                a += t.S(co, b);
                c++;
            }
        }
    }

    [Coroutine]
    private static string Throws(Co co, Trace t)
    {
        var depth = 0;
        try
        {
            Fail(co, 3);
        }
        catch (InvalidOperationException e) when (depth > 0)
        {
            t.Log(e.Message);
        }
        finally
        {
            t.S(co, depth);
        }

        return $"{depth}";

        [Coroutine]
        void Fail(Co co, int n)
        {
            try
            {
                depth++;
                if (n == 0)
                    t.Throw<int>(co, "deep");
                Fail(co, n - 1);
            }
            finally
            {
                t.S(co, n);
            }
        }
    }

    private sealed partial class Cook(Trace t)
    {
        [Coroutine]
        public string Fry(Co co) => t.S(co, "fried");

        [Coroutine]
        public static int Count(Co co)
        {
            co.Yield();
            return 3;
        }
    }
}
