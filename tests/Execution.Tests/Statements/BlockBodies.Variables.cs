using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class BlockBodies
{
    [Coroutine]
    private static string OutAndPatternVariables(Co co, Trace t)
    {
        if (int.TryParse(t.S(co, "12"), out var n) && t.S(co, n) is > 5 and var m)
            t.S(co, m);
        else
            m = t.S(co, n);
        t.Log(n);
        int.TryParse(t.S(co, "34"), out var k);
        t.S(co, k);
        t.Log(t.S(co, (object)"text") is string { Length: var length } text ? $"{length}{text}" : "none");
        length = t.S(co, 6);
        if (t.S(co, (object)k) is not int copy)
            return "never";
        t.S(co, copy);
        while (int.TryParse(t.S(co, $"{k--}"), out var p) && p > 32)
            t.S(co, p);
        return $"{copy} {m} {n} {length}";
    }

    [Coroutine]
    private static string DefiniteAssignmentByBranches(Co co, Trace t)
    {
        int x;
        if (t.S(co, true))
            x = t.S(co, 1);
        else
            x = 2;
        string text;
        switch (t.S(co, x))
        {
            case 1:
                text = t.S(co, "one");
                break;
            default:
                return "never";
        }

        bool known;
        try
        {
            known = t.S(co, x == 1);
        }
        finally
        {
            t.S(co, text);
        }

        return text + known;
    }

    [Coroutine]
    private static string SeveralDeclarators(Co co, Trace t)
    {
        int a = t.S(co, 1), b = a + t.S(co, 2), c, d = c = t.S(co, b);
        int[] items = { a, t.S(co, b), c }, more = [d, .. items];
        int[,] grid = { { 1, t.S(co, 2) }, { t.S(co, 3), 4 } };
        var (x, y) = (t.S(co, 1), "two");
        (var z, (int u, _)) = (t.S(co, x), (y.Length, t.S(co, 5)));
        return $"{a}{b}{c}{d} {string.Join(",", items)} {string.Join(",", more)} {grid[1, 0]} {x}{y}{z}{u}";
    }

    [Coroutine]
    private static string NullableTypesOfOneName(Co co, Trace t)
    {
        {
            string? x = t.S(co, (string?)null);
            t.S(co, x);
        }

        {
            string x = t.S(co, "text");
            t.S(co, x.Length);
        }

        {
            List<string?> x = [t.S(co, (string?)null)];
            t.S(co, x.Count);
        }

        {
            List<string> x = [t.S(co, "a")];
            t.S(co, x[0]);
        }

        {
            dynamic x = t.S(co, "d");
            t.S(co, 1);
            t.Log(x.Length);
        }

        {
            object x = t.S(co, "o");
            t.S(co, 1);
            t.Log(x);
        }

        {
            (int A, int B) x = (1, t.S(co, 2));
            t.S(co, 1);
            t.Log(x.A + x.B);
        }

        {
            (int C, int D) x = (3, t.S(co, 4));
            t.S(co, 1);
            t.Log(x.C + x.D);
        }

        return "end";
    }

    [Coroutine]
    private static string EmptyAndUnreachable(Co co, Trace t)
    {
        ;
        { }
        { t.S(co, 1); }
        if (t.S(co, false)) { }
        if (t.S(co, true)) { } else { }
        return "end";
        t.S(co, "unreachable");
    }

    /// <summary>What is evaluated before the rest of its statement writes what the rest reads.</summary>
    [Coroutine]
    private static string WrittenInCondition(Co co, Trace t)
    {
        string? kept = t.V("kept");
        var x = t.V(1);
        int y = 0, z = 0;
        if (t.S(co, kept ??= "new").Length > 2)
            (y, z) = (t.V(3), 4);
        if (t.S(co, x = 5) > 2)
            z = x;
        while (t.S(co, x++) < 7)
        {
            z += x;
            x += y;
        }
        return $"{kept} {x} {y} {z}";
    }

    [Coroutine]
    private static string WrittenInElementsToIterate(Co co, Trace t)
    {
        var x = t.V(1);
        var sum = 0;
        foreach (var e in t.S(co, new[] { x = 5, 6 }))
            sum += x + e;
        switch (t.S(co, x = 8))
        {
            case 8:
                sum += x;
                break;
            default:
                sum = 0;
                break;
        }

        using (t.S(co, new MemoryStream(x = 9)))
            sum += x;
        lock (t.S(co, (object)(x = 11)))
            sum += x;
        return $"{x} {sum}";
    }
}
