using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class LoopBodies : Bodies<LoopBodies>
{
    [Coroutine]
    private static string While(Co co, Trace t)
    {
        var i = 0;
        while (t.S(co, i < 3))
        {
            i++;
            if (i == 2)
                continue;
            t.S(co, i);
        }

        return $"{i}";
    }

    [Coroutine]
    private static string WhileWithPlainBody(Co co, Trace t)
    {
        var i = 0;
        while (t.S(co, ++i) < 5)
        {
            if (i == 2)
                continue;
            if (i == 4)
                break;
            t.Log(i);
        }

        return $"{i}";
    }

    [Coroutine]
    private static string WhileWithEmbeddedStatement(Co co, Trace t)
    {
        var i = 0;
        while (i < 3)
            t.S(co, i++);
        while (t.S(co, i) > 0)
            i--;
        while (t.S(co, i++) < 2)
            ;
        return $"{i}";
    }

    [Coroutine]
    private static string WhileTrueLeftByReturn(Co co, Trace t)
    {
        var i = 0;
        while (true)
        {
            if (t.S(co, i++) == 2)
                return $"{i}";
        }
    }

    [Coroutine]
    private static string WhileTrueLeftByBreak(Co co, Trace t)
    {
        var i = 0;
        while (true)
        {
            if (t.S(co, i++) == 2)
                break;
        }

        return $"{i}";
    }

    [Coroutine]
    private static string WhileFalse(Co co, Trace t)
    {
        while (false)
            t.S(co, 1);
        do
            t.S(co, 2);
        while (false);
        for (; false;)
            t.S(co, 3);
        return "end";
    }

    [Coroutine]
    private static string WhileDeclaresInCondition(Co co, Trace t)
    {
        object[] items = [1, "two", 3, 'x', 5];
        var i = 0;
        while (t.S(co, items[i++]) is int or string && items[i - 1] is var item)
            t.S(co, $"{item} of {i}");
        while (items[--i] is char c || t.S(co, i) > 2)
            t.S(co, i);
        return $"{i}";
    }

    [Coroutine]
    private static string Do(Co co, Trace t)
    {
        var i = 0;
        do
        {
            if (i == 1)
                continue;
            t.Log(i);
        }
        while (t.S(co, ++i) < 4);
        return $"{i}";
    }

    [Coroutine]
    private static string DoWithBodyAndCondition(Co co, Trace t)
    {
        var i = 0;
        do
        {
            var before = i;
            i = t.S(co, i + 1);
            if (before == 1)
                continue;
            if (before == 3)
                break;
            t.Log($"{before} to {i}");
        }
        while (t.S(co, i) < 10);
        do
            i -= t.S(co, 2);
        while (i > 0);
        return $"{i}";
    }

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
