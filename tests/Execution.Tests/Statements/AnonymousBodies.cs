using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>Variables of anonymous types, and of types made of them, across suspensions.</summary>
public sealed partial class AnonymousBodies : Bodies<AnonymousBodies>
{
    [Coroutine]
    private static string Local(Co co, Trace t)
    {
        var order = new { Client = "A", Count = 2, @class = (string?)null, Place = (Row: 1, Seat: 'c') };
        t.S(co);
        var other = t.S(co, new { order.Client, Count = order.Count + t.S(co, 1) });
        order = null;
        t.S(co, other.Count);
        return $"{order} {other}";
    }

    [Coroutine]
    private static string Nested(Co co, Trace t)
    {
        var tree = new { Name = "root", Leaf = new { Name = "leaf", Values = new[] { new { X = 1 }, new { X = 2 } } }, Empty = new { } };
        t.S(co);
        var leaf = tree.Leaf;
        t.S(co, leaf.Values[1].X);
        var pair = (Number: 1, tree);
        t.S(co);
        pair.Number++;
        return $"{pair} {leaf.Values.Length}";
    }

    [Coroutine]
    private static string Arrays(Co co, Trace t)
    {
        var array = new[] { new { X = 1 }, new { X = t.S(co, 2) } };
        array[t.S(co, 0)] = new { X = 3 };
        foreach (var item in array)
            t.S(co, item.X);
        var table = new[,] { { new { Y = "a" }, new { Y = "b" } } };
        foreach (var cell in table)
            t.S(co, cell.Y);
        var jagged = new[] { array, array };
        t.S(co, jagged[1][0].X);
        return $"{array.Length}{table.Length}";
    }

    [Coroutine]
    private static string Collections(Co co, Trace t)
    {
        var list = new[] { 1, 2, 3 }.Select(n => new { N = n, Text = $"<{n}>" }).ToList();
        foreach (var item in list)
            t.S(co, item.Text);
        foreach (var item in list.Where(i => i.N > 1))
        {
            t.S(co, item.N);
            if (item.N == 3)
                break;
        }

        var byNumber = list.ToDictionary(i => i.N, i => new { i.Text, Twice = i.N * t.V(2) });
        t.S(co);
        foreach (var (key, value) in byNumber)
            t.S(co, key + value.Text + value.Twice);
        var lookup = list.ToLookup(i => i.N % 2 == 0);
        foreach (var group in lookup)
        {
            foreach (var item in group)
                t.S(co, $"{group.Key} {item.N}");
        }

        return $"{byNumber.Count}";
    }

    [Coroutine]
    private static string Queries(Co co, Trace t)
    {
        var numbers = new[] { 3, 1, 2 };
        var words = new[] { "one", "two", "three" };
        var query =
            from n in t.S(co, numbers)
            let square = n * n
            join w in t.S(co, words) on n equals w.Length - 2 into matches
            from match in matches.DefaultIfEmpty("none")
            orderby square descending
            select new { n, square, match };
        t.S(co);
        foreach (var row in query)
            t.S(co, row.match + row.square);
        var groups = from row in query group row by row.match into g select new { g.Key, Rows = g.ToList() };
        var all = groups.ToArray();
        t.S(co);
        return string.Join(" ", all.Select(g => $"{g.Key}:{g.Rows.Count}"));
    }

    [Coroutine]
    private static string Captured(Co co, Trace t)
    {
        var functions = new List<Func<string>>();
        var count = 0;
        for (var i = 0; i < 2; i++)
        {
            var item = new { I = i, Count = count++ };
            var list = new[] { item }.ToList();
            functions.Add(() => $"{item} {list.Count} {i} {count}");
            t.S(co, item);
            item = new { I = 10 + i, item.Count };
            list.Add(item);
        }

        return string.Join(" ", functions.Select(f => f()));
    }

    [Coroutine]
    private static string CapturedInLoopAndCatch(Co co, Trace t)
    {
        var functions = new List<Func<string>>();
        foreach (var item in new[] { new { A = 1 }, new { A = 2 } })
        {
            try
            {
                t.Throw<int>(co, "x");
            }
            catch (InvalidOperationException e) when (t.V(e.Message is var message))
            {
                var both = new { item.A, e.Message };
                functions.Add(() => $"{both} {item} {e.Message}");
                t.S(co);
            }
        }

        return string.Join(" ", functions.Select(f => f()));
    }

