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
}
