using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

internal static partial class TextExtensions
{
    [Coroutine]
    public static string Repeat(this string text, Co co, Trace t, int times = 2)
    {
        var result = "";
        for (var i = 0; i < times; i++)
            result += t.S(co, text);
        return result;
    }

    [Coroutine]
    public static T Pick<T>(this IReadOnlyList<T> items, Co co, Trace t, params int[] path)
    {
        T picked = default!;
        foreach (var index in path)
            picked = t.S(co, items[index]);
        return picked;
    }

    [Coroutine]
    public static int Count(this (int From, int To) range, Co co, Trace t) => t.S(co, range.To) - range.From;
}

public sealed partial class ExtensionBodies : Bodies<ExtensionBodies>
{
    [Coroutine]
    private static string BothForms(Co co, Trace t) =>
        "a".Repeat(co, t) + TextExtensions.Repeat("b", co, t, times: 1) + t.S(co, "c").Repeat(co, t, t.S(co, 3)).Repeat(co, t, 1)
        + TextExtensions.Repeat(text: t.S(co, "d"), times: 1, co: co, t: t) + TextExtensions.Repeat(t: t, co: co, text: t.S(co, "e"));

    [Coroutine]
    private static string Generic(Co co, Trace t)
    {
        List<int> numbers = [1, 2, 3];
        string[] words = ["x", "y"];
        return $"{numbers.Pick(co, t, 2, 1)} {words.Pick(co, t, t.S(co, 0))} {words.Pick<object>(co, t, 1)} {(t.S(co, 1), 5).Count(co, t)}";
    }

    [Coroutine]
    private static string Factories(Co co, Trace t)
    {
        var a = co.Launch("a".Repeat(t));
        var b = TextExtensions.Repeat("b", t, times: 1);
        Func<Trace, int, Coroutine<string>> bound = "c".Repeat;
        Func<string, Trace, int, Coroutine<string>> open = TextExtensions.Repeat;
        return co.Await(a) + co.Await(b) + co.Await(bound(t, 1)) + co.Await(open("d", t, 1));
    }

    [Coroutine]
    private static string Conditional(Co co, Trace t)
    {
        string? none = null;
        return none?.Repeat(co, t) + t.S(co, "a")?.Repeat(co, t, 1) + (none ?? "b".Repeat(co, t));
    }

    [Coroutine]
    private static string NullReceiver(Co co, Trace t)
    {
        int[]? none = null;
        return $"{none!.Pick(co, t)} {none!.Pick(co, t, 1)}";
    }
}
