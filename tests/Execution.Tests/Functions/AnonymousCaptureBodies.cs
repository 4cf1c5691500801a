using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>Variables of types without a name, captured by functions that become members of the type.</summary>
public sealed partial class AnonymousCaptureBodies : Bodies<AnonymousCaptureBodies>
{
    private readonly int _number = 7;

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
    private static string RunningLater(Co co, Trace t)
    {
        var order = new { Client = "A", Numbers = new[] { 1, 2 } };
        var count = 0;
        t.S(co);
        Action print = Print;
        print();
        foreach (var n in Numbers())
            t.S(co, n);
        var task = Later();
        order = new { Client = "B", Numbers = new[] { t.S(co, 3) } };
        print();
        t.Log(task.IsCompletedSuccessfully);
        t.S(co, Block(2));
        return string.Join(" ", Numbers()) + First() + Checked(int.MaxValue);

        void Print() => t.Log(order.Client + count++);

        IEnumerable<string> Numbers()
        {
            foreach (var n in order.Numbers)
                yield return order.Client + n + count++;
        }

        async Task Later()
        {
            await Task.CompletedTask;
            t.Log($"later {order}");
        }

        string Block(int n)
        {
            Action print = Print;
            print();
            return $"{order} {n}";
        }

        ref int First() => ref order.Numbers[0];

        string Checked(int n)
        {
            Action print = Print;
            checked
            {
                try
                {
                    return $"{n + order.Numbers[0]}";
                }
                catch (OverflowException)
                {
                    print();
                    return "overflow";
                }
            }
        }
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
    private static string NaturalDelegates(Co co, Trace t)
    {
        var byReference = (ref int x, string s = "d") => new { X = ++x, s };
        CoFunc<string> use = co =>
        {
            var n = t.S(co, 1);
            return $"{byReference(ref n)} {n}";
        };
        t.Log(use(co));
        var many = (params int[] all) => all.Length;
        many = t.S(co, many);
        Func<int> count = Count;
        return Inner(co) + count();

        [Coroutine]
        string Inner(Co co)
        {
            many = t.S(co, many);
            return $"{many(1, 2)}";
        }

        int Count() => many(1, 2, 3);
    }

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
    private static string NestedFunctions(Co co, Trace t)
    {
        var outer = new { Name = "outer" };
        var count = 0;
        t.S(co);
        return Middle(co, 2) + count;

        [Coroutine]
        string Middle(Co co, int n)
        {
            var middle = new { outer.Name, N = n };
            CoFunc<string> inner = co =>
            {
                count++;
                middle = new { middle.Name, N = t.S(co, middle.N) + 1 };
                return $"{middle} {outer} {Plain()} {Deepest(co, count)}";

                [Coroutine]
                string Deepest(Co co, int m)
                {
                    Func<string> plain = Plain;
                    return t.S(co, outer.Name) + plain() + middle.N + m;
                }
            };
            var again = inner(co);
            return t.S(co, again) + inner(co) + Plain();

            string Plain() => $"[{middle.N} {Outermost()}]";
        }

        string Outermost() => outer.Name + count;
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
    private static string EqualDelegates(Co co, Trace t)
    {
        var order = new { Count = 1 };
        Action? action = null;
        t.S(co);
        action += Print;
        action += Print;
        t.S(co);
        action -= Print;
        action?.Invoke();
        action -= Print;
        Action<int>? generic = Add<string>;
        generic += Add<int>;
        t.S(co);
        generic -= Add<string>;
        generic!(1);
        return $"{action is null} {order} {generic.GetInvocationList().Length}";

        void Print() => t.Log(order.Count);

        void Add<T>(int n) => t.Log($"{typeof(T).Name} {order.Count + n}");
    }

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

    [Coroutine]
    private string OfInstances(Co co, Trace t)
    {
        var order = new { Number = _number };
        CoFunc<int> sum = co => t.S(co, order.Number) + _number;
        Func<int> later = Later;
        return $"{sum(co)} {t.S(co, later())} {co.Await(co.Launch(co => new { S = sum(co), order }))}";

        int Later() => order.Number * _number;
    }

    [Coroutine]
    private static string OfThis(Co co, Trace t) => new AnonymousCaptureBodies().OfInstances(co, t);

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

    [Coroutine]
    private static string DeepRecursion(Co co, Trace t)
    {
        var pair = (new { A = 1 }, 2);
        var order = new { N = 0 };
        var sum = 0;
        t.S(co, Down(co, 3_000));
        return $"{sum} {order}";

        [Coroutine]
        int Down(Co co, int n)
        {
            sum += pair.Item1.A + pair.Item2;
            if (n == 0)
                order = t.S(co, new { N = sum });
            return n == 0 ? pair.Item2 : Down(co, n - 1) + pair.Item1.A;
        }
    }

    [Coroutine]
    private static string MethodGroups(Co co, Trace t)
    {
        var order = new { N = t.S(co, 1) };
        var increase = Increase;
        var n = 1;
        t.S(co, increase(ref n));
        increase += Increase;
        var twice = Increase;
        t.S(co);
        increase -= twice;
        increase!(ref n, 5);
        return $"{n} {order} {increase == Increase}";

        int Increase(ref int x, int by = 3)
        {
            order = new { N = order.N + 1 };
            return x += by + order.N;
        }
    }

    [Coroutine]
    private static string NamesUsedTwice(Co co, Trace t)
    {
        var order = new { N = 1 };
        var n = 2;
        return Inner(co, 1) + Outer(co);

        [Coroutine]
        string Inner(Co co, int times)
        {
            t.S(co, order.N + n);
            if (times > 0)
            {
                var order = t.S(co, times);
                for (var n = 0; n < 2; n++)
                    order += t.S(co, n);
                return $"{order} {Plain()}";
            }

            return "";
        }

        string Plain()
        {
            var text = $"{order}{n}";
            if (text.Length > 1)
            {
                var order = 5;
                Func<int, int> twice = n => n * order;
                return $"{twice(2)}{text}";
            }

            return text;
        }

        [Coroutine]
        string Outer(Co co)
        {
            return t.S(co, Plain());
        }
    }

    private static T Apply<T>(T value, Func<T, T> function) => function(function(value));

    private static void Each<T>(T value, Action<T>? action)
    {
        action += action;
        action?.Invoke(value);
    }

    private static Func<T> Function<T>(T like, Func<T> function) => function;
}
