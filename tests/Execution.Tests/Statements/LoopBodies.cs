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
}
