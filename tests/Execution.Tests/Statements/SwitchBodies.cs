using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class SwitchBodies : Bodies<SwitchBodies>
{
    private enum Color : byte
    {
        Red,
        Green,
        Blue = 7,
    }

    [Coroutine]
    private static string Constants(Co co, Trace t)
    {
        for (var i = -1; i < 5; i++)
        {
            switch (i)
            {
                case 0:
                case -1:
                    t.S(co, "low");
                    break;
                case 1:
                    t.Log("plain");
                    break;
                case 2:
                    continue;
                default:
                    t.S(co, "other");
                    break;
                case 3:
                    t.S(co, "three");
                    goto case 1;
            }

            t.Log(i);
        }

        return "end";
    }

    [Coroutine]
    private static string OnlyTheHeadSuspends(Co co, Trace t)
    {
        var log = "";
        for (var i = 0; i < 4; i++)
        {
            switch (t.S(co, i))
            {
                case 0:
                    log += "zero ";
                    continue;
                case 1:
                    log += "one ";
                    break;
                case 2:
                    return log;
                default:
                    throw new InvalidOperationException();
            }

            log += "after ";
        }

        return log;
    }

    [Coroutine]
    private static string Strings(Co co, Trace t)
    {
        string?[] inputs = ["a", "b", null, "c", ""];
        foreach (var input in inputs)
        {
            switch (t.S(co, input))
            {
                case "a":
                    t.S(co, 1);
                    goto case null;
                case null:
                    t.S(co, "null");
                    goto default;
                case "":
                    break;
                default:
                    t.S(co, "default");
                    break;
                case "b":
                    t.S(co, 2);
                    goto case "";
            }
        }

        return "end";
    }

    [Coroutine]
    private static string Enums(Co co, Trace t)
    {
        foreach (var color in new[] { Color.Blue, Color.Red, Color.Green, (Color)3 })
        {
            switch (color)
            {
                case Color.Red:
                    t.S(co, color);
                    goto case Color.Blue;
                case Color.Green:
                    goto default;
                case Color.Blue:
                    t.S(co, color);
                    break;
                default:
                    t.S(co, color);
                    goto case Color.Red;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string ConstantsOfOtherTypes(Co co, Trace t)
    {
        const char Letter = 'x';
        foreach (var n in new[] { 1L, 120L, 5_000_000_000L })
        {
            switch (n)
            {
                case 1:
                    t.S(co, 1);
                    goto case Letter;
                case Letter:
                    t.S(co, Letter);
                    break;
                case 5_000_000_000:
                    t.S(co, n);
                    goto case 1;
            }
        }

        switch (t.S(co, (int?)null))
        {
            case 1:
                return "one";
            case null:
                t.S(co, "null");
                break;
        }

        switch (t.S(co, true))
        {
            case false:
                return "false";
            case true:
                t.S(co, "true");
                break;
        }

        return "end";
    }

    [Coroutine]
    private static string JumpsToParenthesizedCases(Co co, Trace t)
    {
        switch ((object)t.S(co, 5))
        {
            case (5):
                t.S(co);
                goto case 7;
            case 7:
                t.Log("seven");
                goto case (3);
            case (3):
                t.S(co, "three");
                goto default;
            case string s when t.S(co, s.Length) > 3:
                break;
            default:
                t.Log("default");
                break;
        }

        switch (t.S(co, 5))
        {
            case (1 + 4):
                t.S(co, "a");
                goto case 1;
            case 1 when t.V(false):
                return "b";
            case 1:
                t.S(co, "c");
                goto case 2 + 7;
            case 9:
                return "nine";
        }

        return "end";
    }
}
