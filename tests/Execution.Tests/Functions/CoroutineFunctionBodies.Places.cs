using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <content>Where coroutine functions may stand, and what variables they capture there.</content>
public sealed partial class CoroutineFunctionBodies
{
    [Coroutine]
    private static string VariablesOfAllKinds(Co co, Trace t)
    {
        var log = new List<string>();
        CoAction? last = null;
        object boxed = t.S(co, 5);
        if (boxed is int number and > 3)
            Use(co => log.Add($"pattern {t.S(co, number)}"));
        if (int.TryParse("7", out var parsed))
            Use(co => log.Add($"out {t.S(co, parsed++)} {parsed}"));
        var (left, right) = (t.S(co, 1), "r");
        Use(co => log.Add($"tuple {left += t.S(co, 1)} {right}"));
        for (int i = 0, n = 2; i < n; i++)
            Use(co => log.Add($"for {t.S(co, i)}"));
        using (var resource = new Resource(t))
            Use(co => log.Add($"using {t.S(co, resource.Name)}"));
        try
        {
            t.Throw<int>(co, "oh");
        }
        catch (InvalidOperationException e) when (e.Message.Length > 0)
        {
            Use(co => log.Add($"catch {t.S(co, e.Message)}"));
        }

        switch (t.S(co, boxed))
        {
            case int value when value > 100:
                break;
            case int value:
                Use(co => log.Add($"case {t.S(co, value)}"));
                value++;
                t.Log(value);
                break;
        }

        log.Add(boxed switch { int n => Get(co => n + t.S(co, 1)), _ => 0 } + "arm");
        return string.Join(", ", log);

        void Use(CoAction action) => last = action + last;

        static int Get(CoFunc<int> function) => function is null ? 0 : 1;
    }

    [Coroutine]
    private static string RunsWhatItCollected(Co co, Trace t)
    {
        var actions = new List<CoAction>();
        var log = "";
        for (var i = 0; i < 2; i++)
        {
            var own = i;
            actions.Add(co => log += $"{own++}{t.S(co, i)} ");
            if (t.S(co, own) == 1)
                actions.Add(Note);

            [Coroutine]
            void Note(Co co) => log += $"note {t.S(co, own)} ";
        }

        foreach (var action in actions)
            action(co);
        actions[0](co);
        t.Log(actions.Count);
        Later(co, t, () => log)(co);
        return log;
    }

    [Coroutine]
    private static CoAction Later(Co co, Trace t, Func<string> log)
    {
        var text = t.S(co, log());
        return delegate(Co co) { t.Log(t.S(co, text) + log()); };
    }

    [Coroutine]
    private static string Lambdas(Co co, Trace t)
    {
        CoFunc<int> typed = (Co co) => { return t.S(co, 1); };
        CoFunc<int> nothing = static _ => 2;
        CoFunc<long> widened = co => t.S(co, 3);
        CoAction discards = co => t.S(co, 4);
        CoFunc<object?> none = co => null;
        CoFunc<CoFunc<int>> nested = co =>
        {
            var n = t.S(co, 5);
            return co => n++ + t.S(co, n);
        };
        discards(co);
        var inner = nested(co);
        return $"{typed(co)} {nothing(co)} {widened(co)} {none(co) ?? "null"} {inner(co)} {inner(co)} {nested(co)(co)}";
    }

    private readonly string _own = "own";

    [Coroutine]
    private string InStaticFunctions(Co co, Trace t)
    {
        var text = t.S(co, _own);
        Func<CoFunc<string>> make = static () => co => "b";
        Func<Trace, CoFunc<string>> captures = static t => co => t.S(co, "c");
        return text + make()(co) + captures(t)(co) + Local(t, 1)(co) + Deep(t)()(co);

        static CoFunc<int> Local(Trace t, int n) => co => t.S(co, n++) + n;

        static Func<CoFunc<int>> Deep(Trace t)
        {
            var n = 5;
            return () => Inner;

            [Coroutine]
            int Inner(Co co) => t.S(co, n++) + n;
        }
    }

    [Coroutine]
    private static string InStaticFunctionsOfAnObject(Co co, Trace t) => new CoroutineFunctionBodies().InStaticFunctions(co, t);

