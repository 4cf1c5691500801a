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
}
