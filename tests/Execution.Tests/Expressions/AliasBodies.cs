using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>What changes by another way than its own name.</summary>
public sealed partial class AliasBodies : Bodies<AliasBodies>
{
    [Coroutine]
    private static string AssignedInAConditionThatSuspends(Co co, Trace t)
    {
        if (t.S(co, TryGet(3, out var y)))
        {
            y += 1;
            t.Log(y);
        }

        foreach (var x in t.S(co, Items(out var z)))
        {
            z += x;
            t.Log(z);
        }

        switch (t.S(co, TryGet(4, out var w)))
        {
            case true:
                w++;
                t.Log(w);
                break;
        }

        lock (t.S(co, Named(out var name)))
        {
            name += "!";
            t.Log(name);
        }

        return "done";
    }

    [Coroutine]
    private static string ThroughARefLocal(Co co, Trace t)
    {
        var x = 1;
        ref var r = ref x;
        var sum = Sum(x, t.S(co, r = 5), x);
        return $"{sum} {x}";
    }

    [Coroutine]
    private static string ThroughASpan(Co co, Trace t)
    {
        var x = 1;
        var span = new Span<int>(ref x);
        var sum = Sum(x, t.S(co, span[0] = 5), x);
        return $"{sum} {x}";
    }

    [Coroutine]
    private static string TextOfAnObjectThatChanges(Co co, Trace t)
    {
        var o = new Changing();
        var other = o;
        return o + t.S(co, other.Next()) + o;
    }

    [Coroutine]
    private static string RawTextOfSeveralLines(Co co, Trace t)
    {
        var a = t.V("a");
        return $"""
            first {a} and {t.S(co, 1)}
              second {t.S(co, 2)}
            {a} {t.S(co, 3)}
            last
            """ + $@"x
y {t.S(co, 4)}
z";
    }

    private static bool TryGet(int n, out int value)
    {
        value = n * n;
        return true;
    }

    private static int[] Items(out int start)
    {
        start = 10;
        return [1, 2];
    }

    private static object Named(out string name)
    {
        name = "lock";
        return name;
    }

    private static int Sum(int a, int b, int c) => a * 100 + b * 10 + c;

    private sealed class Changing
    {
        private int _n;

        public string Next() => $"{++_n}";

        public override string ToString() => $"#{_n}";
    }
}
