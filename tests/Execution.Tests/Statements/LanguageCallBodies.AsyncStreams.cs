using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>The runtime's own enumerator of async streams has <c>MoveNext(Co)</c> and <c>Dispose(Co)</c>, in another assembly.</summary>
public sealed partial class LanguageCallBodies
{
    private static async IAsyncEnumerable<int> Stream(Trace t, int count, bool fails = false)
    {
        try
        {
            for (var i = 1; i <= count; i++)
            {
                await Task.Yield();
                t.Log($"next {i}");
                yield return i;
            }

            if (fails)
                throw new InvalidOperationException("stream");
        }
        finally
        {
            await Task.Yield();
            t.Log("close stream");
        }
    }

    [Coroutine]
    private static string AsyncStream(Co co, Trace t)
    {
        foreach (var number in Stream(t, 3))
            t.S(co, number);
        var sum = 0L;
        foreach (long number in Stream(t, 5))
        {
            if (number == 3)
                break;
            sum += number;
        }

        return $"{sum}";
    }

    [Coroutine]
    private static string AsyncStreamThatFails(Co co, Trace t)
    {
        foreach (var number in Stream(t, 2, fails: true))
        {
            foreach (var other in Stream(t, number))
                t.S(co, number + other);
        }

        return "never";
    }
}
