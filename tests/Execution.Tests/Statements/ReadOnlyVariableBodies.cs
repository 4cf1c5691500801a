using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>The variables of <c>foreach</c> and <c>using</c> are read-only: a method that changes a struct changes a copy.</summary>
public sealed partial class ReadOnlyVariableBodies : Bodies<ReadOnlyVariableBodies>
{
    [Coroutine]
    private static string InForEach(Co co, Trace t)
    {
        foreach (var counter in new[] { new Counter(t), new Counter(t) })
        {
            t.Log(counter.Next());
            t.S(co);
            t.Log(counter.Next() + t.S(co, counter.Next()));
        }

        return "done";
    }

    [Coroutine]
    private static string InUsing(Co co, Trace t)
    {
        using (var counter = new Counter(t))
        {
            t.Log(counter.Next());
            t.S(co);
            t.Log(counter.Next());
        }

        using var other = t.S(co, new Counter(t));
        other.Next();
        t.S(co);
        return $"{other.Next()} {other.Value}";
    }

    [Coroutine]
    private static string ALocalOfTheSameNameIsNot(Co co, Trace t)
    {
        foreach (var counter in new[] { new Counter(t) })
            t.S(co, counter.Next());
        {
            var counter = new Counter(t);
            counter.Next();
            t.S(co);
            return $"{counter.Next()}";
        }
    }

    private struct Counter(Trace t) : IDisposable
    {
        public int Value { get; private set; }

        public int Next() => ++Value;

        public readonly void Dispose() => t.Log($"disposed {Value}");

        public override readonly string ToString() => $"counter {Value}";
    }
}
