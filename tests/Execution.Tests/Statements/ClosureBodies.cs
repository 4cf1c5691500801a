using System.Linq.Expressions;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class ClosureBodies : Bodies<ClosureBodies>
{
    [Coroutine]
    private static string SharedWithTheBody(Co co, Trace t)
    {
        var n = 1;
        Func<int> next = () => n++;
        t.S(co, next());
        n += 10;
        t.S(co, next());
        var m = n;
        Action both = () => (n, m) = (m + 1, n);
        both();
        t.S(co, n);
        both();
        return $"{n} {m} {next()}";
    }

    [Coroutine]
    private static int CapturedParameter(Co co, Trace t, int p, string q)
    {
        Func<int> f = () => p++ + q.Length;
        p += t.S(co, 10);
        q += t.S(co, "more");
        return f() + f() + p;
    }

    [Coroutine]
    private static string Parameters(Co co, Trace t) => $"{CapturedParameter(co, t, 1, "a")}";

    [Coroutine]
    private static string Nested(Co co, Trace t)
    {
        var a = 1;
        var functions = new List<Func<Func<int>>>();
        for (var i = 0; i < 2; i++)
        {
            var b = t.S(co, 10 * i);
            functions.Add(() =>
            {
                var c = 100;
                return () => a++ + b++ + c++ + i;
            });
            t.S(co, a);
        }

        var inner = functions[0]();
        return $"{inner()} {inner()} {functions[1]()()} {a}";
    }

    [Coroutine]
    private static string LambdaParametersHideNothing(Co co, Trace t)
    {
        {
            var x = t.S(co, 1);
            t.S(co, x);
        }

        Func<int, int> f = x => x + 1;
        Func<string, string> g = x => { var y = x + x; return y; };
        {
            var y = t.S(co, 5);
            t.S(co, f(y));
        }

        return g("a") + f(2);
    }

    [Coroutine]
    private static string LambdaHidesTheLocal(Co co, Trace t)
    {
        var x = t.S(co, 1);
        Func<int, int> f = static x => x * 2;
        Func<int, int> g = y => { Func<int, int> h = x => x + y; return h(x); };
        t.S(co, f(5));
        return $"{g(10)} {x}";
    }

    [Coroutine]
    private static string ThisOfAStruct(Co co, Trace t) => new Pair(1, 2).Sum(co, t) + new Pair(3, 4).Sum(co, t);

    private readonly partial record struct Pair(int A, int B)
    {
        [Coroutine]
        public string Sum(Co co, Trace t)
        {
            var copy = this;
            Func<int> f = () => copy.A + copy.B;
            t.S(co, A);
            return $"{f() + B} ";
        }
    }

    [Coroutine]
    private static string Queries(Co co, Trace t)
    {
        var limit = t.S(co, 2);
        var items = new List<int> { 1, 2, 3 };
        var big = from n in items
                  let twice = n * 2
                  where twice > limit
                  select twice + limit;
        t.S(co, string.Join(" ", big));
        limit = t.S(co, 4);
        return string.Join(" ", big);
    }

    [Coroutine]
    private static string ExpressionTrees(Co co, Trace t)
    {
        var n = t.S(co, 2);
        Expression<Func<int, int>> tree = x => x + n;
        var f = tree.Compile();
        t.S(co, f(1));
        n = 10;
        return $"{f(1)} {tree.NodeType}";
    }

    [Coroutine]
    private static string AnonymousMethods(Co co, Trace t)
    {
        var n = t.S(co, 1);
        Action add = delegate { n += 5; };
        add();
        t.S(co, n);
        add();
        EventHandler handler = delegate { n = 0; };
        handler(null, EventArgs.Empty);
        return $"{n}";
    }

    [Coroutine]
    private static string InvokedAtOnce(Co co, Trace t)
    {
        var n = 1;
        n += t.S(co, new Func<int>(() => ++n)()) + new Func<int>(() => n *= 10)();
        return $"{n}";
    }

    [Coroutine]
    private static string CapturedStructIsShared(Co co, Trace t)
    {
        var pair = (A: 1, B: 2);
        Action change = () => pair.A += 10;
        change();
        t.S(co, pair.A);
        pair.B = t.S(co, pair.A);
        change();
        var copy = pair;
        change();
        return $"{pair} {copy}";
    }

    [Coroutine]
    private static string CapturedByAsyncAndIterators(Co co, Trace t)
    {
        var n = t.S(co, 1);
        Func<Task<int>> later = async () =>
        {
            await Task.CompletedTask;
            return n++;
        };
        var task = later();
        t.S(co, co.Await(task));
        return $"{n} {co.Await(later())}";
    }

    [Coroutine]
    private static string DifferentAgesInTry(Co co, Trace t)
    {
        var functions = new List<Func<string>>();
        for (var i = 0; i < 2; i++)
        {
            var own = $"own{i}";
            try
            {
                var inside = t.S(co, $"inside{i}");
                functions.Add(() => inside + own);
                t.Throw<int>(co, $"error{i}");
            }
            catch (InvalidOperationException e)
            {
                var caught = t.S(co, "caught");
                functions.Add(() => caught + e.Message + own);
                own += "!";
            }
            finally
            {
                var last = t.S(co, $"last{i}");
                functions.Add(() => last + own);
                last += "?";
            }
        }

        return string.Join(" ", functions.Select(f => f()));
    }
}
