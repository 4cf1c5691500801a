using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class PatternSwitchBodies
{
    [Coroutine]
    private static string Lists(Co co, Trace t)
    {
        foreach (var items in new int[][] { [], [1], [1, 2], [3, 4, 5, 6], [9, 9, 9] })
        {
            switch (t.S(co, items))
            {
                case []:
                    t.S(co, "empty");
                    break;
                case [var only]:
                    t.S(co, only);
                    break;
                case [1, .. var rest]:
                    t.S(co, rest.Length);
                    t.Log(rest[0]);
                    break;
                case [var first, .., var last] when first != last:
                    t.S(co, first);
                    t.S(co, last);
                    break;
                default:
                    t.S(co, items.Length);
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string InputIsReadOnce(Co co, Trace t)
    {
        object input = 1;
        switch (input)
        {
            case int n when (input = "changed") is string && n > 5:
                t.S(co, n);
                break;
            case string:
                t.S(co, "string");
                break;
            case int n:
                t.S(co, input);
                t.S(co, n);
                break;
        }

        return "end";
    }

    [Coroutine]
    private static string SameNamesInSections(Co co, Trace t)
    {
        object[] inputs = [1, "a", 'c', 2L];
        foreach (var input in inputs)
        {
            switch (input)
            {
                case int x:
                    {
                        var y = x;
                        t.S(co, y);
                        t.S(co, x);
                        break;
                    }

                case string x:
                    {
                        var y = x;
                        t.S(co, y);
                        t.S(co, x);
                        break;
                    }

                case char x:
                    t.S(co, x);
                    t.S(co, x);
                    break;
                case var x:
                    t.S(co, x);
                    t.S(co, x);
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string RelationalAndConstants(Co co, Trace t)
    {
        foreach (var n in new[] { -5, 0, 5, 50, 500 })
        {
            switch (n)
            {
                case < 0:
                    t.S(co, "negative");
                    goto case 0;
                case 0:
                    t.S(co, "zero");
                    break;
                case > 0 and < 10:
                    t.S(co, "small");
                    break;
                case not > 100:
                    t.S(co, "medium");
                    goto default;
                default:
                    t.S(co, "big");
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string GenericInput<T>(Co co, Trace t, T input)
    {
        switch (t.S(co, input))
        {
            case int n:
                return t.S(co, $"int {n}");
            case string s when s.Length > 1:
                return t.S(co, $"string {s}");
            case T other:
                return t.S(co, $"{typeof(T)} {other}");
            default:
                return t.S(co, "null");
        }
    }

    [Coroutine]
    private static string Generic(Co co, Trace t) =>
        GenericInput(co, t, 1) + GenericInput(co, t, "ab") + GenericInput(co, t, "a") + GenericInput(co, t, 'c') + GenericInput<object?>(co, t, null);

    [Coroutine]
    private static string MembersReadOnce(Co co, Trace t)
    {
        object p = new Place(3, t);
        t.Log(p switch
        {
            Place { X: 3, Y: 5 } when t.S(co, true) => "a",
            Place { X: 3, Pair: (3, "q") } when t.S(co, true) => "b",
            Place { Pair: { A: 3, B: "p" } } and not Place { Y: 7 or 4 } when t.S(co, true) => "c",
            Place(3, 4) and not Place(_, 9) when t.S(co, false) => "d",
            not Place { Y: 4 } when t.S(co, true) => "e",
            Place { Y: 4 } and { X: var x } when t.S(co, x) == 3 => "f" + x,
            _ => "g",
        });
        switch ((1, t.S(co, "x")))
        {
            case (1, "y") when t.S(co, true):
                return "y";
            case (var a, "x") when t.S(co, a) == 2:
                return "a";
            case (1, not "x") when t.S(co, true):
                return "not x";
            case (1, { Length: 1 }) when t.S(co, true):
                t.Log("1");
                break;
        }

        object row = new Row(t);
        return row switch
        {
            Row and [1, .. { Count: 4 }] when t.S(co, true) => "h",
            Row and [1, .., 5] when t.S(co, true) => "i",
            Row and not [2, ..] and [_, 2, .. var rest] when t.S(co, rest.Count) == 3 => "j",
            _ => "k",
        };
    }

    private readonly struct Place(int x, Trace t)
    {
        public readonly int X = x;

        public int Y => t.V(X + 1);

        public (int A, string B) Pair => (X, "p");

        public void Deconstruct(out int a, out int b) => (a, b) = (X, Y);
    }

    private sealed class Row(Trace t)
    {
        public int Length => 4;

        public int Count => t.V(3);

        public int this[int i] => t.V(i) + 1;

        public Row Slice(int from, int length)
        {
            t.Log($"{from}..{length}");
            return this;
        }
    }
}
