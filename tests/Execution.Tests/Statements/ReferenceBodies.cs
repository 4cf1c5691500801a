using System.Runtime.CompilerServices;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>References and ref structs between two suspensions, in every kind of scope.</summary>
public sealed partial class ReferenceBodies : Bodies<ReferenceBodies>
{
    private ref struct Holder
    {
        public ref int Item;
        public Span<int> Items;

        public readonly int Sum() => Item + Items.Length;
    }

    private sealed class Cells(int[] items)
    {
        private int _index = -1;

        public ref int Current => ref items[_index];

        public Cells GetEnumerator() => this;

        public bool MoveNext() => ++_index < items.Length;
    }

    [InlineArray(4)]
    private struct Four
    {
        private int _first;
    }

    private static ref int Pick(Trace t, int[] items, int index)
    {
        t.Log($"pick {index}");
        return ref items[index];
    }

    private static bool TryTail(int[] items, out Span<int> tail)
    {
        tail = items.AsSpan(1);
        return tail.Length > 0;
    }

    [Coroutine]
    private static string InTry(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        try
        {
            Span<int> all = items;
            all[0] = 5;
            t.S(co, all[0]);
            all = items.AsSpan(1);
            all[0] = 6;
            t.Throw<int>(co, "x");
        }
        catch (InvalidOperationException e)
        {
            ref var last = ref items[^1];
            last += e.Message.Length;
            t.S(co, last);
        }
        finally
        {
            Span<int> all = items;
            all[1]++;
            t.S(co, all[1]);
        }

        return string.Join(" ", items);
    }

    [Coroutine]
    private static string InSwitch(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        for (var i = 0; i < 3; i++)
        {
            switch (t.S(co, i))
            {
                case 0:
                    var all = items.AsSpan();
                    all.Reverse();
                    t.S(co);
                    break;
                case 1:
                    all = items.AsSpan(2);
                    t.Log(all.Length);
                    break;
                default:
                    ref var first = ref items[0];
                    first = 9;
                    t.S(co);
                    break;
            }
        }

        return string.Join(" ", items);
    }

    [Coroutine]
    private static string Patterns(Co co, Trace t)
    {
        int[] items = [1, 2, 3, 1];
        var text = t.S(co, "xyz");
        if (items.AsSpan() is [var first, .. var middle, var last] && first == last)
        {
            middle[0] = 7;
            t.S(co, first);
        }

        if (items.AsSpan() is not [1, .. var tail])
            return "never";
        t.Log(tail.Length);
        t.S(co);
        switch (text.AsSpan())
        {
            case "abc":
                return "never";
            case ['x', .. var rest] when t.V(rest.Length) == 2:
                t.S(co, rest.ToString());
                break;
        }

        var number = text.AsSpan() switch
        {
            "a" => t.S(co, 1),
            [_, .. { Length: var length } end] => length + end.Length,
            _ => t.S(co, 2),
        };
        if (TryTail(items, out var found) && found.Length == t.V(3))
            t.S(co, found[0]);
        return $"{number} {items[1]}";
    }

    [Coroutine]
    private static string Fields(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        t.S(co);
        var holder = new Holder { Item = ref items[0], Items = items };
        holder.Item = 5;
        t.S(co, holder.Sum());
        holder = new Holder { Item = ref items[1] };
        holder.Item = ref items[2];
        t.S(co, holder.Sum());
        scoped Span<int> numbers = stackalloc int[3];
        numbers[1] = 4;
        numbers = numbers[1..];
        ref readonly var four = ref numbers[0];
        t.Log(four);
        four = ref items[0];
        t.S(co, four);
        return string.Join(" ", items);
    }

    [Coroutine]
    private static string InlineArrayParts(Co co, Trace t)
    {
        Four four = default;
        Span<int> all = four;
        all[1] = 2;
        t.S(co, four[1]);
        ref var third = ref four[2];
        third = 3;
        t.S(co, four[2]);
        foreach (ref var n in four)
            n++;
        return $"{four[0]}{four[1]}{t.S(co, four[2])}";
    }

    [Coroutine]
    private static string IterationByReference(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        foreach (ref var item in new Cells(items))
        {
            item *= 2;
            if (t.S(co, item) == 4)
                break;
        }

        foreach (ref readonly var item in new Cells(items))
        {
            t.Log(item);
            t.S(co);
        }

        return string.Join(" ", items);
    }

    [Coroutine]
    private static string TargetsSuspend(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        ref var one = ref items[t.S(co, 0)];
        one = 4;
        one = ref t.S(co, items)[t.S(co, 1)];
        one = 5;
        one = ref Pick(t, items, t.S(co, 2));
        one = 6;
        Pick(t, items, t.S(co, 0)) += 10;
        one = ref t.S(co, true) ? ref items[0] : ref items[1];
        one++;
        ref var other = ref Pick(t, t.S(co, items), 1);
        other = 8;
        t.S(co);
        other = ref items[t.S(co, 5)];
        return "never" + other;
    }

    [Coroutine]
    private static unsafe string StackMemory(Co co, Trace t)
    {
        Span<int> sized = stackalloc int[t.S(co, 2)];
        sized[1] = 1;
        t.Log(sized.Length + sized[1]);
        Span<int> listed = stackalloc int[] { t.S(co, 1), t.V(2), t.S(co, 3) };
        t.Log(listed[0] + listed[1] + listed[2]);
        ReadOnlySpan<int> implicitly = stackalloc[] { t.S(co, 4), t.S(co, 5) };
        t.Log(implicitly[1]);
        Span<int> collected = [t.S(co, 6), t.V(7)];
        t.Log(collected[0] + collected[1]);
        int* pointer = stackalloc int[t.S(co, 3)];
        pointer[2] = 8;
        t.S(co, pointer[2]);
        return "end";
    }
}
