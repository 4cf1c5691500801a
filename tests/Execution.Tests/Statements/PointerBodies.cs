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
}
