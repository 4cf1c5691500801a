using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class PointerBodies : Bodies<PointerBodies>
{
    [Coroutine]
    private static unsafe string Stores(Co co, Trace t)
    {
        var handle = System.Runtime.InteropServices.GCHandle.Alloc(new int[3], System.Runtime.InteropServices.GCHandleType.Pinned);
        var p = (int*)handle.AddrOfPinnedObject();
        p[1] = t.S(co, 5);
        *p = t.S(co, 6);
        *(p + 2) += t.S(co, 7);
        p[1] += t.S(co, (int)(p++ - p) + 2);
        var sum = p[-1] + p[0] * t.S(co, 10) + *(p + 1);
        handle.Free();
        return $"{sum}";
    }

    private unsafe struct Pair
    {
        public int X;
        public fixed byte Bytes[4];
    }

    private static unsafe void Add(int* to, int what) => *to += what;

    [Coroutine]
    private static unsafe string AddressesBetween(Co co, Trace t, int start)
    {
        var sum = 0;
        for (var i = 0; i < 3; i++)
        {
            int n = t.S(co, i);
            Add(&n, 5);
            int* p = &n;
            *p *= 2;
            sum += t.V(n);
        }

        Pair pair = default;
        Add(&pair.X, sum);
        pair.Bytes[1] = 7;
        byte* second = pair.Bytes + 1;
        *second += 1;
        var (x, b) = (pair.X, pair.Bytes[1]);
        try
        {
            t.S(co, x + b);
            var copy = start;
            Add(&copy, 1);
            t.Log(copy);
        }
        finally
        {
            sum = t.V(9);
        }

        int* buffer = stackalloc int[2];
        buffer[1] = 3;
        sum += buffer[1];

        t.S(co);
        int last;
        last = 0;
        Add(&last, sum);
        return $"{last}";
    }

    [Coroutine]
    private static string Addresses(Co co, Trace t) => AddressesBetween(co, t, 4);

    [Coroutine]
    private static string NamesLikeOurs(Co co, Trace t) => Named(co, t, 3);

    [Coroutine]
    private static string Named(Co co, Trace t, int __t1)
    {
        {
            var __t2 = 5;
            t.Log(__t2 + __t1);
        }

        return $"{__t1 + t.S(co, 1) * t.S(co, 2)}";
    }

    private unsafe struct Held
    {
        public int Value;
        public int* Pointer;

        public readonly Held Self => this;

        public readonly int Get() => Value;
    }

    [Coroutine]
    private static unsafe string Chosen(Co co, Trace t)
    {
        var text = "";
        t.S(co);
        {
            int a = t.V(1), b = 2;
            var p = t.V(true) ? &a : &b;
            var q = t.V(2) switch { 1 => &a, _ => (&b) };
            int*[] several = [&(a), &b];
            int*[] more = new int*[] { p, q };
            Held held = new() { Pointer = &a };
            Find(&a, out var found);
            var made = Make(&b);
            var ofHeld = &held;
            (*ofHeld).Value = 4;
            ofHeld->Value++;
            text += *p + *q + *several[0] + *more[1] + *held.Pointer + *found + *made.Pointer + ofHeld->Get() + (*ofHeld).Get() + ofHeld->Self.Value;
            text += (*p)++ + " " + ++*p;
        }

        var i = t.S(co, 3);
        fixed (int* z = new[] { 1, 2, 3 })
            text += z[1] + *(z + 2) + i;
        return t.S(co, text);

        static void Find(int* from, out int* to) => to = from;
        static Held Make(int* pointer) => new() { Pointer = pointer };
    }
}
