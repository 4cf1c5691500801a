using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class LaunchBodies : Bodies<LaunchBodies>
{
    [Coroutine]
    private static string Worker(Co co, Trace t, string name, int steps)
    {
        for (var i = 0; i < steps; i++)
            t.S(co, $"{name}{i}");
        return name;
    }

    [Coroutine]
    private static void Failing(Co co, Trace t, string message)
    {
        t.S(co, "failing");
        t.Throw<int>(co, message);
    }

    [Coroutine]
    private static string Arguments(Co co, Trace t)
    {
        var name = "a";
        var steps = 2;
        var first = co.Launch(Worker(t, name, steps));
        name = "b";
        steps = t.S(co, 3);
        var second = co.Launch(Worker(t, name, steps));
        return co.Await(second) + co.Await(first);
    }

    [Coroutine]
    private static string FactoryRunsNothing(Co co, Trace t)
    {
        var made = Worker(t, t.V("a"), t.V(1));
        t.S(co, made.Status);
        co.Launch(made);
        t.Log(made.Status == CoroutineStatus.New);
        t.S(co, co.Await(made));
        return $"{made.Status} {made.Result} {made.Name}";
    }

    [Coroutine]
    private static string MethodGroups(Co co, Trace t)
    {
        Func<Trace, string, int, Coroutine<string>> factory = Worker;
        Func<Trace, string, Coroutine> failing = Failing;
        var names = new[] { "a", "b" }.Select(name => factory(t, name, 1)).ToList();
        foreach (var worker in names)
            t.S(co, co.Await(worker));
        try
        {
            co.Await(failing(t, "x"));
        }
        catch (InvalidOperationException e)
        {
            return t.S(co, e.Message);
        }

        return "never";
    }

    [Coroutine]
    private static string Twice(Co co, Trace t, Func<string, Coroutine<string>> factory) => co.Await(factory("x")) + co.Await(factory("y"));

    [Coroutine]
    private static string FactoryAsArgument(Co co, Trace t)
    {
        var count = 0;
        return Twice(co, t, name => Worker(t, name + count++, 1)) + count;
    }

    [Coroutine]
    private static string WaitForMany(Co co, Trace t)
    {
        var all = co.WaitAll(Worker(t, "a", 2), Worker(t, "b", 1), Worker(t, "c", 3));
        t.S(co, string.Concat(all));
        var result = co.Wait(Worker(t, "d", 1), Failing(t, "lost"));
        return $"{result.Finished} {result.Failed}";
    }

    [Coroutine]
    private static string LaunchedInsideTry(Co co, Trace t)
    {
        Coroutine? child = null;
        try
        {
            child = co.Launch(Failing(t, "child"));
            co.Await(child);
        }
        catch (InvalidOperationException e) when (e.Message == "child")
        {
            t.S(co, child!.Status);
        }
        finally
        {
            t.S(co, co.Await(co.Launch(Worker(t, "last", 1))));
        }

        return "end";
    }

    private sealed partial class Counter
    {
        private int _n;

        [Coroutine]
        public int Next(Co co, Trace t, int by)
        {
            var before = _n;
            t.S(co, by);
            return _n = before + by;
        }
    }

    [Coroutine]
    private static string InstanceFactories(Co co, Trace t)
    {
        var counter = new Counter();
        Func<Trace, int, Coroutine<int>> next = counter.Next;
        var a = co.Launch(next(t, 1));
        var b = co.Launch(counter.Next(t, 10));
        counter = new Counter();
        return $"{co.Await(a)} {co.Await(b)} {counter.Next(co, t, 5)}";
    }
}
