using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>Types that have a length and an indexer with numbers, which C# gives indices and ranges.</summary>
public sealed partial class IndexBodies : Bodies<IndexBodies>
{
    private sealed class Row(Trace t)
    {
        private readonly int[] _items = [10, 20, 30, 40];

        public int Length
        {
            get
            {
                t.Log("length");
                return _items.Length;
            }
        }

        public int this[int index]
        {
            get
            {
                t.Log($"get {index}");
                return _items[index];
            }
            set
            {
                t.Log($"set {index} to {value}");
                _items[index] = value;
            }
        }

        public string Slice(int start, int length)
        {
            t.Log($"slice {start} {length}");
            return string.Join(",", _items.AsSpan(start, length).ToArray());
        }
    }

    private static Row Get(Row row, Trace t)
    {
        t.Log("row");
        return row;
    }

    [Coroutine]
    private static string Reads(Co co, Trace t)
    {
        var row = new Row(t);
        Index last = ^1;
        var a = Get(row, t)[^t.S(co, 1)] + Get(row, t)[^2] + t.S(co, 1) + Get(row, t)[last] + row[t.S(co, last)];
        return $"{a}";
    }

    [Coroutine]
    private static string Assignments(Co co, Trace t)
    {
        var row = new Row(t);
        Index last = ^1;
        Get(row, t)[^1] = t.S(co, 1);
        Get(row, t)[^t.S(co, 2)] = t.S(co, 2);
        Get(row, t)[last] = t.S(co, 3);
        Get(row, t)[t.S(co, last)] = t.V(4);
        return "end";
    }

    [Coroutine]
    private static string CompoundAssignments(Co co, Trace t)
    {
        var row = new Row(t);
        Index last = ^1;
        Get(row, t)[^1] += t.S(co, 1);
        Get(row, t)[^t.S(co, 2)] += t.S(co, 2);
        Get(row, t)[last] += t.S(co, 3);
        Get(row, t)[t.S(co, last)] -= t.V(4);
        Get(row, t)[t.S(co, last)] -= t.S(co, 4);
        Get(row, t)[^t.S(co, 2)]++;
        return $"{--Get(row, t)[t.S(co, last)]}";
    }

    [Coroutine]
    private static string Ranges(Co co, Trace t)
    {
        var row = new Row(t);
        Range middle = 1..^1;
        return $"{Get(row, t)[t.S(co, 1)..^t.S(co, 1)]} {Get(row, t)[..t.S(co, 2)]} {Get(row, t)[t.S(co, middle)]} {Get(row, t)[^t.S(co, 2)..]} {Get(row, t)[middle]}{t.S(co, 5)}";
    }

    [Coroutine]
    private static string Deconstructed(Co co, Trace t)
    {
        var row = new Row(t);
        (Get(row, t)[^t.S(co, 1)], Get(row, t)[^2]) = (t.S(co, 1), t.S(co, 2));
        return row is [var first, .. var rest, var end] && t.S(co, first) < end ? rest : "none";
    }

    [Coroutine]
    private static string BehindANullCheck(Co co, Trace t)
    {
        Row? row = new Row(t);
        row?[^t.S(co, 1)] += t.S(co, 5);
        row?[^1] = t.S(co, 6);
        var read = row?[^t.S(co, 1)];
        row = null;
        row?[^t.S(co, 1)] += t.S(co, 5);
        return $"{read}";
    }
}
