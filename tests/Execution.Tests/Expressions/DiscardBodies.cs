using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

public sealed partial class DiscardBodies : Bodies<DiscardBodies>
{
    [Coroutine]
    private static string AVariableNamedLikeADiscard(Co co, Trace t)
    {
        using var _ = t.S(co, new Scope(t));
        foreach (var c in "ab")
            t.S(co, c);
        return $"{_}";
    }

    [Coroutine]
    private static string AParameterNamedLikeADiscard(Co co, Trace t) => Odd(co, t, 5);

    [Coroutine]
    private static string Conditions(Co co, Trace t)
    {
        var n = 0;
        while (!(t.S(co, n++ > 3) || t.V(n) > 5 && t.S(co, true)))
        {
            if (t.V(n % 2 == 0) && t.S(co, true) && !t.S(co, n == 2))
                t.Log("even");
            else if (!(t.S(co, n) is var m and > 1 && t.S(co, m + 1) is var k) || k == 0)
                t.Log("one");
            else
                t.Log($"{m} {k}");
        }

        var text = t.S(co, true) && t.S(co, n > 3) ? "many" : "few";
        do
        {
            n--;
        }
        while (n > 2 && (t.S(co, n) > 3 || t.S(co, true)));
        return $"{text} {n}";
    }

    [Coroutine]
    private static string Odd(Co co, Trace t, int _)
    {
        t.S(co, 1);
        return $"{_}";
    }

    private sealed class Scope(Trace t) : IDisposable
    {
        public void Dispose() => t.Log("disposed");
    }
}
