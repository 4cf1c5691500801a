using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>A suspension in the <c>when</c> of a <c>case</c>.</summary>
public sealed partial class GuardBodies : Bodies<GuardBodies>
{
    [Coroutine]
    private static string InOrder(Co co, Trace t)
    {
        foreach (var n in new[] { 1, 2, 3, 4, 5, 6 })
        {
            switch (t.S(co, n))
            {
                case 1 when t.S(co, true):
                    t.Log("one");
                    break;
                case 2 when t.S(co, false):
                case 2:
                    t.Log("two");
                    goto case 6;
                case < 4 when t.V(true):
                    t.Log("three");
                    break;
                case 4 when !t.S(co, true):
                    t.Log("not");
                    break;
                case 5 or 4 when t.V(n == 5) && t.S(co, true):
                    t.S(co, "five");
                    goto default;
                case 6:
                    t.S(co, "six");
                    break;
                default:
                    t.Log("default");
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string VariablesSurvive(Co co, Trace t)
    {
        foreach (var input in new object?[] { 1, 20, "ab", "abc", null, 2.5, (1, "x"), new[] { 4, 5, 6 } })
        {
            switch (input)
            {
                case int n when t.S(co, n) > 10:
                    t.S(co, n);
                    t.Log(n++);
                    t.Log(n);
                    break;
                case int n when t.S(co, -n) < 0:
                    t.Log(n);
                    break;
                case string { Length: var length } s when t.S(co, s).Length == t.S(co, 3):
                    t.Log($"{length} {s}");
                    break;
                case string s:
                    t.Log(s);
                    break;
                case null when t.S(co, true):
                    t.Log("null");
                    break;
                case (int a, string b) when t.S(co, a) == 1:
                    t.Log($"{a} {b}");
                    break;
                case int[] and [var first, .. var rest] when t.S(co, rest).Length == 2 && first == t.S(co, 4):
                    t.Log($"{first} {rest.Length}");
                    break;
                case var other:
                    t.S(co, other);
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string NothingMatches(Co co, Trace t)
    {
        switch (t.S(co, 5))
        {
            case 5 when t.S(co, false):
                t.Log("five");
                break;
            case > 7 when t.V(true):
                t.Log("more");
                break;
        }

        switch (5)
        {
            default:
                t.Log("default");
                break;
            case 5 when t.S(co, false):
                t.Log("five");
                break;
        }

        return "end";
    }

    [Coroutine]
    private static string InputIsACopy(Co co, Trace t)
    {
        var n = 1;
        switch (n)
        {
            case 1 when t.S(co, (n = 2) == 1):
                break;
            case 2:
                t.Log("changed");
                break;
            case 1:
                t.Log($"one {n}");
                break;
        }

        var point = new Point { X = 1, Y = 2 };
        switch (point)
        {
            case { X: 1 } when t.S(co, point.Y = 5) == 6:
                break;
            case { X: 1, Y: var y } when t.S(co, y) == 2:
                t.Log(y);
                break;
            case { Y: 5 }:
                t.Log("changed");
                break;
        }

        switch (n, point)
        {
            case (2, { X: 1 }) when t.S(co, (n, point) = (7, default)).Item1 == 2:
                break;
            case (7, _):
                t.Log("changed");
                break;
            case (var a, var b):
                t.Log($"{a} {b.Y}");
                break;
        }

        return $"{n} {point.X}";
    }

    [Coroutine]
    private static string Captured(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        foreach (var input in new object[] { 1, 2, "abc", 3 })
        {
            switch (input)
            {
                case int n when t.S(co, n) == 2:
                    functions.Add(() => n++);
                    t.S(co);
                    n += 10;
                    break;
                case int n when Keep(() => n++) && t.S(co, n) > 1:
                    functions.Add(() => n);
                    break;
                case int n:
                    functions.Add(() => -n);
                    break;
                case string s when t.S(co, true):
                    functions.Add(() => s.Length);
                    break;
            }
        }

        return string.Join(" ", functions.Concat(functions).Select(f => f()));

        bool Keep(Func<int> function)
        {
            functions.Add(function);
            return true;
        }
    }

    [Coroutine]
    private static string Faults(Co co, Trace t)
    {
        for (var i = 0; i < 4; i++)
        {
            try
            {
                switch (t.S(co, i))
                {
                    case 0 when t.Throw<bool>(co, "zero"):
                        break;
                    case 1 when t.S(co, false):
                    case 1 when t.Throw<bool>(co, "one"):
                        break;
                    case 2 when t.S(co, true):
                        continue;
                    case 3 when t.S(co, true):
                        return "left";
                }
            }
            catch (InvalidOperationException e) when (e.Message.Length > 0)
            {
                t.S(co, e.Message);
            }
            finally
            {
                t.S(co, "finally");
            }
        }

        return "end";
    }

    [Coroutine]
    private static string Nested(Co co, Trace t)
    {
        for (var i = 0; i < 4; i++)
        {
            switch (i)
            {
                case var n when t.S(co, n) switch { 0 => false, 1 when t.S(co, true) => true, var m => t.S(co, m > 2) }:
                    switch (n)
                    {
                        case 1 when t.S(co, "inner").Length == 5:
                            t.Log("inner");
                            break;
                    }

                    t.Log(n);
                    break;
                case 2:
                    t.Log("two");
                    break;
                default:
                    continue;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string ConvertedInput(Co co, Trace t)
    {
        switch (new Wrapped("b"))
        {
            case "a" when t.S(co, true):
                t.Log("a");
                break;
            case "b" when t.S(co, false):
            case "b" when t.S(co, true):
                t.Log("b");
                break;
        }

        long? n = 3;
        switch (n)
        {
            case 3 when t.S(co, false):
                break;
            case > 2 when t.S(co, true):
                t.Log("three");
                break;
        }

        switch (DayOfWeek.Monday)
        {
            case 0 when t.S(co, true):
                break;
            case DayOfWeek.Monday when t.S(co, true):
                t.Log("Monday");
                break;
        }

        dynamic d = "text";
        switch (d)
        {
            case int when t.S(co, true):
                break;
            case string s when t.S(co, s.Length > 3):
                t.Log(s);
                break;
        }

        return "end";
    }

    [Coroutine]
    private static string SpansThatAreNotNeededAfterwards(Co co, Trace t)
    {
        var text = "abc";
        switch (text.AsSpan())
        {
            case "ab":
                break;
            case ['a', .. var rest] when rest.Length == 3:
                t.Log("three");
                break;
            case ['a', ..] when t.S(co, true):
                t.Log("a");
                break;
        }

        if (text.AsSpan(1) is ['b', .. var last] && last is { Length: 1 } one && one is ['c'])
            t.S(co, "one");
        dynamic d = text;
        if (d is var same && t.S(co, true))
            t.Log(same.Length);
        return text.AsSpan() switch
        {
            ['b', ..] when t.V(true) => "b",
            "" => t.S(co, "empty"),
            ['a', _] when t.S(co, true) => "two",
        };
    }

    private struct Point
    {
        public int X { get; set; }

        public int Y;
    }

    private sealed class Wrapped(string text)
    {
        public static implicit operator string(Wrapped wrapped) => wrapped.Text;

        private string Text => text;
    }
}
