using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class RethrowBodies
{
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
