using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class TryBodies
{
    [Coroutine]
    private static string CatchOrder(Co co, Trace t)
    {
        Exception[] errors = [new ArgumentNullException(null, "a"), new ArgumentException("b"), new InvalidOperationException("c"), new FormatException("d"), new KeyNotFoundException("e")];
        foreach (var error in errors)
        {
            try
            {
                throw t.S(co, error);
            }
            catch (ArgumentNullException)
            {
                t.S(co, "null");
            }
            catch (ArgumentException e)
            {
                t.Log(e.Message);
            }
            catch (SystemException e) when (e is InvalidOperationException && t.V(true))
            {
                t.S(co, e.Message);
            }
            catch (Exception) when (error is FormatException)
            {
                t.Log("in place");
            }
            catch
            {
                t.S(co, "any");
            }
        }

        return "end";
    }

    [Coroutine]
    private static string FilterFalse(Co co, Trace t)
    {
        try
        {
            try
            {
                t.Throw<int>(co, "x");
            }
            catch (InvalidOperationException) when (t.V(false))
            {
                t.S(co, "never");
            }
            catch (InvalidOperationException e) when (t.V(e.Message) == "y")
            {
                t.Log("never");
            }
        }
        catch (InvalidOperationException e)
        {
            return t.S(co, e.Message);
        }

        return "never";
    }

    [Coroutine]
    private static string FilterThatThrowsIsFalse(Co co, Trace t)
    {
        try
        {
            try
            {
                t.Throw<int>(co, "x");
            }
            catch (InvalidOperationException) when (t.V<int[]>([])[1] == 0)
            {
                t.S(co, "never");
            }
        }
        catch (InvalidOperationException e) when (e.Message is { Length: 1 } message && message is var copy)
        {
            return t.S(co, message) + t.S(co, copy);
        }

        return "never";
    }

    [Coroutine]
    private static string FilterAssigns(Co co, Trace t)
    {
        var seen = "";
        try
        {
            t.Throw<int>(co, "x");
        }
        catch (InvalidOperationException e) when ((seen += "first") == "" || (e = new InvalidOperationException("mine")) is null)
        {
            t.S(co, "never");
        }
        catch (Exception e) when ((e = new FormatException(e.Message + " replaced")) is FormatException && (seen += "second") != "")
        {
            t.S(co, e.Message);
            t.S(co, seen);
        }

        return seen;
    }

    [Coroutine]
    private static string FinallyReadsWhatTryChanged(Co co, Trace t)
    {
        int a = 0, b = 0, c = 0;
        try
        {
            a = t.S(co, 1);
            b = a + t.S(co, 1);
            t.Throw<int>(co, $"{b}");
            c = 5;
        }
        catch (FormatException)
        {
            c = 6;
        }
        finally
        {
            t.Log($"{a} {b} {c}");
        }

        return "never";
    }
}
