namespace CoroGen.Runtime.Tests;

public sealed partial class Frames
{
    [Coroutine]
    private static void CallsInALoop(Co co, CoLock @lock, CoSemaphore semaphore)
    {
        var sum = 0;
        while (true)
        {
            sum += Leaf(co, sum);
            using (co.Lock(@lock))
            using (co.Acquire(semaphore))
                sum += Branch(co, sum);
        }
    }

    [Coroutine]
    private static int Branch(Co co, int value) => Leaf(co, value) + Leaf(co, value + 1);

    [Coroutine]
    private static int Leaf(Co co, int value)
    {
        co.Yield();
        return value + 1;
    }

    [Coroutine]
    private static void Yields(Co co) => co.Yield();

    [Coroutine]
    private static long ReturnsNumber(Co co, long number)
    {
        co.Yield();
        return number;
    }

    [Coroutine]
    private static void LocksInALoop(Co co, CoLock @lock)
    {
        while (true)
        {
            using (co.Lock(@lock))
                co.Sleep(1000);
        }
    }

    [Coroutine]
    private void CallsWithNewObject(Co co)
    {
        PassesThrough(co, NewObject());
        co.Yield();
    }

    [Coroutine]
    private static object PassesThrough(Co co, object value)
    {
        co.Yield();
        return value;
    }

    [Coroutine]
    private void CatchesFailureWithNewObject(Co co)
    {
        try
        {
            ReturnsAndFailsInCleanup(co);
        }
        catch (InvalidTimeZoneException)
        {
            co.Yield();
        }
    }

    [Coroutine]
    private object ReturnsAndFailsInCleanup(Co co)
    {
        try
        {
            return NewObject();
        }
        finally
        {
            co.Yield();
            Fail();
        }
    }

    [Coroutine]
    private string KeepsObject(Co co)
    {
        var kept = NewObject();
        co.Yield();
        return kept is string text ? text : "result";
    }

    [Coroutine]
    private static int Depth(Co co, int depth, bool yields)
    {
        if (depth > 0)
            return Depth(co, depth - 1, yields) + 1;
        if (yields)
            co.Yield();
        return 0;
    }

    [Coroutine]
    private static void FailsAtDepth(Co co, int depth)
    {
        if (depth == 0)
            Fail();
        FailsAtDepth(co, depth - 1);
    }

    private static void Fail() => throw new InvalidTimeZoneException();
}
