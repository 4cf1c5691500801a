using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class TryBodies : Bodies<TryBodies>
{
    [Coroutine]
    private static string SuspendsInTry(Co co, Trace t)
    {
        var x = 1;
        try
        {
            x = t.S(co, 2);
            t.Log(x);
        }
        catch (InvalidOperationException)
        {
            x = 3;
        }
        finally
        {
            t.Log($"finally {x}");
        }

        return $"{x}";
    }

    [Coroutine]
    private static string SuspendsInCatch(Co co, Trace t)
    {
        var x = 1;
        try
        {
            x = 2;
            throw new InvalidOperationException("thrown");
        }
        catch (InvalidOperationException e)
        {
            x += t.S(co, 10);
            t.S(co, e.Message);
        }
        finally
        {
            t.Log($"finally {x}");
        }

        return $"{x}";
    }

    [Coroutine]
    private static string SuspendsInFinally(Co co, Trace t)
    {
        var x = 1;
        try
        {
            x = 2;
        }
        finally
        {
            x += t.S(co, 10);
            t.S(co, x);
        }

        try
        {
            throw new InvalidOperationException($"{x}");
        }
        finally
        {
            t.S(co, x);
        }
    }

    [Coroutine]
    private static string SuspendsEverywhere(Co co, Trace t)
    {
        for (var i = 0; i < 4; i++)
        {
            try
            {
                t.S(co, i);
                if (i == 1)
                    t.Throw<int>(co, "one");
                if (i == 2)
                    throw new ArgumentException("two");
                t.S(co, "no error");
            }
            catch (InvalidOperationException e)
            {
                t.S(co, e.Message);
            }
            catch (ArgumentException e) when (e.Message == "two")
            {
                t.S(co, "filtered " + e.Message);
                continue;
            }
            finally
            {
                t.S(co, $"finally {i}");
            }

            t.Log(i);
        }

        return "end";
    }

    [Coroutine]
    private static string NestedThreeDeep(Co co, Trace t)
    {
        for (var i = 0; i < 5; i++)
        {
            try
            {
                t.S(co, "outer");
                try
                {
                    t.S(co, "middle");
                    try
                    {
                        t.S(co, "inner");
                        if (i > 0)
                            t.Throw<int>(co, $"inner {i}");
                    }
                    catch (InvalidOperationException e) when (i == 1)
                    {
                        t.S(co, e.Message);
                    }
                    finally
                    {
                        t.S(co, "inner finally");
                        if (i == 4)
                            t.Throw<int>(co, "from finally");
                    }

                    t.Log("after inner");
                }
                catch (InvalidOperationException e) when (i == 2)
                {
                    t.S(co, e.Message);
                }
                finally
                {
                    t.Log("middle finally");
                }

                t.S(co, "after middle");
            }
            catch (Exception e)
            {
                t.S(co, e.Message);
            }
            finally
            {
                t.S(co, "outer finally");
            }
        }

        return "end";
    }
}
