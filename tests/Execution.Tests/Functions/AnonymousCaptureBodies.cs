using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>Variables of types without a name, captured by functions that become members of the type.</summary>
public sealed partial class AnonymousCaptureBodies : Bodies<AnonymousCaptureBodies>
{
    [Coroutine]
    private static string ByValue(Co co, Trace t)
    {
        var order = new { Client = "A", Count = 2, @class = (string?)null };
        CoFunc<string> show = co => t.S(co, order.Client) + order.Count + order.@class;
        t.Log(show(co));
        co.Await(co.Launch(co => { t.S(co, order); }));
        return Inner(co, 1) + co.Timeout(TimeSpan.FromSeconds(9), co => t.S(co, order.Count));

        [Coroutine]
        string Inner(Co co, int n)
        {
            var own = new { order.Client, N = t.S(co, n) };
            return n > 2 ? $"{own} {order}" : Inner(co, n + 1);
        }
    }

    [Coroutine]
    private static string Written(Co co, Trace t)
    {
        var order = new { Count = 1 };
        var others = 0;
        CoAction more = co =>
        {
            order = t.S(co, new { Count = order.Count + 1 });
            others += order.Count;
            t.S(co, order);
        };
        more(co);
        var running = co.Launch(more);
        order = t.S(co, new { Count = order.Count * 10 });
        co.Await(running);
        Twice(co);
        return $"{order} {others}";

        [Coroutine]
        void Twice(Co co)
        {
            more(co);
            order = new { Count = order.Count + t.S(co, others) };
            Replace(ref order, t.S(co, new { Count = -1 }));
        }

        static void Replace<T>(ref T variable, T value) => variable = value;
    }

    [Coroutine]
    private static string BesideAnother(Co co, Trace t)
    {
        var order = new { Count = 1 };
        var n = 1;
        Action add = () => n += order.Count;
        t.S(co);
        add();
        co.Await(co.Launch(co => { n += t.S(co, 1); }));
        Action later = Print;
        later();
        order = new { Count = t.S(co, 5) };
        add();
        return $"{n} {Read(co)}";

        void Print() => t.Log(n);

        [Coroutine]
        int Read(Co co) => t.S(co, n) + n;
    }

    [Coroutine]
    private static string MadeOfAnonymousTypes(Co co, Trace t)
    {
        var list = new[] { 1, 2 }.Select(n => new { N = n }).ToList();
        var array = list.ToArray();
        var pair = (First: list[0], Second: 2);
        var byName = list.ToDictionary(item => $"{item.N}");
        var make = Function(list[0], () => new { N = 3 });
        var maybe = list.Count > 1 ? (KeyValuePair<string, object>?)null : default;
        CoFunc<string> all = co =>
        {
            pair.Second++;
            list.Add(make());
            t.S(co, $"{pair} {maybe}");
            foreach (var (key, value) in byName)
                t.S(co, key + value.N);
            return $"{list.Count} {array[0].N} {pair.First.N}";
        };
        t.Log(all(co));
        var iterator = list.GetEnumerator();
        while (iterator.MoveNext())
            t.S(co, iterator.Current.N);
        var last = (list[0], list.Count);
        return t.S(co, all(co)) + pair + co.Await(co.Launch(co => t.S(co, last).Item1.N + last.Count));
    }

    [Coroutine]
    private static string Constant(Co co, Trace t)
    {
        var last = (new { A = 1 }, new[] { new { A = 1 } }.ToList().GetEnumerator());
        var sum = 0;
        for (var i = 0; i < 2; i++)
        {
            var index = new { I = i, last.Item1.A };
            var running = co.Launch(co => index.I + t.S(co, last.Item1).A);
            CoAction add = co => sum += index.I + t.S(co, 1);
            add(co);
            sum += co.Await(running);
        }

        return $"{sum}";
    }

    [Coroutine]
    private static string CopiedScopes(Co co, Trace t)
    {
        var running = new List<Coroutine<string>>();
        lock (running)
        {
            var kept = new { K = 1 };
            var changing = new { C = 1 };
            running.Add(co.Launch(co => $"{kept} {t.S(co, changing)}"));
            running.Add(co.Launch(co =>
            {
                changing = new { C = changing.C + t.S(co, kept.K) };
                CoFunc<string> inner = co => $"{changing} {t.S(co, kept.K)}";
                return inner(co);
            }));
            changing = new { C = 10 };
        }

        foreach (var item in new[] { new { I = 1 }, new { I = 2 } })
            running.Add(co.Launch(co => $"{t.S(co, item)}"));
        var lambdas = new[] { 3, 4 }.Select(n => new { N = n }).Select(made => Coroutine.From(co => $"{t.S(co, made)}")).ToArray();
        var queried = (from n in new[] { 5, 6 } let made = new { n } select Coroutine.From(co => $"{t.S(co, made)}")).ToArray();
        return string.Join(" ", co.WaitAll(running.ToArray())) + string.Join(" ", co.WaitAll(lambdas)) + string.Join(" ", co.WaitAll(queried));
    }

    [Coroutine]
    private static string PerIteration(Co co, Trace t)
    {
        var functions = new List<CoFunc<string>>();
        for (var i = 0; i < 2; i++)
        {
            var item = new { I = i };
            functions.Add(co =>
            {
                item = new { I = item.I + t.S(co, 10) };
                return $"{item}";
            });
            t.S(co, item);
            item = new { I = item.I + 1 };
        }

        var all = "";
        foreach (var function in functions.Concat(functions))
            all += function(co);
        return all;
    }

    [Coroutine]
    private static string ThroughTheCatch(Co co, Trace t)
    {
        var log = new { Lines = new List<string>() };
        foreach (var item in new[] { new { A = 1 }, new { A = 2 } })
        {
            try
            {
                t.Throw<int>(co, "x");
            }
            catch (InvalidOperationException e) when (t.V(e.Message is var message))
            {
                var both = new { item.A, e.Message };
                CoAction add = co => log.Lines.Add($"{both} {t.S(co, item)} {e.Message}");
                add(co);
                Action later = Later;
                t.S(co);
                later();

                void Later() => log.Lines.Add(both.Message);
            }
        }

        return string.Join(" ", log.Lines);
    }

    private static Func<T> Function<T>(T like, Func<T> function) => function;
}
