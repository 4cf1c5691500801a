using System.Runtime.CompilerServices;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary><c>checked</c>, <c>unsafe</c>, <c>lock</c>, and what refers to the stack.</summary>
public sealed partial class ContextBodies : Bodies<ContextBodies>
{
    [Coroutine]
    private static string Checked(Co co, Trace t)
    {
        var big = int.MaxValue;
        checked
        {
            t.S(co, big);
            try
            {
                big = t.S(co, big) + t.S(co, 1);
            }
            catch (OverflowException)
            {
                t.S(co, "overflow");
            }

            try
            {
                big++;
            }
            catch (OverflowException)
            {
                t.Log("overflow in place");
            }

            unchecked
            {
                t.S(co, big + t.S(co, 1));
                t.Log(big + 1);
            }

            var small = (byte)t.S(co, 255);
            t.Log(small);
            small += (byte)t.S(co, 1);
        }

        return "never";
    }

    [Coroutine]
    private static string CheckedWithJumps(Co co, Trace t)
    {
        for (var i = 0; ; i++)
        {
            checked
            {
                if (t.S(co, i) == 0)
                    continue;
                var x = int.MaxValue - 3;
                while (true)
                {
                    x += t.S(co, i);
                    if (i == 1)
                        break;
                }
            }

            var y = int.MaxValue;
            y += t.S(co, 1);
            t.Log(y);
        }
    }

    [Coroutine]
    private static string UncheckedStatement(Co co, Trace t)
    {
        var x = int.MaxValue;
        unchecked
        {
            x += t.S(co, 1);
            t.S(co, x);
            checked
            {
                foreach (var n in new[] { 1L, long.MaxValue })
                    x = (int)t.S(co, n);
            }
        }

        return $"{x}";
    }

    [Coroutine]
    private static string UncheckedConstants(Co co, Trace t)
    {
        unchecked
        {
            var x = (int)0xFFFF_FFFFu;
            t.S(co, x);
            foreach (var n in new[] { (int)0x8000_0000u, 1 })
                x += t.S(co, n) - (int)0x8000_0000u;
            Func<int> minus = () => (int)0xFFFF_FFFEu;
            try
            {
                checked
                {
                    x = int.MaxValue;
                    t.Log(unchecked(x + 1 + t.S(co, (int)0xFFFF_FFF0u)));
                    t.Log(t.S(co, x) + unchecked(t.S(co, x) * (byte)300) + t.V(x));
                }
            }
            catch (OverflowException) when (minus() == (int)0xFFFF_FFFEu)
            {
                x = (int)0xFFFF_FFFDu;
            }
            finally
            {
                t.Log(x + (int)0x8000_0000u);
            }

            return (int)0xFFFF_FFFFu switch { -1 when t.S(co, (byte)511) == 255 => $"{x}", _ => "none" };
        }
    }

    [Coroutine]
    private static unsafe string UnsafeMethod(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        t.S(co, 1);
        fixed (int* p = items)
        {
            p[1] = 20;
            *(p + 2) = sizeof(long);
        }

        t.S(co, items[1]);
        int* q = stackalloc int[2];
        q[0] = 5;
        t.Log(q[0]);
        t.S(co, 2);
        fixed (char* c = "text")
            t.Log(c[1]);
        return $"{items[2]}";
    }

    [Coroutine]
    private static string UnsafeBlock(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        unsafe
        {
            t.S(co, 1);
            fixed (int* p = &items[1])
                *p = 20;
            t.S(co, items[1]);
            delegate*<int, int> twice = &Twice;
            t.Log(twice(4));
        }

        t.S(co, 2);
        return $"{items[1]}";
    }

    private static int Twice(int n) => 2 * n;

    [Coroutine]
    private static unsafe string PointerAcross(Co co, Trace t)
    {
        var memory = (int*)System.Runtime.InteropServices.NativeMemory.Alloc(8);
        try
        {
            var five = t.S(co, 5);
            memory[0] = five;
            memory[1] = 6;
            t.S(co, memory[0]);
            return $"{memory[0] + memory[1]}";
        }
        finally
        {
            System.Runtime.InteropServices.NativeMemory.Free(memory);
        }
    }

    [Coroutine]
    private static string LockWithSuspendingOperand(Co co, Trace t)
    {
        var gate = new object();
        lock (t.S(co, gate))
        {
            t.Log(Monitor.IsEntered(gate));
        }

        t.Log(Monitor.IsEntered(gate));
        lock (gate)
            t.Log("plain");
        lock (t.S(co, (object)"text"))
            return t.V("returned inside");
    }

    [Coroutine]
    private static string LockObject(Co co, Trace t)
    {
        var gate = new Lock();
        t.S(co, 1);
        lock (gate)
            t.Log(gate.IsHeldByCurrentThread);
        t.S(co, 2);
        lock (t.S(co, gate))
            t.Log(gate.IsHeldByCurrentThread);
        return $"{gate.IsHeldByCurrentThread}";
    }

    [Coroutine]
    private static string LockOnNull(Co co, Trace t)
    {
        try
        {
            lock (t.S(co, (object?)null)!)
                t.Log("never");
        }
        catch (ArgumentNullException)
        {
            return t.S(co, "null");
        }

        return "never";
    }
}
