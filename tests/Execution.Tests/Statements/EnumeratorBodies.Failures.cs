using System.Collections;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class EnumeratorBodies
{
    [Coroutine]
    private static string NullEnumerator(Co co, Trace t)
    {
        foreach (var n in new NullItems())
            t.S(co, n);
        return "never";
    }

    private sealed class NullItems
    {
        public IEnumerator<int> GetEnumerator() => null!;
    }

    [Coroutine]
    private static string DisposeThrows(Co co, Trace t)
    {
        try
        {
            foreach (var n in new BadItems(t))
            {
                t.S(co, n);
                if (n == 2)
                    throw new ArgumentException("lost");
            }
        }
        catch (Exception e)
        {
            t.S(co, e.Message);
        }

        foreach (var n in new BadItems(t))
            return t.S(co, "lost as well");
        return "never";
    }

    private sealed class BadItems(Trace t)
    {
        public BadEnumerator GetEnumerator() => new(t);
    }

    private sealed class BadEnumerator(Trace t) : IDisposable
    {
        public int Current { get; private set; }

        public bool MoveNext() => ++Current < 4;

        public void Dispose()
        {
            t.Log("dispose");
            throw new InvalidOperationException("dispose");
        }
    }
}

internal static class EnumeratorExtensions
{
    public static IEnumerator<int> GetEnumerator(this int count) => Enumerable.Range(0, count).GetEnumerator();

    public static IEnumerator<int> GetEnumerator(this (int From, int To) range)
    {
        for (var i = range.From; i <= range.To; i++)
            yield return i;
    }
}
