using System.Collections;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class EnumeratorBodies : Bodies<EnumeratorBodies>
{
    private static IEnumerable<int> Numbers(Trace t, int count, int failAt = -1)
    {
        t.Log("begin");
        try
        {
            for (var i = 0; i < count; i++)
            {
                if (i == failAt)
                    throw new ArgumentException("numbers");
                yield return i;
            }
        }
        finally
        {
            t.Log("finally");
        }
    }

    [Coroutine]
    private static string RunsToTheEnd(Co co, Trace t)
    {
        foreach (var n in Numbers(t, 3))
            t.S(co, n);
        return "end";
    }

    [Coroutine]
    private static string DisposedByBreak(Co co, Trace t)
    {
        foreach (var n in Numbers(t, 3))
        {
            if (t.S(co, n) == 1)
                break;
        }

        t.S(co);
        return "end";
    }

    [Coroutine]
    private static string DisposedByReturn(Co co, Trace t)
    {
        foreach (var n in Numbers(t, 3))
        {
            if (t.S(co, n) == 1)
                return t.S(co, "returned");
        }

        return "never";
    }

    [Coroutine]
    private static string DisposedByGoto(Co co, Trace t)
    {
        foreach (var n in Numbers(t, 3))
        {
            foreach (var m in Numbers(t, 3))
            {
                if (t.S(co, n) == 1 && m == 1)
                    goto end;
            }
        }

    end:
        return "end";
    }

    [Coroutine]
    private static string DisposedByException(Co co, Trace t)
    {
        try
        {
            foreach (var n in Numbers(t, 3))
                t.Throw<int>(co, $"{t.S(co, n)}");
        }
        catch (InvalidOperationException e)
        {
            t.S(co, e.Message);
        }

        foreach (var n in Numbers(t, 3, failAt: 1))
            t.S(co, n);
        return "never";
    }

    [Coroutine]
    private static string OnlyTheCollectionSuspends(Co co, Trace t)
    {
        foreach (var n in Numbers(t, t.S(co, 3)))
        {
            if (n == 1)
                break;
            t.Log(n);
        }

        foreach (var n in t.S(co, Numbers(t, 2)))
            t.Log(n);
        return "end";
    }

    [Coroutine]
    private static string ContinueInBody(Co co, Trace t)
    {
        foreach (var n in Numbers(t, 4))
        {
            if (n % 2 == 0)
                continue;
            t.S(co, n);
        }

        return "end";
    }
}
