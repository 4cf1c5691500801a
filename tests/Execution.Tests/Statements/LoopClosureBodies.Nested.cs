using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class LoopClosureBodies
{
    [Coroutine]
    private static string ContinueKeepsThemApart(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        for (var i = 0; i < 4; i++)
        {
            var own = i;
            functions.Add(() => own);
            if (i % 2 == 0)
            {
                own += 100;
                continue;
            }

            own += t.S(co, 10);
        }

        return Call(functions);
    }

    [Coroutine]
    private static string NestedScopesOfDifferentAge(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        for (var i = 0; i < 2; i++)
        {
            var outer = 10 * i;
            for (var j = 0; j < 2; j++)
            {
                var inner = t.S(co, j);
                functions.Add(() => outer++ + inner++);
            }

            outer += 100;
        }

        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string LambdaInCopiedLoop(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        var shared = t.S(co, 5);
        for (var i = 0; i < 3; i++)
        {
            var own = i;
            functions.Add(() => own++ + shared);
        }

        shared = t.S(co, 50);
        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string LambdaInCondition(Co co, Trace t)
    {
        var i = 0;
        Func<int> next = () => ++i;
        while (t.S(co, next()) < 3 && new Func<bool>(() => i < 10)())
            t.Log(i);
        for (Func<int> twice = () => 2 * i; t.S(co, twice()) < 12; i++)
            t.Log(i);
        return $"{i}";
    }

    [Coroutine]
    private static string ShadowingInSiblingLoops(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        for (var x = 0; x < 2; x++)
        {
            functions.Add(() => x);
            t.S(co, x);
        }

        for (var x = 10L; x < 12; x++)
        {
            var y = (int)x;
            functions.Add(() => (int)x + y);
            t.S(co, x);
        }

        foreach (var x in "ab")
        {
            var y = x;
            functions.Add(() => x + y);
            t.S(co, x);
        }

        return Call(functions);
    }
}
