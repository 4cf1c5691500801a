#nullable disable
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class ObliviousBodies : Bodies<ObliviousBodies>
{
    private static string s_text;

    [Coroutine]
    private static string Join(Co co, Trace t, string text, List<string> items = null, object[] rest = null)
    {
        string last = null;
        foreach (var item in items ?? new List<string> { text })
            last = t.S(co, item);
        Func<string> f = () => last + rest;
        t.S(co, last);
        s_text = f();
        return s_text;
    }

    [Coroutine]
    private static T First<T>(Co co, Trace t, IEnumerable<T> items)
    {
        foreach (T item in items)
            return t.S(co, item);
        return default;
    }

    [Coroutine]
    private static string NoAnnotations(Co co, Trace t)
    {
        string none = null;
        return Join(co, t, none) + Join(co, t, "a", new List<string> { "b", null }) + First(co, t, new[] { none, "c" }) + First<string>(co, t, Array.Empty<string>())
            + co.Await(Join(t, "d"));
    }
}
