using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class AnonymousCaptureBodies
{
    [Coroutine]
    private static string Generic<T, TItem>(Co co, Trace t, T value, TItem[] items)
        where T : notnull
        where TItem : IComparable<TItem>
    {
        var both = new { value, Items = items, Inner = new { value } };
        var least = items[0];
        CoFunc<TItem> min = co =>
        {
            foreach (var item in both.Items)
            {
                if (t.S(co, item).CompareTo(least) < 0)
                    least = item;
            }

            both = new { both.value, Items = new[] { least }, both.Inner };
            return least;
        };
        min(co);
        Func<string> show = Show;
        return t.S(co, show()) + Inner(co, 1) + Inner(co, "x");

        string Show() => $"{both.Items.Length} {both.Inner} {both.value}";

        [Coroutine]
        string Inner<TOther>(Co co, TOther other) => $"{t.S(co, other)} {both.Inner} {least}";
    }

    [Coroutine]
    private static string OfGenericMethods(Co co, Trace t) =>
        Generic(co, t, 1, ["b", "a"]) + Generic(co, t, new { A = 1 }, [2, 1, 3]) + Generic(co, t, "text", [DateTime.UnixEpoch]);

    [Coroutine]
    private static string Results(Co co, Trace t)
    {
        var seed = new { N = 1 };
        var made = co.Timeout(TimeSpan.FromSeconds(9), co => new { N = t.S(co, seed.N) + 1 });
        seed = made;
        var many = co.Await(co.Launch(co =>
        {
            var list = new[] { seed }.ToList();
            while (list.Count < 3)
            {
                try
                {
                    list.Add(new { N = t.S(co, list.Count) });
                    if (list.Count == 2 && t.S(co, 0) == 1)
                        return null!;
                }
                finally
                {
                    t.S(co, "finally");
                }
            }

            return list;
        }));
        var pair = co.Await(co.Launch(co => (1, t.S(co, seed))));
        var call = co.Await(co.Launch(co => t.S(co, seed)));
        var never = co.Await(co.Launch(co => seed.N > 0 ? new { seed.N } : null));
        var copied = co.Await(co.Launch(co =>
        {
            foreach (var item in many)
            {
                if (item.N > 1)
                    return new { item, t.V(seed).N };
            }

            t.S(co);
            return null;
        }));
        return $"{made.N} {many.Count} {many[2].N} {pair.Item2.N} {call.N} {never?.N} {copied?.item.N}";
    }

    [Coroutine]
    private static string ResultsOfGenericMethods<T>(Co co, Trace t, T value)
    {
        var kept = new { value };
        var nested = co.Await(co.Launch(co =>
        {
            var inner = co.Await(co.Launch(co => new { Twice = (t.S(co, kept), kept) }));
            Func<string> show = Show;
            return new { inner.Twice.Item1.value, Text = show() };

            string Show() => $"{inner} {kept}";
        }));
        return $"{nested.Text} {nested.value}";
    }

    [Coroutine]
    private static string OfGenericResults(Co co, Trace t) => ResultsOfGenericMethods(co, t, 1) + ResultsOfGenericMethods(co, t, new { B = "b" });

    [Coroutine]
    private static string GenericFunctions<T>(Co co, Trace t, T value)
    {
        var order = new { value, N = t.S(co, 1) };
        var n = 0;
        Func<string> show = () => Show(order) + n;
        t.Log(Echo(co, order).N);
        t.Log(Echo(co, new { order.value, N = 2 }).N + Echo(co, 3));
        var twice = Apply(order, Same);
        t.S(co, Show(value));
        Each(order, Print);
        return show() + twice.N + Show("text") + Pair(co, order, t.S(co, value)).First.N;

        [Coroutine]
        TItem Echo<TItem>(Co co, TItem item)
        {
            n++;
            t.S(co, item);
            return n > 1 ? item : Echo(co, item);
        }

        string Show<TItem>(TItem item)
        {
            Func<TItem, TItem> same = Same;
            return $"{same(item)} {order.N} {n++}";
        }

        TItem Same<TItem>(TItem item)
        {
            n++;
            return item;
        }

        void Print(object item) => t.Log($"{item} {n++}");

        [Coroutine]
        (TFirst First, TSecond Second) Pair<TFirst, TSecond>(Co co, TFirst first, TSecond second) => (t.S(co, first), Echo(co, second));
    }

    [Coroutine]
    private static string OfGenericFunctions(Co co, Trace t) => GenericFunctions(co, t, 1) + GenericFunctions(co, t, new { A = 2 });

    private static T Apply<T>(T value, Func<T, T> function) => function(function(value));

    private static void Each<T>(T value, Action<T>? action)
    {
        action += action;
        action?.Invoke(value);
    }
}
