using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>Parameters of primary constructors, which coroutines capture as any method does; partial properties; the factory in initializers.</summary>
public sealed partial class PrimaryConstructorBodies : Bodies<PrimaryConstructorBodies>
{
    private partial class Base(Trace t, int size)
    {
        public int Size => size;

        [Coroutine]
        public string Grow(Co co, int by)
        {
            size += t.S(co, by);
            Func<int> later = () => size++;
            t.S(co, size);
            return $"{later()} {size} ";
        }
    }

    private sealed partial class Derived(Trace t, int size, string name) : Base(t, size)
    {
        private readonly Coroutine<string> _made = Named(t, name);

        public partial int Width { get; set; }

        [Coroutine]
        public string Show(Co co)
        {
            name += t.S(co, size);
            Width = t.S(co, 4);
            Width += t.S(co, 5);
            return name + Size + Width + co.Await(_made);
        }

        [Coroutine]
        private static string Named(Co co, Trace t, string name) => t.S(co, name);
    }

    private sealed partial class Derived
    {
        public partial int Width
        {
            get => field * 2;
            set;
        }
    }

    private readonly partial struct Pair(Trace t, int a)
    {
        [Coroutine]
        public int Sum(Co co, int b) => a + t.S(co, b) + a;
    }

    private partial record Both(Trace T, int N)
    {
        [Coroutine]
        public Both Next(Co co) => this with { N = T.S(co, N + 1) };
    }

    [Coroutine]
    private static string Captured(Co co, Trace t)
    {
        var derived = new Derived(t, 1, "name");
        return derived.Grow(co, 2) + derived.Show(co) + derived.Grow(co, 3) + new Pair(t, 5).Sum(co, 6) + new Both(t, 7).Next(co).Next(co).N;
    }
}
