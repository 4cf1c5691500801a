using System.Reflection;
using CoroGen.Fuzz.Oracles;
using CoroGen.Fuzz.World;

namespace CoroGen.Fuzz.Execution;

/// <summary>A compiled program and its two executions.</summary>
internal sealed class Executable(Type type, LiveFields fields)
{
    private delegate string WrittenBody(Co co, Trace t);

    private readonly WrittenBody _written = type.GetMethod("Main", [typeof(Co), typeof(Trace)])!.CreateDelegate<WrittenBody>();
    private readonly Func<Trace, Coroutine<string>> _factory = type.GetMethod("Main", [typeof(Trace)])!.CreateDelegate<Func<Trace, Coroutine<string>>>();

    /// <summary>The fields that each resume point loads.</summary>
    public LiveFields Fields { get; } = fields;

    /// <summary>Runs the body as written for the first time, which shows whether it ends.</summary>
    public Outcome Try() => RunBlocking(new Trace(Suspending.Never) { Allowance = Trace.MaxAllocated });

    /// <summary>Runs the body as written: plain C#.</summary>
    public Outcome RunBlocking(Suspending suspending, ulong seed = 0) => RunBlocking(new Trace(suspending, seed));

    /// <summary>Runs the state machine.</summary>
    /// <param name="suspending">When it suspends.</param>
    /// <param name="seed">Where the choices of <see cref="Suspending.Sometimes"/> begin.</param>
    /// <param name="suspended">Called with the coroutine, and when all are suspended.</param>
    public Outcome RunMachine(Suspending suspending, ulong seed = 0, Action<Coroutine, Trace>? suspended = null)
    {
        using var loop = NewLoop();
        Coroutine<string>? root = null;
        var trace = new Trace(suspending, seed) { Suspended = suspended is null ? null : t => suspended(root!, t) };
        root = _factory(trace);
        return Outcome.Of(trace, () => loop.Run(root));
    }

    private Outcome RunBlocking(Trace trace)
    {
        using var loop = NewLoop();
        return Outcome.Of(trace, () => _written(loop.Blocking, trace));
    }

    private static EventLoop NewLoop() => new(new EventLoopOptions { TimeProvider = new VirtualTime(), UnobservedError = (_, _) => { } });
}
