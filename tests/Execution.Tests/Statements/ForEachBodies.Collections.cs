using System.Collections;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class ForEachBodies
{
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
