using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>Exceptions that handlers throw, or throw again.</summary>
public sealed partial class RethrowBodies : Bodies<RethrowBodies>
{
    [Coroutine]
    private static string TheOriginalIsThrownAgain(Co co, Trace t)
    {
        try
        {
            try
            {
                t.Throw<int>(co, "original");
            }
            catch (Exception e)
            {
                e = new FormatException("mine");
                t.S(co, e.Message);
                throw;
            }
        }
        catch (InvalidOperationException e)
        {
            return t.S(co, e.Message);
        }

        return "never";
    }

    [Coroutine]
    private static string TheInnermostIsThrownAgain(Co co, Trace t)
    {
        try
        {
            t.Throw<int>(co, "outer");
        }
        catch (InvalidOperationException outer)
        {
            t.S(co, outer.Message);
            try
            {
                try
                {
                    t.Throw<int>(co, "inner");
                }
                catch (InvalidOperationException inner)
                {
                    t.S(co, inner.Message);
                    throw;
                }
            }
            catch (InvalidOperationException e) when (e.Message == "inner")
            {
                t.Log("caught " + e.Message);
            }

            try
            {
                throw new FormatException("plain");
            }
            catch (FormatException)
            {
                t.Log("in place");
            }

            throw;
        }

        return "never";
    }

    [Coroutine]
    private static string InPlaceInsideMoved(Co co, Trace t)
    {
        try
        {
            t.Throw<int>(co, "outer");
        }
        catch (InvalidOperationException)
        {
            t.S(co, 1);
            try
            {
                try
                {
                    t.Throw<int>(co, "inner");
                }
                catch
                {
                    t.Log("in place");
                    throw;
                }
            }
            catch (InvalidOperationException e)
            {
                t.Log(e.Message);
            }

            throw;
        }

        return "never";
    }

    [Coroutine]
    private static string ThrowInCatch(Co co, Trace t)
    {
        try
        {
            try
            {
                t.Throw<int>(co, "first");
            }
            catch (InvalidOperationException e)
            {
                throw new FormatException(t.S(co, "second"), e);
            }
            catch (FormatException)
            {
                t.S(co, "a sibling does not catch it");
            }
            finally
            {
                t.S(co, "finally");
            }
        }
        catch (FormatException e)
        {
            return t.S(co, e.Message) + e.InnerException?.Message;
        }

        return "never";
    }

    [Coroutine]
    private static string FinallyReplacesTheException(Co co, Trace t)
    {
        try
        {
            try
            {
                t.Throw<int>(co, "lost");
            }
            finally
            {
                t.Throw<int>(co, "replacement");
            }
        }
        catch (InvalidOperationException e)
        {
            t.S(co, e.Message);
        }

        try
        {
            try
            {
                t.Throw<int>(co, "lost");
            }
            finally
            {
                if (t.V(true))
                    throw new InvalidOperationException("in place");
            }
        }
        catch (InvalidOperationException e)
        {
            t.S(co, e.Message);
        }

        return "end";
    }

    [Coroutine]
    private static string FinallyReplacesTheReturn(Co co, Trace t)
    {
        try
        {
            try
            {
                return t.S(co, "lost");
            }
            finally
            {
                t.Throw<int>(co, "replacement");
            }
        }
        catch (InvalidOperationException e)
        {
            t.S(co, e.Message);
        }

        return "end";
    }

    [Coroutine]
    private static string OuterFinallyWhileExceptionIsPending(Co co, Trace t)
    {
        try
        {
            try
            {
                t.Throw<int>(co, "pending");
            }
            finally
            {
                t.S(co, 1);
                try
                {
                    t.Throw<int>(co, "other");
                }
                catch (InvalidOperationException e)
                {
                    t.S(co, e.Message);
                }
                finally
                {
                    t.S(co, 2);
                }
            }
        }
        finally
        {
            t.S(co, 3);
        }

        return "never";
    }

    [Coroutine]
    private static string CapturedException(Co co, Trace t)
    {
        Func<string>? text = null;
        try
        {
            t.Throw<int>(co, "x");
        }
        catch (InvalidOperationException e)
        {
            text = () => e.Message;
            t.S(co, 1);
            e = new InvalidOperationException("y");
        }

        return t.S(co, text!());
    }

    [Coroutine]
    private static string SameNamesInHandlers(Co co, Trace t)
    {
        Exception[] errors = [new FormatException("a"), new InvalidOperationException("b"), new ArgumentException("c")];
        foreach (var error in errors)
        {
            try
            {
                throw error;
            }
            catch (FormatException e)
            {
                var x = 1;
                t.S(co, x);
                t.S(co, e.Message + x);
            }
            catch (InvalidOperationException e)
            {
                var x = "text";
                t.S(co, x);
                t.S(co, e.Message + x);
            }
            catch (Exception e)
            {
                var x = 'c';
                t.Log(e.Message + x);
            }
        }

        return "end";
    }

    [Coroutine]
    private static string ThrowExpressionOfNull(Co co, Trace t)
    {
        try
        {
            throw t.S(co, (Exception?)null)!;
        }
        catch (NullReferenceException)
        {
            return t.S(co, "null");
        }
    }
}
