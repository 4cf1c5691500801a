using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class PatternSwitchBodies : Bodies<PatternSwitchBodies>
{
    private abstract record Shape;

    private sealed record Circle(int Radius) : Shape;

    private sealed record Box(int Width, int Height) : Shape;

    [Coroutine]
    private static string Types(Co co, Trace t)
    {
        object?[] inputs = [1, "text", null, 2.5, 'c', new int[2], 100];
        foreach (var input in inputs)
        {
            switch (t.S(co, input))
            {
                case int n when n > 50:
                    t.S(co, n - 50);
                    break;
                case int n:
                    t.S(co, n + 1);
                    goto case null;
                case string { Length: var length } text:
                    t.S(co, length);
                    t.S(co, text);
                    break;
                case null:
                    t.S(co, "null");
                    break;
                case double or char:
                    t.S(co, "double or char");
                    goto default;
                case int[]:
                    t.Log("array");
                    break;
                default:
                    t.S(co, input);
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string VariablesSurvive(Co co, Trace t)
    {
        foreach (var shape in new Shape[] { new Circle(2), new Box(3, 4), new Box(5, 5), new Circle(9) })
        {
            switch (shape)
            {
                case Circle { Radius: > 5 and var big } circle:
                    t.S(co, 0);
                    t.S(co, $"{big} {circle}");
                    break;
                case Circle(var radius):
                    t.S(co, 0);
                    t.S(co, radius);
                    break;
                case Box(var width, var height) box when width == height && t.V(true):
                    t.S(co, 0);
                    t.S(co, $"{box} {width}");
                    break;
                case Box { Width: var width }:
                    t.S(co, 0);
                    width += t.S(co, 100);
                    t.S(co, width);
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string Captured(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        object[] inputs = [1, "ab", 3, "cde"];
        foreach (var input in inputs)
        {
            switch (input)
            {
                case int n when new Func<bool>(() => n > 2)():
                    functions.Add(() => n++ * 100);
                    t.S(co, n);
                    n++;
                    break;
                case int n:
                    functions.Add(() => n++);
                    t.S(co, n);
                    break;
                case string { Length: var n } s:
                    t.S(co, n);
                    functions.Add(() => n++ + s.Length);
                    break;
            }
        }

        return string.Join(" ", functions.Concat(functions).Select(f => f()));
    }

    [Coroutine]
    private static string Tuples(Co co, Trace t)
    {
        for (var i = 0; i < 4; i++)
        {
            switch (t.S(co, i), t.S(co, i % 2 == 0))
            {
                case (0, _):
                    t.S(co, "zero");
                    break;
                case (var n, true) when n > 1:
                    t.S(co, n);
                    break;
                case (1, false):
                    t.S(co, "one");
                    goto default;
                case var (a, b):
                    t.S(co, $"{a} {b}");
                    break;
                default:
                    break;
            }
        }

        return "end";
    }

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
