using System.Reflection;
using System.Runtime.CompilerServices;

namespace CoroGen.Execution.Tests.References;

/// <summary>A frame that has completed, and may be in a pool, holds nothing of the user's, however it ended.</summary>
public sealed partial class ReleasedTests
{
    private static readonly IEnumerable<MethodInfo> s_factories = typeof(ReleasedTests)
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(method => method.ReturnType == typeof(Coroutine) && method.GetParameters().Select(p => p.ParameterType).SequenceEqual([typeof(Objects)]));

    public static TheoryData<string, Ending> Cases
    {
        get
        {
            var cases = new TheoryData<string, Ending>();
            foreach (var factory in s_factories)
            {
                foreach (var ending in Enum.GetValues<Ending>())
                    cases.Add(factory.Name, ending);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_coroutine_that_has_ended_holds_nothing(string name, Ending ending)
    {
        using var loop = new EventLoop(new EventLoopOptions { UnobservedError = (_, _) => { } });
        var objects = new Objects(ending);
        var coroutine = Run(name, ending, loop, objects);
        Assert.NotEqual(0, objects.Count);
        Assert.Empty(objects.Held());
        GC.KeepAlive(coroutine);
    }

    [Fact]
    public void A_result_goes_with_the_coroutine()
    {
        using var loop = new EventLoop();
        var objects = new Objects(Ending.Finished);
        RunForResult(loop, objects);
        Assert.Empty(objects.Held());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Coroutine Run(string name, Ending ending, EventLoop loop, Objects objects)
    {
        var coroutine = loop.Schedule(s_factories.Single(factory => factory.Name == name).CreateDelegate<Func<Objects, Coroutine>>()(objects));
        for (var pass = 0; pass < 50; pass++)
        {
            loop.Tick();
            if (ending == Ending.Canceled && pass > 5)
                coroutine.Cancel();
        }

        Assert.Equal(ending switch { Ending.Finished => null, Ending.Failed => typeof(InvalidOperationException), _ => typeof(CoroutineCanceledException) }, coroutine.Error?.GetType());
        return coroutine;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunForResult(EventLoop loop, Objects objects) => Assert.Equal("result", loop.Run(objects.End()).ToString());

    [Coroutine]
    private static void Locals(Co co, Objects o)
    {
        var local = o.New("local");
        var pair = (First: o.New("first"), Second: 2);
        var named = new { Thing = o.New("named") };
        Parameters(co, o, o.New("argument"), [o.New("element")]).Use(o.New("operand"), o.End(co), pair.First);
        local.Use(named.Thing, pair.Second);
    }

    [Coroutine]
    private static Thing Parameters(Co co, Objects o, Thing parameter, Thing[] parameters)
    {
        parameter.Use(o.New("temporary"), o.End(co), parameters[0]);
        return parameter;
    }

    [Coroutine]
    private static void Targets(Co co, Objects o)
    {
        Thing[] things = [o.New("old"), o.New("other")];
        things[o.New("index").Number] = o.End(co);
        o.New("receiver").Other = o.End(co);
        (things[1].Number == 0 ? ref things[0] : ref things[1]).Other = o.End(co);
        var texts = $"{o.New("hole")} {o.End(co)} {things[0]}";
        things[0].Use(texts);
    }

    [Coroutine]
    private static void Captured(Co co, Objects o)
    {
        var shared = o.New("shared");
        var counted = o.New("counted");
        Func<Thing> get = () => shared;
        shared = o.New("assigned");
        Later(o.New("local function"));
        get().Use(o.End(co), counted);
        CoAction body = inner =>
        {
            var own = o.New("of the lambda");
            own.Use(shared, o.End(inner));
        };
        body(co);
        co.Await(co.Launch(body));

        void Later(Thing thing) => counted.Use(thing);
    }

    [Coroutine]
    private static void Finally(Co co, Objects o)
    {
        var outer = o.New("outer");
        try
        {
            try
            {
                o.New("tried").Use(o.New("beside"), o.End(co));
            }
            finally
            {
                var local = o.New("finally");
                Waits(co, o, "waits");
                local.Use();
            }
        }
        catch (ArgumentException e) when (e.Data["thing"] is Thing thing)
        {
            thing.Use(o.End(co));
        }

        outer.Use();
    }

    [Coroutine]
    private static void Waits(Co co, Objects o, string name)
    {
        var local = o.New(name);
        co.Yield();
        local.Use();
    }

    [Coroutine]
    private static void Caught(Co co, Objects o)
    {
        try
        {
            co.Yield();
            throw new ArgumentException("caught") { Data = { ["thing"] = o.New("in the exception") } };
        }
        catch (ArgumentException e)
        {
            o.New("caught").Use(e, o.End(co));
            e.Data.Clear();
        }

        try
        {
            Fails(co, o);
        }
        catch (ArgumentException e)
        {
            e.Data.Clear();
        }
    }

    [Coroutine]
    private static Thing Fails(Co co, Objects o)
    {
        var local = o.New("fails");
        try
        {
            return o.New("pending result");
        }
        finally
        {
            co.Yield();
            Throw(local);
        }
    }

    [Coroutine]
    private static void Resources(Co co, Objects o)
    {
        using var declared = o.New("declared");
        using (o.New("resource"))
        {
            using var inner = o.New("inner");
            o.End(co);
        }
    }

    [Coroutine]
    private static void Loops(Co co, Objects o)
    {
        foreach (var thing in new List<Thing> { o.New("in a list"), o.New("in the list too") })
            thing.Use(o.End(co));
        foreach (var thing in Yielded(o))
        {
            if (thing.Number == 0)
            {
                o.End(co);
                break;
            }
        }

        foreach (var thing in (Thing[])[o.New("in an array")])
            thing.Use(o.End(co));
        for (var thing = o.New("for"); thing.Number < 1; thing.Number++)
            o.End(co);
    }

    [Coroutine]
    private static void Patterns(Co co, Objects o)
    {
        object input = o.New("input");
        switch (input)
        {
            case Thing { Number: 0 } thing when o.End(co).Number == 1:
                thing.Use();
                break;
            case Thing { Other: null } other:
                other.Use(input is Thing again ? o.End(co) : null);
                break;
        }

        var text = o.New("governing") switch { { Number: 1 } => "never", var x when o.End(co).Number == 0 => x.ToString(), _ => "" };
        o.New("conditional").Other?.Use(text);
        (o.New("coalesced").Other ?? o.End(co)).Use();
    }

    [Coroutine]
    private static void Joins(Co co, Objects o)
    {
        var local = o.New("local");
        co.WaitAll(o.End())[0].Use(o.New("after"), local);
        co.Wait(Waits(o, "first"), Waits(o, "second"));
        co.Await(co.Launch(o.End())).Use();
        co.Timeout(TimeSpan.FromDays(1), o.End()).Use();
        co.Await(Task.FromResult(o.New("of a task"))).Use();
    }

    private static IEnumerable<Thing> Yielded(Objects o)
    {
        yield return o.New("yielded");
        yield return o.New("yielded too");
    }

    private static void Throw(Thing thing) => throw new ArgumentException(thing.ToString());
}
