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
}
