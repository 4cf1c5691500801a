using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class LoopBodies
{
    [Coroutine]
    private static string ForWithBreak(Co co, Trace t)
    {
        var sum = 0;
        for (int i = t.S(co, 0), j = 10; t.S(co, i < j); i += t.S(co, 2), j--)
        {
            sum += i * j;
            if (i > 5)
                break;
        }

        return $"{sum}";
    }

    [Coroutine]
    private static string ForWithContinue(Co co, Trace t)
    {
        var sum = 0;
        for (var i = 0; i < 5; t.S(co, i++))
        {
            if (i % 2 == 0)
                continue;
            sum += t.S(co, i);
        }

        return $"{sum}";
    }

    [Coroutine]
    private static string ForWithExpressionsOnly(Co co, Trace t)
    {
        int i, j;
        for (i = t.S(co, 1), j = t.S(co, i + 1); i < j; i += 2, t.S(co, j), j++)
            t.Log($"{i} {j}");
        for (; ; )
        {
            if (t.S(co, --i) < 0)
                break;
        }

        for (t.S(co), t.Log("both"); t.S(co, i++ < 1);)
            t.Log(i);
        return $"{i} {j}";
    }

    [Coroutine]
    private static string ForWhoseConditionAssigns(Co co, Trace t)
    {
        var limit = 1;
        for (var i = 0; i + (i = t.S(co, i + 1)) < (limit += 2) + i; i = i + t.S(co, i = 0) + limit / 4)
            t.Log($"{i} {limit}");
        return $"{limit}";
    }

    [Coroutine]
    private static string ForWithPatternVariableInCondition(Co co, Trace t)
    {
        object[] items = [1, 2, "end"];
        for (var i = 0; items[i] is int number && t.S(co, number) > 0; i += number > 1 ? 1 : t.S(co, 1))
            t.Log($"{number} at {i}");
        return "end";
    }

    [Coroutine]
    private static string Nested(Co co, Trace t)
    {
        var log = "";
        for (var i = 0; i < 3; i++)
        {
            var j = 0;
            while (t.S(co, j) < 3)
            {
                j++;
                if (j == 2)
                    continue;
                var k = 0;
                do
                {
                    if (i == 1)
                        break;
                    log += $"{i}{j}{k} ";
                }
                while (t.S(co, k++) < 1);
            }
        }

        return log;
    }

    [Coroutine]
    private static string LocalsAreFreshButKeepNothing(Co co, Trace t)
    {
        var log = "";
        for (var i = 0; i < 3; i++)
        {
            int x;
            if (i == 0)
                x = 10;
            else
                x = t.S(co, i);
            var y = 0;
            y += x;
            t.S(co, y);
            log += y + " ";
        }

        return log;
    }
}
