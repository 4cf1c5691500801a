using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Deviations;

/// <summary>
/// Where C#'s own <c>async</c> does something else than the same body does as plain C#, and CoroGen does not: docs/semantics.md lists the deviations. Each body <c>X</c> has its like
/// <c>XAsync</c>, with <c>await</c> at the same places.
/// </summary>
public sealed partial class DeviationBodies : Bodies<DeviationBodies>
{
    private static int s_number;

    /// <summary>Bodies in which <c>async</c> does what plain C# does: that the others differ is not because of how they are run.</summary>
    [Theory]
    [InlineData(nameof(Order))]
    [InlineData(nameof(InVariable))]
    public void Async_does_what_plain_code_does(string name) => Assert.Equal(Plain(name), Async(name));

    [Theory]
    [InlineData(nameof(StructFieldOfNull))]
    [InlineData(nameof(RefFieldOfNull))]
    [InlineData(nameof(EarlierHoles))]
    [InlineData(nameof(CovariantElement))]
    [InlineData(nameof(ChosenVariable))]
    public void Async_does_not_do_what_plain_code_does(string name) => Assert.NotEqual(Plain(name), Async(name));

    /// <summary>D2. A reference that a method returns cannot be kept: CoroGen refuses it (CORO012), where <c>async</c> copies the value.</summary>
    [Fact]
    public void Async_copies_what_a_reference_refers_to()
    {
        var (plain, machine) = (new Trace(Suspending.Always), new Trace(Suspending.Always));
        s_number = 1;
        Assert.Equal(5, Read(Number(), plain.S(Co.Blocking, s_number = 5)));
        s_number = 1;
        Assert.Equal("1", AsyncTrace.Run(async () => $"{Read(Number(), await machine.Async(s_number = 5))}"));
    }

    [Coroutine]
    private static string Order(Co co, Trace t)
    {
        int[] a = [1, 2, 3];
        var i = 0;
        a[i] += t.S(co, i = 2) * t.V(10);
        return $"{a[0]} {t.S(co, i)}" + $"{a[t.S(co, 2)]}";
    }

    private static async Task<string> OrderAsync(Trace t)
    {
        int[] a = [1, 2, 3];
        var i = 0;
        a[i] += await t.Async(i = 2) * t.V(10);
        return $"{a[0]} {await t.Async(i)}" + $"{a[await t.Async(2)]}";
    }

    [Coroutine]
    private static string InVariable(Co co, Trace t)
    {
        var x = 1;
        return $"{Read(x, t.S(co, x = 5))}";
    }

    private static async Task<string> InVariableAsync(Trace t)
    {
        var x = 1;
        return $"{Read(x, await t.Async(x = 5))}";
    }

    /// <summary>D1.</summary>
    [Coroutine]
    private static string StructFieldOfNull(Co co, Trace t)
    {
        Holder? nothing = null;
        return $"{nothing!.Box.Add(t.S(co, 1))}";
    }

    private static async Task<string> StructFieldOfNullAsync(Trace t)
    {
        Holder? nothing = null;
        return $"{nothing!.Box.Add(await t.Async(1))}";
    }

    /// <summary>D1.</summary>
    [Coroutine]
    private static string RefFieldOfNull(Co co, Trace t)
    {
        Holder? nothing = null;
        return $"{Change(ref nothing!.Number, t.S(co, 1))}";
    }

    private static async Task<string> RefFieldOfNullAsync(Trace t)
    {
        Holder? nothing = null;
        return $"{Change(ref nothing!.Number, await t.Async(1))}";
    }

    /// <summary>D2.</summary>
    [Coroutine]
    private static string ChosenVariable(Co co, Trace t)
    {
        var (x, y) = (1, 2);
        return $"{Read(t.V(true) ? ref x : ref y, t.S(co, x = 5))}";
    }

    private static async Task<string> ChosenVariableAsync(Trace t)
    {
        var (x, y) = (1, 2);
        return $"{Read(t.V(true) ? ref x : ref y, await t.Async(x = 5))}";
    }

    /// <summary>D3.</summary>
    [Coroutine]
    private static string EarlierHoles(Co co, Trace t)
    {
        var counting = new Counting(t);
        return $"{counting}, {t.S(co, "then")}, {counting}";
    }

    private static async Task<string> EarlierHolesAsync(Trace t)
    {
        var counting = new Counting(t);
        return $"{counting}, {await t.Async("then")}, {counting}";
    }

    /// <summary>D6.</summary>
    [Coroutine]
    private static string CovariantElement(Co co, Trace t)
    {
        object[] objects = new string[1];
        Replace(ref objects[0], t.S(co, "x"));
        return "never";
    }

    private static async Task<string> CovariantElementAsync(Trace t)
    {
        object[] objects = new string[1];
        Replace(ref objects[0], await t.Async("x"));
        return "never";
    }

    private static string Plain(string name) => Body.In(typeof(DeviationBodies)).Single(body => body.Name == name).RunBlocking(new Trace(Suspending.Always));

    private static string Async(string name)
    {
        var method = typeof(DeviationBodies).GetMethod(name + "Async", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
        var trace = new Trace(Suspending.Always);
        return Body.Outcome(trace, () => AsyncTrace.Run(() => method.CreateDelegate<Func<Trace, Task<string>>>()(trace)));
    }

    private static ref readonly int Number() => ref s_number;

    private static int Read(in int x, int y) => x + y - y;

    private static int Change(ref int x, int by) => x += by;

    private static void Replace(ref object what, object by) => what = by;

    private struct Box
    {
        public int Value;

        public int Add(int n) => Value += n;
    }

    private sealed class Holder
    {
        public Box Box;
        public int Number;
    }

    private sealed class Counting(Trace t)
    {
        private int _n;

        public override string ToString()
        {
            t.Log("formatted");
            return $"#{_n++}";
        }
    }
}