    [Coroutine]
    private static string Order(Co co, Trace t)
    {
        var functions = new[] { t.V<CoFunc<int>>(co => t.S(co, 1)), co => t.S(co, 2) };
        var index = 0;
        CoFunc<int> Next() => functions[t.V(index++)];
        var sum = Next()(co) * 10 + t.S(co, index) + Next().Invoke(co) * 100;
        try
        {
            functions[0] = null!;
            t.S(co, functions[0](co));
        }
        catch (NullReferenceException)
        {
            t.Log("null");
        }

        return $"{sum} {Three(co, functions[1](co), t.S(co, index), functions[1](co))}";

        [Coroutine]
        string Three(Co co, int a, int b, int c) => $"{a} {t.S(co, b)} {c}";
    }

    [Coroutine]
    private static string DelegatesOfFunctions(Co co, Trace t)
    {
        var log = "";
        var child = co.Launch(Work);
        var result = co.Launch<string>(Result);
        log += "x";
        co.Await(child);
        return co.Await(result) + log + co.Timeout(TimeSpan.FromSeconds(5), Result);

        [Coroutine]
        void Work(Co co)
        {
            log += t.S(co, "w");
            Inner(co);

            [Coroutine]
            void Inner(Co co) => log += t.S(co, "i");
        }

        [Coroutine]
        string Result(Co co) => t.S(co, "r") + log;
    }

    [Coroutine]
    private static string InAllKindsOfMethods(Co co, Trace t)
    {
        IKitchen kitchen = new Derived(t, "k");
        var text = kitchen.Serve(co, t) + new Derived(t, "d").Overridden(co) + new Derived(t, "e").Extended(co, t);
        return text + new Box<string>(t).Pack(co, "s", 4);
    }

    [Coroutine]
    private static string WithoutSuspensions(Co co, Trace t)
    {
        var n = 1;
        var child = co.Launch(co =>
        {
            n += t.S(co, 5);
            return n;
        });
        n = 10;
        var copy = n;
        var other = co.Launch(co => copy + t.S(co, 1));
        CoFunc<int> join = co => co.Await(child) + co.Await(other);
        return $"{join is null}{n}";
    }

    private sealed class Resource(Trace t) : IDisposable
    {
        public string Name => "resource";

        public void Dispose() => t.Log("disposed");
    }

    private partial interface IKitchen
    {
        [Coroutine]
        string Serve(Co co, Trace t)
        {
            var n = 0;
            CoFunc<string> serve = co =>
            {
                n += t.S(co, 1);
                return Name + n;
            };
            return serve(co) + serve(co);
        }

        string Name { get; }
    }

    private partial class Base(Trace t)
    {
        protected Trace T { get; } = t;

        [Coroutine]
        public virtual string Overridden(Co co) => T.S(co, "base");
    }

    private sealed partial class Derived(Trace t, string name) : Base(t), IKitchen
    {
        public string Name => name;

        [Coroutine]
        public override string Overridden(Co co)
        {
            var count = 0;
            Action log = () => T.Log(count);
            CoFunc<string> twice = co =>
            {
                count++;
                log();
                return base.Overridden(co) + name;
            };
            return twice(co) + twice(co) + Own(co);

            [Coroutine]
            string Own(Co co) => base.Overridden(co) + count;
        }
    }

    private sealed partial class Box<T>(Trace t)
        where T : class
    {
        [Coroutine]
        public string Pack<TOther>(Co co, T first, TOther second)
            where TOther : notnull
        {
            var all = new List<(T, TOther)>();
            Action<TOther> add = Add;
            CoFunc<TOther> pass = co =>
            {
                all.Add((first, t.S(co, second)));
                add(second);
                return second;
            };
            var result = pass(co);
            add(second);
            t.S(co, Triple<int>(co, 1));
            return $"{result} {all.Count} {string.Join(' ', all)}";

            void Add(TOther other) => all.Add((first, other));

            [Coroutine]
            string Triple<TThird>(Co co, TThird third)
                where TThird : struct
            {
                Add(second);
                return $"{first}{second}{t.S(co, third)}";
            }
        }
    }
}

internal static partial class CoroutineFunctionExtensions
{
    [Coroutine]
    public static string Extended(this object value, Co co, Trace t)
    {
        var n = 1;
        CoFunc<string> describe = co => value.GetType().Name + t.S(co, n++);
        return describe(co) + describe(co);
    }
}
