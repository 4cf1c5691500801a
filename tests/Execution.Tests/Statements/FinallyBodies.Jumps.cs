using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class FinallyBodies
{
    [Coroutine]
    private static string JumpsInsideTheFinally(Co co, Trace t)
    {
        try
        {
            t.Throw<int>(co, "x");
        }
        catch (InvalidOperationException)
        {
            t.Log("caught");
        }
        finally
        {
            for (var i = 0; i < 4; i++)
            {
                if (i == 1)
                    continue;
                if (t.S(co, i) == 2)
                    goto end;
            }

        end:
            switch (t.S(co, 1))
            {
                case 1:
                    goto default;
                default:
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string GotoBackOutOfTry(Co co, Trace t)
    {
        var i = 0;
    again:
        try
        {
            if (t.S(co, ++i) < 3)
                goto again;
        }
        finally
        {
            t.S(co, "finally");
        }

        try
        {
            if (++i < 6)
                goto again;
        }
        catch (Exception)
        {
            t.S(co, "never");
        }

        return $"{i}";
    }

    [Coroutine]
    private static string JumpsOutOfCatch(Co co, Trace t)
    {
        for (var i = 0; i < 5; i++)
        {
            try
            {
                t.Throw<int>(co, $"{i}");
            }
            catch (InvalidOperationException e)
            {
                t.S(co, e.Message);
                if (i == 0)
                    continue;
                if (i == 1)
                    goto next;
                if (i == 3)
                    return "end";
            }
            finally
            {
                t.S(co, "finally");
            }

            t.Log("after");
        next:
            t.Log("next");
        }

        return "never";
    }

    [Coroutine]
    private static string JumpsOutOfCatchInPlace(Co co, Trace t)
    {
        for (var i = 0; i < 5; i++)
        {
            try
            {
                try
                {
                    t.Throw<int>(co, $"{i}");
                }
                catch (InvalidOperationException)
                {
                    if (i == 0)
                        continue;
                    if (i == 1)
                        goto next;
                    if (i == 3)
                        return $"end {i}";
                }

                t.Log("after");
            }
            finally
            {
                t.S(co, "finally");
            }

        next:
            t.Log("next");
        }

        return "never";
    }

    [Coroutine]
    private static string PlainTryInsideSuspendingFinally(Co co, Trace t)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                try
                {
                    if (i == 1)
                        continue;
                    if (i == 2)
                        break;
                }
                finally
                {
                    t.Log("plain");
                }
            }
            finally
            {
                t.S(co, i);
            }
        }

        return "end";
    }
}
