using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class UsingBodies
{
    [Coroutine]
    private static string DisposalThrows(Co co, Trace t)
    {
        try
        {
            using var a = new Bad(t, "a");
            using var b = new Bad(t, "b");
            t.S(co, 1);
        }
        catch (InvalidOperationException e)
        {
            t.S(co, e.Message);
        }

        using (var c = new Bad(t, "c"))
        {
            t.Throw<int>(co, "lost");
        }

        return "never";
    }

    [Coroutine]
    private static string AfterALabel(Co co, Trace t)
    {
        for (var i = 0; i < 3; i++)
        {
            if (t.S(co, i) == 1)
                goto second;
            t.Log("first");
            second: third: using var a = t.S(co, new Explicit(t));
            if (i == 2)
                goto fourth;
            t.S(co, "inside");
            fourth: using var b = new Explicit(t);
            fifth: static int Twice(int n) => n * 2;
            t.S(co, Twice(i));
        }

        return "end";
    }

    [Coroutine]
    private static string ExplicitInterface(Co co, Trace t)
    {
        using (var a = new Explicit(t))
            t.S(co, 1);
        using var b = t.S(co, new Explicit(t));
        return "end";
    }

    [Coroutine]
    private static string ReturnInside(Co co, Trace t)
    {
        using var a = new Resource(t, "a");
        for (var i = 0; ; i++)
        {
            using var b = new Resource(t, $"b{i}");
            if (t.S(co, i) == 0)
                continue;
            using (var c = new Resource(t, "c"))
            {
                if (i == 2)
                    return t.S(co, a.Name + b + c);
            }

            if (i == 1)
                goto next;
            t.Log("never");
        next:
            a.Name += t.S(co, "x");
        }
    }

    [Coroutine]
    private static string BreakInsideCopied(Co co, Trace t)
    {
        while (true)
        {
            t.S(co, 1);
            using (new Resource(t, "a"))
            {
                if (t.V(true))
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string AroundTry(Co co, Trace t)
    {
        try
        {
            using var a = new Resource(t, "a");
            try
            {
                using var b = new Resource(t, "b");
                t.Throw<int>(co, "x");
            }
            finally
            {
                using var c = new Resource(t, "c");
                t.S(co, c);
            }
        }
        catch (InvalidOperationException e)
        {
            using var d = new Resource(t, "d");
            t.S(co, e.Message);
        }

        return "end";
    }

    [Coroutine]
    private static string CapturedResource(Co co, Trace t)
    {
        var functions = new List<Func<string>>();
        for (var i = 0; i < 2; i++)
        {
            using var a = new Resource(t, $"a{i}");
            functions.Add(() => a.Name + i);
            t.S(co, a);
            a.Name += "!";
            using (var b = new Resource(t, $"b{i}"))
            {
                functions.Add(() => b.Name + a.Name);
                t.S(co, b);
            }
        }

        return string.Join(" ", functions.Select(f => f()));
    }

    [Coroutine]
    private static string DynamicResource(Co co, Trace t)
    {
        dynamic resource = new Resource(t, "a");
        using (resource)
            t.S(co, 1);
        using dynamic other = new Resource(t, "b");
        t.S(co, 2);
        return "end";
    }

    private sealed class Incomparable(Trace t) : IDisposable
    {
        public static bool operator ==(Incomparable? a, Incomparable? b) => throw new NotSupportedException();

        public static bool operator !=(Incomparable? a, Incomparable? b) => throw new NotSupportedException();

        public override bool Equals(object? other) => false;

        public override int GetHashCode() => 0;

        public void Dispose() => t.Log("disposed");
    }

    [Coroutine]
    private static string OperatorsAreNotAsked(Co co, Trace t)
    {
        using (var a = new Incomparable(t))
            t.S(co, 1);
        return "end";
    }

    private ref struct Scoped(Trace t)
    {
        public int Value = 1;

        public readonly void Dispose() => t.Log($"left {Value}");
    }

    [Coroutine]
    private static string RefStructBetween(Co co, Trace t)
    {
        t.S(co, 1);
        using (var scoped = new Scoped(t))
            t.Log(scoped.Value);
        t.S(co, 2);
        return "end";
    }

    [Coroutine]
    private static void Use<T>(Co co, Trace t, T resource)
        where T : IDisposable?
    {
        using (resource)
            t.S(co, typeof(T).Name);
        using var other = resource;
        t.S(co, other?.ToString());
    }

    [Coroutine]
    private static string TypeParameter(Co co, Trace t)
    {
        Use(co, t, new Resource(t, "a"));
        Use<Resource?>(co, t, null);
        Use(co, t, new Counter(t));
        return "end";
    }
}
