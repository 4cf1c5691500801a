using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>Calls of other kinds than methods with plain parameters.</summary>
public sealed partial class ArgumentBodies : Bodies<ArgumentBodies>
{
    private delegate int Optional(int a, int b = 7);

    private event Action<int>? Raised;

    [Coroutine]
    private static string ParamsCollections(Co co, Trace t) =>
        Sum() + Sum(t.S(co, 1)) + Sum(t.V(1), t.S(co, 2), t.V(3)) + Sum([t.S(co, 4), 5])
        + Join(t.S(co, "a"), "b") + Join([t.S(co, "c")]) + Each(t.V(1), t.S(co, 2));

    [Coroutine]
    private static string ArgLists(Co co, Trace t) => $"{Count(__arglist(t.V(1), t.S(co, "two")))} {Count(__arglist())}";

    [Coroutine]
    private static unsafe string FunctionPointers(Co co, Trace t)
    {
        delegate*<int, int, int> f = &Subtract;
        var first = f(t.V(5), t.S(co, 3));
        f = first > 0 ? &Add : f;
        return $"{first} {f(t.S(co, 1), t.S(co, 2))}";
    }

    [Coroutine]
    private static string Events(Co co, Trace t)
    {
        var bodies = new ArgumentBodies();
        bodies.Raised?.Invoke(t.S(co, 1));
        bodies.Raised += n => t.Log($"raised {n}");
        bodies.Raised?.Invoke(t.S(co, 2));
        bodies.Raised!(t.S(co, 3));
        return "done";
    }

    [Coroutine]
    private static string LocalFunctions(Co co, Trace t)
    {
        var n = 1;
        var first = Local(t.V(2), t.S(co, 3));
        n = 5;
        return $"{first} {Local(t.S(co, 4), n)}";

        int Local(int a, int b) => n * 100 + a * 10 + b;
    }

    [Coroutine]
    private static string Extensions(Co co, Trace t)
    {
        int[] items = [3, 1, 2];
        return items.Append(t.S(co, 4)).Skip(t.S(co, 1)).Last() + t.S(co, items).Order().First() + "text".Tail(t.S(co, 2));
    }

    [Coroutine]
    private static string ConditionalElements(Co co, Trace t)
    {
        int[]? none = null;
        int[]? items = [1, 2, 3];
        return $"{none?[t.S(co, 0)]} {items?[t.S(co, 1)]} {t.S(co, items)?[^t.S(co, 1)]}";
    }

    [Coroutine]
    private static string DynamicCalls(Co co, Trace t)
    {
        dynamic list = new List<int> { 1, 2 };
        list[t.V(0)] = t.S(co, 5);
        list[0] += t.S(co, 6);
        list.Add(t.S(co, 7));
        dynamic f = new Func<int, int>(n => n + 1);
        dynamic sum = list[t.S(co, 0)] + t.S(co, 1);
        dynamic made = new string(t.S(co, 'x'), 2);
        return $"{list[0]} {list.Count} {f(t.S(co, 1))} {sum} {made} {Twice(list.Count, t.S(co, 2))}";
    }

    [Coroutine]
    private static string LambdasAndGroups(Co co, Trace t)
    {
        Func<int, int, int> f = Subtract;
        var n = t.S(co, 5);
        var twice = (int a) => a * 2 + n;
        Optional optional = (a, b) => a + b;
        return $"{twice(t.S(co, 4))} {optional(t.S(co, 1))} {f(t.S(co, 9), t.S(co, 4))} {new Func<int, int, int>(Add)(1, t.S(co, 2))} {new Func<int, int>(n => n + 1)(t.S(co, 3))}";
    }

    [Coroutine]
    private static string NestedGenerics(Co co, Trace t) => Pair<List<int>, (int, string)>([t.S(co, 1)], (t.S(co, 2), "x")) + Pair(t.S(co, 'c'), default(int?));

    private static string Sum(params ReadOnlySpan<int> values)
    {
        var sum = 0;
        foreach (var value in values)
            sum += value;
        return $"<{sum}>";
    }

    private static string Join(params List<string> texts) => string.Concat(texts);

    private static string Each(params IEnumerable<int> values) => string.Join("+", values);

    private static int Count(__arglist) => new ArgIterator(__arglist).GetRemainingCount();

    private static int Subtract(int a, int b) => a - b;

    private static int Add(int a, int b) => a + b;

    private static string Twice(int a, int b) => $"{a}{b}{a}{b}";

    private static string Twice(string a, int b) => "never";

    private static string Pair<T, U>(T a, U b) => $"{typeof(T).Name} {typeof(U).Name} {a is not null} {b is null}";
}

internal static class ArgumentExtensions
{
    extension(string text)
    {
        public string Tail(int from) => text[from..];
    }
}
