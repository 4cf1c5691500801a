using System.Collections;
using System.Runtime.CompilerServices;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class ForEachBodies
{
    /// <summary>A variable is not copied: what the loop writes into it is seen.</summary>
    [Coroutine]
    private static string InlineArrays(Co co, Trace t)
    {
        Three three = default;
        three[1] = 1;
        foreach (var n in three)
        {
            three[2] += t.S(co, 1 + n);
            if (n == 1)
                continue;
            t.S(co);
        }

        var held = new ThreeOf[] { default, default };
        var i = 1;
        foreach (var text in held[t.S(co, i)].Texts)
        {
            i = 0;
            held[1].Texts[2] = t.S(co, text + "x");
        }

        foreach (ref var n in three)
        {
            n += 10;
            t.S(co);
        }

        foreach (long n in Made(t.S(co, 5)))
            t.S(co, n);
        foreach (var (a, b) in default(Twice))
            t.S(co, a + b);
        return $"{three[0]} {three[1]} {three[2]} {held[1].Texts[2]} {held[0].Texts[2]}";
    }

    [Coroutine]
    private static string InlineArraysThatAreNotThere(Co co, Trace t)
    {
        Holder? none = null;
        foreach (var n in none!.Three)
            t.S(co, n);
        return "never";
    }

    private static Three Made(int n)
    {
        Three made = default;
        made[0] = n;
        return made;
    }

    [InlineArray(3)]
    private struct Three
    {
        private int _first;
    }

    [InlineArray(2)]
    private struct Twice
    {
        private (int, int) _first;
    }

    [InlineArray(3)]
    private struct Texts
    {
        private string? _first;
    }

    private struct ThreeOf
    {
        public Texts Texts;
    }

    private sealed class Holder
    {
        public Three Three = Made(1);
    }

    [Coroutine]
    private static string ListChangedMeanwhile(Co co, Trace t)
    {
        var items = new List<int> { 1, 2, 3 };
        foreach (var item in items)
        {
            t.S(co, item);
            if (item == 2)
                items.Add(4);
        }

        return "never";
    }

    [Coroutine]
    private static string ListWhoseVariableIsReassigned(Co co, Trace t)
    {
        var items = new List<int> { 1, 2, 3 };
        foreach (var item in items)
        {
            t.S(co, item);
            items = null!;
        }

        return items is null ? "null" : "not null";
    }

    [Coroutine]
    private static string DictionaryWithDeconstruction(Co co, Trace t)
    {
        var ages = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };
        foreach (var (name, age) in ages)
            t.S(co, $"{name} is {t.S(co, age)}");
        foreach ((object name, var age) in ages)
            t.S(co, $"{name} is {age.GetType()}");
        foreach (var pair in ages)
            t.S(co, pair.Key + pair.Value);
        return "end";
    }

    [Coroutine]
    private static string NestedDeconstruction(Co co, Trace t)
    {
        foreach (var (a, (b, _)) in new List<(int, (string, int))> { (1, ("x", 2)), (3, ("y", 4)) })
        {
            t.S(co, a);
            t.S(co, b);
        }

        foreach (var (x, y) in new[] { new Point(t, 1, 2), new Point(t, 3, 4) })
            t.S(co, x + y);
        return "end";
    }

    private sealed class Point(Trace t, int x, int y)
    {
        public void Deconstruct(out int first, out int second)
        {
            t.Log("deconstruct");
            (first, second) = (x, y);
        }
    }

    [Coroutine]
    private static string NullCollections(Co co, Trace t)
    {
        int[]? array = null;
        List<int>? list = null;
        try
        {
            foreach (var item in array!)
                t.S(co, item);
        }
        catch (NullReferenceException)
        {
            t.S(co, "array");
        }

        try
        {
            foreach (var item in t.S(co, list)!)
                t.S(co, item);
        }
        catch (NullReferenceException)
        {
            t.S(co, "list");
        }

        foreach (var item in t.S(co, (string?)null)!)
            t.S(co, item);
        return "never";
    }

    [Coroutine]
    private static string SameNamesInSiblings(Co co, Trace t)
    {
        foreach (var x in new[] { 1 })
            t.S(co, x);
        foreach (var x in new[] { "a" })
            t.S(co, x);
        foreach (var x in new List<char> { 'c' })
            t.S(co, x);
        foreach (var (x, y) in new[] { (1L, 2) })
            t.S(co, x + y);
        foreach (var x in "text")
            t.Log(x);
        return "end";
    }

    [Coroutine]
    private static string Dynamic(Co co, Trace t)
    {
        dynamic items = new List<object> { 1, "a" };
        foreach (var item in items)
            t.Log(item);
        foreach (var item in (dynamic)t.S<object>(co, (object)items))
            t.Log(item);
        foreach (var item in items)
            t.S(co, (object)item);
        items = new[] { 1, 2 };
        foreach (long item in items)
            t.S(co, item);
        return "end";
    }
}
