using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class AnonymousCaptureBodies
{
    private readonly int _number = 7;

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
}