    [Coroutine]
    private static string InferredFunctions(Co co, Trace t)
    {
        var make = (int x) => new { X = x };
        var read = (Func<string>)(() => "");
        t.S(co);
        var made = make(t.S(co, 1));
        var show = Function(made, m => $"{m.X}");
        t.S(co);
        show += Function(made, m => t.V($"{m}"));
        return show(make(t.S(co, 2))) + read();
    }

    private static Func<T, string> Function<T>(T witness, Func<T, string> function) => function;

    private static bool TryMake<T>(T like, out T made)
    {
        made = like;
        return true;
    }

    [Coroutine]
    private static string OutAndPatterns(Co co, Trace t)
    {
        if (TryMake(new { X = 1 }, out var made) && t.S(co, made.X) == 1)
            t.S(co, made);
        if (made is { X: var x } copy && t.S(co, x) == 1)
            t.S(co, copy.X);
        switch (t.S(co, made))
        {
            case { X: 2 }:
                return "never";
            case var other when other.X == 1:
                t.S(co, other);
                break;
        }

        var chosen = t.S(co, made!.X) switch
        {
            1 => new { X = t.S(co, 5) },
            _ => made,
        };
        return $"{chosen}";
    }

    [Coroutine]
    private static string Operators(Co co, Trace t)
    {
        var a = new { X = (int?)1 };
        var none = t.V(false) ? a : null;
        var b = none ?? new { X = (int?)t.S(co, 2) };
        none ??= t.S(co, b);
        var c = t.S(co, true) ? t.S(co, a) : none;
        var text = c?.X?.ToString() + none?.ToString() + t.S(co, b)?.X;
        var x = t.S(co, c)?.X;
        return $"{text} {a == c} {a.Equals(t.S(co, c))} {x}";
    }

    [Coroutine]
    private static TResult Map<T, TResult>(Co co, Trace t, T value, Func<T, TResult> map)
        where TResult : notnull
    {
        var both = new { value, result = map(value) };
        t.S(co, typeof(T).IsClass);
        var list = new[] { both }.ToList();
        foreach (var item in list)
            t.S(co, item.result.ToString());
        var function = () => both.result;
        t.S(co);
        return function();
    }

    [Coroutine]
    private static string Generic(Co co, Trace t)
    {
        t.Log(Map(co, t, 1, n => new { N = n }).N);
        Map(co, t, "text", s => new { s.Length });
        var mapped = Map(co, t, new { A = 1 }, a => new[] { a, a }.ToList());
        return $"{mapped[1].A}";
    }

    [Coroutine]
    private static T Failing<T>(Co co, Trace t, T like)
    {
        t.S(co, like);
        return t.Throw<T>(co, "lost");
    }

    [Coroutine]
    private static string InTry(Co co, Trace t)
    {
        var state = new { Step = 0 };
        try
        {
            state = t.S(co, new { Step = 1 });
            state = Failing(co, t, new { Step = 2 });
        }
        catch (InvalidOperationException e)
        {
            t.S(co, e.Message + state);
        }
        finally
        {
            t.S(co, state.Step);
            state = new { Step = 3 };
        }

        return $"{state}";
    }

    [Coroutine]
    private static string References(Co co, Trace t)
    {
        var array = new[] { new { X = 1 }, new { X = 2 } };
        t.S(co);
        ref var first = ref array[0];
        first = new { X = 3 };
        var span = array.AsSpan(1);
        span[0] = first;
        t.S(co);
#pragma warning disable CS8619
        first = ref array[1];
#pragma warning restore CS8619
        first = new { X = 4 };
        return $"{array[0]} {array[1]}";
    }

    [Coroutine]
    private static string LocalFunctions(Co co, Trace t)
    {
        var item = new { X = 1 };
        t.S(co);
        void Replace() => item = new { X = item.X + 1 };
        Replace();
        t.S(co, item);
        Replace();
        return $"{item}";
    }

    [Coroutine]
    private static string NaturalDelegates(Co co, Trace t)
    {
        var byReference = (ref int x, string s = "d") => new { X = ++x, s };
        t.S(co);
        var number = t.S(co, 1);
        var made = byReference(ref number);
        t.S(co, made);
        var many = (params int[] all) => all.Length;
        t.S(co, many(1, 2, 3));
        var list = new[] { byReference }.ToList();
        t.S(co);
        return $"{number} {many()} {list[0](ref number)}";
    }
}
