using System.Runtime.InteropServices;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>Pointers to memory that stays where it is live across suspensions.</summary>
public sealed partial class UnsafeBodies : Bodies<UnsafeBodies>
{
    [Coroutine]
    private static unsafe string Members(Co co, Trace t)
    {
        var plates = (Plate*)NativeMemory.AllocZeroed(4, (nuint)sizeof(Plate));
        plates->Size = t.S(co, 3);
        plates->Size += t.S(co, 4);
        (plates + 1)->Size = 5;
        var sum = plates->Add(t.S(co, 6)) + plates[t.S(co, 1)].Add(7);
        plates[1].Size -= t.S(co, 1);
        var text = $"{sum} {plates[1].Size} {(long)(plates + 1) - (long)plates}";
        NativeMemory.Free(plates);
        return text;
    }

    [Coroutine]
    private static string InPlainMethod(Co co, Trace t)
    {
        nint memory;
        unsafe
        {
            memory = (nint)NativeMemory.AllocZeroed(8);
            *(int*)memory = t.S(co, 3);
        }

        t.S(co);
        unsafe
        {
            int* p = (int*)memory;
            p[1] = *p + t.S(co, 2);
            var text = $"{p[1]}";
            NativeMemory.Free(p);
            return text;
        }
    }

    [Coroutine]
    private static unsafe string FixedBetween(Co co, Trace t)
    {
        var buffer = default(Buffer);
        for (var i = 0; i < 3; i++)
        {
            buffer.Items[i] = (byte)(i + 1);
            t.S(co, i);
        }

        int[] items = [t.S(co, 1), 2];
        fixed (int* p = items)
        fixed (char* c = "text")
        {
            p[0] += c[1];
        }

        t.S(co);
        Span<int> span = stackalloc int[] { 1, 2 };
        return $"{items[0]} {buffer.Items[2]} {span[1]}";
    }

    private struct Plate
    {
        public int Size;

        public int Add(int n) => Size += n;
    }

    private unsafe struct Buffer
    {
        public fixed byte Items[4];
    }
}
