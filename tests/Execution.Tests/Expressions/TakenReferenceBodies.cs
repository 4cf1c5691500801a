using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>References, <c>stackalloc</c> and pointers whose parts suspend: they are taken afterwards.</summary>
public sealed partial class TakenReferenceBodies : Bodies<TakenReferenceBodies>
{
    [Coroutine]
    private static string RefLocals(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        ref var first = ref items[t.S(co, 0)];
        first = 10;
        ref var second = ref Element(t, t.V(items), t.S(co, 1));
        second += 5;
        second = ref items[t.V(0) + t.S(co, 2)];
        second = 30;
        ref readonly var third = ref Element(t, t.S(co, items), 2);
        t.Log(third);
        try
        {
            ref var none = ref items[t.S(co, 5)];
            none = 1;
        }
        catch (IndexOutOfRangeException)
        {
            t.Log("out of range");
        }

        return string.Join(" ", items);
    }

    [Coroutine]
    private static string RefArguments(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        Add(ref Element(t, items, t.S(co, 1)), t.V(5));
        Add(ref items[t.S(co, 2)], t.S(co, 7));
        t.Log(Read(in Element(t, items, t.S(co, 0))));
        Element(t, items, t.S(co, 0)) = t.V(8);
        Element(t, items, t.S(co, 0))++;
        Element(t, items, t.S(co, 0)) += t.V(3);
        return string.Join(" ", items);
    }

    [Coroutine]
    private static string RefConditionals(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        var other = 4;
        (t.S(co, true) ? ref items[0] : ref other) = 10;
        (t.V(false) ? ref items[t.S(co, 0)] : ref other) += 6;
        (t.V(true) ? ref items[t.S(co, 1)] : ref items[t.S(co, 2)])++;
        ref var chosen = ref (t.S(co, false) ? ref items[0] : ref (t.S(co, true) ? ref items[t.S(co, 2)] : ref other));
        chosen = 33;
        Add(ref (t.S(co, other > 9) ? ref other : ref items[t.S(co, 0)]), 100);
        var value = t.V(true) ? ref items[t.S(co, 1)] : ref other;
        var sum = (t.V(true) ? ref items[t.S(co, 1)] : ref other) + t.S(co, items[1] = 0);
        ref readonly var constant = ref (t.V(true) ? ref Constant(t.S(co, 1)) : ref other);
        t.Log(constant);
        return $"{string.Join(" ", items)} {other} {value} {sum}";
    }

    [Coroutine]
    private static string StructsBehindReferences(Co co, Trace t)
    {
        Counter[] counters = [default, default];
        var other = default(Counter);
        At(counters, t.S(co, 0)).Add(t.V(3));
        (t.V(true) ? ref counters[t.S(co, 1)] : ref other).Add(4);
        (t.S(co, false) ? ref counters[1] : ref other).Value = 5;
        return $"{counters[0].Value} {counters[1].Value} {other.Value}";
    }

    [Coroutine]
    private static string StackAllocated(Co co, Trace t)
    {
        Span<int> items = stackalloc int[t.S(co, 3)];
        items[0] = t.V(7);
        t.Log(items.Length + items[0]);
        Span<int> filled = stackalloc int[] { 1, t.S(co, 2), t.V(3) };
        t.Log(Sum(filled));
        ReadOnlySpan<int> more = stackalloc[] { t.V(4), t.S(co, 5) };
        t.Log(Sum(more));
        t.Log(Sum(stackalloc int[] { t.S(co, 6), t.S(co, 7) }));
        t.Log(Sum(stackalloc int[t.S(co, 2)]));
        unsafe
        {
            var p = stackalloc int[t.S(co, 2)];
            p[0] = p[1] = 8;
            t.Log(p[0] + p[1]);
            int* q = stackalloc int[] { t.S(co, 9), t.V(10) };
            t.Log(q[0] + q[1]);
        }

        return "end";
    }

    [Coroutine]
    private static unsafe string Pointers(Co co, Trace t)
    {
        var memory = System.Runtime.InteropServices.GCHandle.Alloc(new int[6], System.Runtime.InteropServices.GCHandleType.Pinned);
        var start = (int*)memory.AddrOfPinnedObject();
        var p = start;
        *(p + t.S(co, 1)) = 5;
        *(p + t.S(co, 1)) += t.V(2);
        t.Log(*(p++ + t.S(co, 1)));
        t.Log(*&p[t.S(co, 0)]);
        int* q = &start[t.S(co, 2)];
        *q = 9;
        var points = (Point*)start;
        points->X = t.S(co, (int)(points++ - (Point*)start) + 11);
        (points + t.S(co, 1))->Y = t.V(12);
        points->Y = points[-1].X + t.S(co, (--points)->X);
        (points + t.S(co, 0))->Move(t.S(co, 100));
        t.Log((points + t.S(co, 0))->X);
        var all = string.Join(" ", (int[])memory.Target!);
        memory.Free();
        return all;
    }

    [Coroutine]
    private static string Pinned(Co co, Trace t)
    {
        unsafe
        {
            fixed (int* p = t.S(co, new[] { 1, 2 }), q = &t.S(co, new[] { 3, 4 })[t.S(co, 1)])
            {
                t.Log(p[1] + *q);
            }

            int[] items = [5, 6];
            fixed (int* p = &items[t.S(co, 1)])
                *p = t.V(7);
            fixed (char* c = t.S(co, Text(out var length)))
                t.Log($"{c[1]} {length}");
            return $"{items[1]} {t.S(co, "end")}";
        }
    }

    private static string Text(out int length)
    {
        length = 3;
        return "abc";
    }

    private static ref int Element(Trace t, int[] items, int index)
    {
        t.Log($"element {index}");
        return ref items[index];
    }

    private static ref Counter At(Counter[] counters, int index) => ref counters[index];

    private static ref readonly int Constant(int value) => ref (value == 1 ? ref s_one : ref s_two);

    private static readonly int s_one = 1;
    private static readonly int s_two = 2;

    private static void Add(ref int variable, int amount) => variable += amount;

    private static int Read(in int variable) => variable;

    private static int Sum(ReadOnlySpan<int> items)
    {
        var sum = 0;
        foreach (var item in items)
            sum += item;
        return sum;
    }

    private struct Counter
    {
        public int Value;

        public void Add(int amount) => Value += amount;
    }

    private struct Point
    {
        public int X;
        public int Y;

        public void Move(int distance) => X += distance;
    }

    [Coroutine]
    private static string AssignedAfterItIsRead(Co co, Trace t)
    {
        var x = 9;
        var text = Assign(out x, Read(in x, t.S(co, 1)));
        return $"{text} {x}";
    }

    private static string Assign(out int target, string read)
    {
        target = 1;
        return read;
    }

    private static string Read(in int value, int other) => $"{value} {other}";
}
