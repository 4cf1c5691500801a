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
}
