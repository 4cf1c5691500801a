using System.Reflection;
using System.Runtime.CompilerServices;

namespace CoroGen.Execution.Tests.References;

/// <summary>A coroutine that waits holds what it will need, and nothing else: the objects named "dead" are gone, those named "live" are not.</summary>
public sealed partial class DeadVariableTests
{
    private static readonly IEnumerable<MethodInfo> s_factories = typeof(DeadVariableTests)
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(method => method.ReturnType == typeof(Coroutine) && method.GetParameters().Select(p => p.ParameterType).SequenceEqual([typeof(Objects)]));

    public static TheoryData<string> Names => [.. s_factories.Select(factory => factory.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_dead_variable_holds_nothing(string name)
    {
        using var loop = new EventLoop();
        var objects = new Objects(Ending.Finished);
        var coroutine = Start(name, loop, objects);
        for (var waits = 1; !coroutine.IsDone; waits++)
        {
            Assert.Empty(objects.Held("dead"));
            Assert.Equal(["live"], objects.Held("live").Distinct());
            Assert.InRange(waits, 1, 100);
            loop.Tick();
        }

        Assert.Null(coroutine.Error);
        Assert.Empty(objects.Held());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Coroutine Start(string name, EventLoop loop, Objects objects)
    {
        var coroutine = loop.Schedule(s_factories.Single(factory => factory.Name == name).CreateDelegate<Func<Objects, Coroutine>>()(objects));
        loop.Tick();
        return coroutine;
    }

    [Coroutine]
    private static void Locals(Co co, Objects o)
    {
        var dead = o.New("dead");
        var live = o.New("live");
        dead.Use(live);
        co.Yield();
        dead = o.New("dead again");
        dead.Use();
        co.Yield();
        live.Use();
    }

    [Coroutine]
    private static void Overwritten(Co co, Objects o)
    {
        var live = o.New("live");
        var overwritten = o.New("dead");
        co.Yield();
        overwritten = live;
        co.Yield();
        live.Use(overwritten);
    }

    [Coroutine]
    private static void Operands(Co co, Objects o)
    {
        var live = o.New("live");
        o.New("dead receiver").Use(live.Number);
        live.Use(o.New("dead operand").Number, Twice(co, o.New("dead argument")));
        co.Yield();
        live.Use();
    }

    [Coroutine]
    private static int Twice(Co co, Thing thing)
    {
        var number = thing.Number;
        co.Yield();
        return number * 2;
    }

    [Coroutine]
    private static void Loops(Co co, Objects o)
    {
        var live = o.New("live");
        for (var i = 0; i < 3; i++)
        {
            var dead = o.New("dead in a loop");
            dead.Use(live);
            co.Yield();
        }

        foreach (var dead in (Thing[])[o.New("dead element")])
            dead.Use();
        co.Yield();
        live.Use();
    }

    [Coroutine]
    private static void Chosen(Co co, Objects o)
    {
        var live = o.New("live");
        Thing?[] things = [null];
        for (var i = 0; i < 2; i++)
        {
            (live.Number < 100 ? ref things[i - i] : ref o.New("dead branch").Array[0]) = Same(co, live);
            things[0]!.Use();
        }

        live.Use();
    }

    [Coroutine]
    private static Thing Same(Co co, Thing thing)
    {
        co.Yield();
        return thing;
    }

    [Coroutine]
    private static void Regions(Co co, Objects o)
    {
        var live = o.New("live");
        var dead = o.New("dead after it");
        try
        {
            dead.Use();
            using (o.New("dead resource"))
                live.Use();
            co.Yield();
        }
        finally
        {
            co.Yield();
            live.Use();
        }
    }
}
