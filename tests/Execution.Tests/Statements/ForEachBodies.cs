using System.Collections;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class ForEachBodies : Bodies<ForEachBodies>
{
    [Coroutine]
    private static string ArraysChosenBySuspensions(Co co, Trace t)
    {
        int[]? none = null;
        foreach (long x in t.V(true) ? [1, 2] : t.S(co, new[] { 3 }))
            t.S(co, x);
        foreach (var x in (none ?? t.S(co, new[] { 4 })))
            t.S(co, x);
        foreach (var c in t.V(1) switch { 1 => t.S(co, "ab"), _ => "c" })
            t.S(co, c);
        return "done";
    }

    [Coroutine]
    private static string ArrayWhoseVariableIsReassigned(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        foreach (var item in items)
        {
            t.S(co, item);
            if (items.Length > 2)
                items[2] = 30;
            items = [7, 8];
        }

        return $"{items.Length}";
    }

    [Coroutine]
    private static string ArrayFromSuspension(Co co, Trace t)
    {
        var sum = 0;
        foreach (var item in t.S(co, new[] { 1, 2, 3 }))
            sum += t.S(co, item);
        foreach (var item in t.S(co, new[] { 1, 2, 3 }))
            sum += item;
        return $"{sum}";
    }

    [Coroutine]
    private static string ElementConversion(Co co, Trace t)
    {
        foreach (long item in new[] { 1, 2 })
            t.Log(t.S(co, item).GetType());
        foreach (int item in new[] { 1L, 2L })
            t.Log(t.S(co, item).GetType());
        foreach (object item in new[] { 'a', 'b' })
            t.Log(t.S(co, item).GetType());
        foreach (string item in new object[] { "a", 2 })
            t.S(co, item);
        return "never";
    }

    [Coroutine]
    private static string ElementConversionByUser(Co co, Trace t)
    {
        foreach (Meters item in new List<int> { 1, 2 })
            t.S(co, item);
        foreach (byte item in new ArrayList { (byte)1, 2 })
            t.S(co, item);
        return "never";
    }

    private sealed record Meters(int Value)
    {
        public static implicit operator Meters(int value) => new(value);
    }

    [Coroutine]
    private static string MultiDimensionalArray(Co co, Trace t)
    {
        var grid = new[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        foreach (var cell in grid)
        {
            t.S(co, cell);
            grid[1, 2] = 60;
            if (cell == 4)
                grid = new int[1, 1];
        }

        return "end";
    }

    [Coroutine]
    private static string JaggedArray(Co co, Trace t)
    {
        foreach (var row in new int[][] { [1, 2], [], [3] })
        {
            foreach (var cell in row)
                t.S(co, cell);
            t.Log("row");
        }

        return "end";
    }

    [Coroutine]
    private static string Text(Co co, Trace t)
    {
        var text = "abc";
        foreach (var c in text)
        {
            text += t.S(co, c);
            if (c == 'b')
                continue;
            t.Log(c);
        }

        foreach (int c in t.S(co, text))
            t.S(co, c);
        return text;
    }
}
