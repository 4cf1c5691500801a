using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class RecursionBodies : Bodies<RecursionBodies>
{
    private const int Depth = 10_000;

    [Coroutine]
    private static int Factorial(Co co, Trace t, int n) => n <= 1 ? t.S(co, 1) : n * Factorial(co, t, n - 1);

    [Coroutine]
    private static int Fibonacci(Co co, Trace t, int n)
    {
        if (n < 2)
            return t.S(co, n);
        return Fibonacci(co, t, n - 1) + Fibonacci(co, t, n - 2);
    }

    [Coroutine]
    private static string Small(Co co, Trace t) => $"{Factorial(co, t, 6)} {Fibonacci(co, t, 5)}";

    [Coroutine]
    private static bool IsEven(Co co, Trace t, int n) => n == 0 ? t.S(co, true) : IsOdd(co, t, n - 1);

    [Coroutine]
    private static bool IsOdd(Co co, Trace t, int n)
    {
        if (n == 0)
            return t.S(co, false);
        var result = IsEven(co, t, n - 1);
        return result;
    }

    [Coroutine]
    private static string Mutual(Co co, Trace t) => $"{IsEven(co, t, 7)} {IsOdd(co, t, Depth + 1)}";

    [Coroutine]
    private static int Down(Co co, Trace t, int n)
    {
        if (n == 0)
            return t.S(co, 0);
        var local = n % 3;
        return Down(co, t, n - 1) + local;
    }

    [Coroutine]
    private static string Deep(Co co, Trace t) => $"{Down(co, t, Depth)} {Down(co, t, 10)}";

    [Coroutine]
    private static void Fail(Co co, Trace t, int n)
    {
        if (n == 0)
            t.Throw<int>(co, "from the bottom");
        Fail(co, t, n - 1);
        t.Log("never");
    }

    [Coroutine]
    private static string ExceptionFromTheBottom(Co co, Trace t)
    {
        try
        {
            Fail(co, t, 2_000);
        }
        catch (InvalidOperationException e)
        {
            t.S(co, e.Message);
        }

        return $"{Down(co, t, Depth)}";
    }

    [Coroutine]
    private static int Unwind(Co co, Trace t, int n)
    {
        try
        {
            return n == 0 ? t.S(co, 0) : 1 + Unwind(co, t, n - 1);
        }
        finally
        {
            if (n % 500 == 0)
                t.S(co, n);
        }
    }

    [Coroutine]
    private static string FinallyOnTheWayUp(Co co, Trace t) => $"{Unwind(co, t, 2_000)}";

    private sealed partial class Node(int value, Node? next)
    {
        [Coroutine]
        public long Sum(Co co, Trace t) => value + (next?.Sum(co, t) ?? t.S(co, 0));
    }

    [Coroutine]
    private static string LinkedList(Co co, Trace t)
    {
        Node? list = null;
        for (var i = 0; i < Depth; i++)
            list = new Node(i, list);
        return $"{list!.Sum(co, t)}";
    }
}
