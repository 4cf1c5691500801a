using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class ResultBodies : Bodies<ResultBodies>
{
    private struct Big
    {
        public long A, B, C, D;
    }

    [Coroutine]
    private static int Int(Co co, Trace t) => t.S(co, 1);

    [Coroutine]
    private static int? Nullable(Co co, Trace t, bool isNull) => isNull ? null : t.S(co, 1);

    [Coroutine]
    private static int? Widened(Co co, Trace t) => t.S(co, 1);

    [Coroutine]
    private static string? Text(Co co, Trace t) => t.S<string?>(co, null);

    [Coroutine]
    private static (int Number, string Text) Tuple(Co co, Trace t) => (t.S(co, 1), t.S(co, "a"));

    [Coroutine]
    private static int[] Array(Co co, Trace t) => [t.S(co, 1), 2];

    [Coroutine]
    private static string?[][,] Arrays(Co co, Trace t) => [new[,] { { t.S(co, "a"), null } }];

    [Coroutine]
    private static T Same<T>(Co co, Trace t, T value) => t.S(co, value);

    [Coroutine]
    private static T? Default<T>(Co co, Trace t)
    {
        t.S(co, typeof(T));
        return default;
    }

    [Coroutine]
    private static Big Struct(Co co, Trace t)
    {
        Big big;
        big.A = t.S(co, 1);
        big.B = big.C = 2;
        big.D = t.S(co, big.A);
        return big;
    }

    [Coroutine]
    private static DayOfWeek Enum(Co co, Trace t) => t.S(co, DayOfWeek.Friday);

    [Coroutine]
    private static dynamic Dynamic(Co co, Trace t) => t.S(co, "dynamic");

    [Coroutine]
    private static object Boxed(Co co, Trace t) => t.S(co, 1);

    [Coroutine]
    private static long Converted(Co co, Trace t)
    {
        if (t.S(co, false))
            return t.S(co, 'a');
        return t.S(co, 1);
    }

    [Coroutine]
    private static Func<int, int> Function(Co co, Trace t)
    {
        var n = t.S(co, 1);
        return m => n++ + m;
    }

    [Coroutine]
    private static Coroutine<int> CoroutineOfInt(Co co, Trace t)
    {
        t.S(co, "outer");
        return Int(t);
    }

    [Coroutine]
    private static IEnumerable<int> Sequence(Co co, Trace t) => t.S(co, Enumerable.Range(0, 2));

    [Coroutine]
    private static void Void(Co co, Trace t) => t.S(co);

    [Coroutine]
    private static string OfEveryType(Co co, Trace t)
    {
        Void(co, t);
        var (number, text) = Tuple(co, t);
        var big = Struct(co, t);
        return $"{Int(co, t)} {Nullable(co, t, true)} {Nullable(co, t, false)} {Widened(co, t)} {Text(co, t)} {number} {text} {Tuple(co, t).Number} "
            + $"{Array(co, t)[0]} {Arrays(co, t)[0][0, 0]} {Same(co, t, 'x')} {Same<string?>(co, t, null)} {Default<int>(co, t)} {Default<int[]>(co, t)} "
            + $"{big.A + big.D} {Enum(co, t)} {Dynamic(co, t).Length} {Boxed(co, t).GetType()} {Converted(co, t)} {Function(co, t)(2)} "
            + $"{co.Await(CoroutineOfInt(co, t))} {string.Concat(Sequence(co, t))}";
    }

    [Coroutine]
    private static string OfEveryFactory(Co co, Trace t)
    {
        co.Await(Void(t));
        return $"{co.Await(Int(t))} {co.Await(Nullable(t, true))} {co.Await(Tuple(t)).Text} {co.Await(Array(t))[0]} {co.Await(Same(t, "g"))} "
            + $"{co.Await(Struct(t)).B} {co.Await(Enum(t))} {co.Await(Dynamic(t))} {co.Await(co.Await(CoroutineOfInt(t)))}";
    }

    [Coroutine]
    private static string Discarded(Co co, Trace t)
    {
        Int(co, t);
        _ = Tuple(co, t);
        _ = Dynamic(co, t);
        Struct(co, t);
        (_, var text) = Tuple(co, t);
        return text;
    }
}
