using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>Static members of interfaces, reached through a type parameter.</summary>
public sealed partial class StaticInterfaceBodies : Bodies<StaticInterfaceBodies>
{
    private partial interface IMaker<TSelf>
        where TSelf : IMaker<TSelf>
    {
        static abstract TSelf operator +(TSelf a, TSelf b);

        [Coroutine]
        static abstract TSelf Make(Co co, Trace t, int n);

        [Coroutine]
        static virtual string Describe(Co co, Trace t, TSelf made) => t.S(co, $"made {made}");

        [Coroutine]
        sealed string Twice(Co co, Trace t) => t.S(co, $"{this}{this}");
    }

    private sealed partial record Plate(int Size) : IMaker<Plate>
    {
        public static Plate operator +(Plate a, Plate b) => new(a.Size + b.Size);

        [Coroutine]
        public static Plate Make(Co co, Trace t, int n) => new(t.S(co, n));
    }

    private readonly partial record struct Cup(int Size) : IMaker<Cup>
    {
        public static Cup operator +(Cup a, Cup b) => new(a.Size * b.Size);

        [Coroutine]
        static Cup IMaker<Cup>.Make(Co co, Trace t, int n) => new(t.S(co, 10 * n));

        [Coroutine]
        public static string Describe(Co co, Trace t, Cup made)
        {
            t.S(co, made.Size);
            return "a cup";
        }
    }

    [Coroutine]
    private static string MakeTwo<T>(Co co, Trace t)
        where T : IMaker<T>
    {
        var first = T.Make(co, t, t.S(co, 1));
        var second = co.Await(co.Launch(T.Make(t, 2)));
        var both = first + T.Make(co, t, 3) + t.S(co, second);
        Func<Trace, T, Coroutine<string>> describe = T.Describe;
        return T.Describe(co, t, both) + co.Await(describe(t, second)) + both.Twice(co, t);
    }

    [Coroutine]
    private static string ThroughATypeParameter(Co co, Trace t) => MakeTwo<Plate>(co, t) + MakeTwo<Cup>(co, t);
}
