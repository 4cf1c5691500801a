using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>Jumps that leave a <c>try</c> through its <c>finally</c>.</summary>
public sealed partial class FinallyBodies : Bodies<FinallyBodies>
{
    [Coroutine]
    private static string ReturnValueIsTakenBefore(Co co, Trace t)
    {
        var x = 1;
        try
        {
            t.S(co, x);
            return $"{x}";
        }
        finally
        {
            x = t.S(co, 2);
            t.Log(x);
        }
    }

    [Coroutine]
    private static string ReturnValueIsTakenBeforePlainFinally(Co co, Trace t)
    {
        var x = 1;
        try
        {
            x = t.S(co, 5);
            return $"{x}" + t.S(co, "end");
        }
        finally
        {
            x = 2;
            t.Log(x);
        }
    }

    [Coroutine]
    private static string LocalsOfATryThatDoesNotSuspend(Co co, Trace t)
    {
        var x = 1;
        try
        {
            const int two = 2;
            int a = two, b;
            b = Sum(a) + x;
            t.Log(b);
            int Sum(int n) => n + x;
        }
        finally
        {
            t.S(co, x = 5);
        }

        try
        {
            int[] a = [x];
            if (a[0] == 5)
                return $"returned {a[0]}";
        }
        finally
        {
            t.S(co);
        }

        return "not reached";
    }

    [Coroutine]
    private static int Inner(Co co, Trace t, int kind)
    {
        var x = kind;
        try
        {
            try
            {
                if (kind == 1)
                    return t.S(co, x++);
                if (kind == 2)
                    t.Throw<int>(co, "two");
                x += 10;
            }
            catch (InvalidOperationException)
            {
                return x += t.S(co, 100);
            }
            finally
            {
                x += t.S(co, 1000);
            }

            return x;
        }
        finally
        {
            x = 0;
            t.S(co, x);
        }
    }

    [Coroutine]
    private static string ReturnThroughSeveral(Co co, Trace t) => $"{Inner(co, t, 0)} {Inner(co, t, 1)} {Inner(co, t, 2)}";

    [Coroutine]
    private static void Nothing(Co co, Trace t, bool early)
    {
        try
        {
            if (early)
                return;
            t.S(co, "late");
        }
        finally
        {
            t.S(co, "finally");
        }

        t.Log("end");
    }

    [Coroutine]
    private static string ReturnWithoutValue(Co co, Trace t)
    {
        Nothing(co, t, early: true);
        Nothing(co, t, early: false);
        return "end";
    }

    [Coroutine]
    private static string BreakAndContinue(Co co, Trace t)
    {
        var i = 0;
        while (true)
        {
            try
            {
                i++;
                if (i == 2)
                    continue;
                if (i == 4)
                    break;
                t.S(co, i);
            }
            finally
            {
                t.S(co, $"finally {i}");
            }

            t.Log("after");
        }

        return $"{i}";
    }

    [Coroutine]
    private static string BreakAndContinueThroughPlain(Co co, Trace t)
    {
        var i = 0;
        do
        {
            try
            {
                i++;
                if (t.S(co, i) == 2)
                    continue;
                if (i == 4)
                    break;
            }
            finally
            {
                t.Log($"finally {i}");
            }

            t.Log("after");
        }
        while (t.S(co, i) < 10);
        return $"{i}";
    }

    [Coroutine]
    private static string ThroughTwoOfEachKind(Co co, Trace t)
    {
        for (var i = 0; i < 5; i++)
        {
            try
            {
                try
                {
                    try
                    {
                        t.S(co, i);
                        switch (i)
                        {
                            case 0:
                                continue;
                            case 1:
                                goto next;
                            case 2:
                                goto inner;
                            case 3:
                                break;
                            default:
                                return t.S(co, "return");
                        }

                        t.Log("from switch");
                    }
                    finally
                    {
                        t.S(co, "first");
                    }

                inner:
                    t.Log("inner");
                }
                finally
                {
                    t.Log("second");
                }
            }
            finally
            {
                t.S(co, "third");
            }

        next:
            t.Log("next");
        }

        return "never";
    }
}
