using CoroGen.CompilerServices;

namespace CoroGen.Runtime.Tests;

/// <summary>
/// Scenarios that run as plain code and as a state machine, with delegates that have state machines and with delegates that have none: they must do the same in
/// the same order.
/// </summary>
public abstract class ExecutionsTest<TTest> : LoopTest
    where TTest : ExecutionsTest<TTest>, new()
{
    private int _made;

    protected ExecutionsTest(int offloadLimit = 32)
        : base(offloadLimit)
    {
    }

    /// <summary>Which delegates a scenario uses.</summary>
    protected enum Kind
    {
        Machine,
        Plain,

        /// <summary>By turns.</summary>
        Mixed,
    }

    protected Kind Delegates { get; set; }

    /// <summary>A test for each kind of delegates, disposed before the next one comes.</summary>
    protected static IEnumerable<TTest> Kinds()
    {
        foreach (var kind in Enum.GetValues<Kind>())
        {
            using var test = new TTest { Delegates = kind };
            yield return test;
        }
    }

    /// <summary>Runs a scenario in all ways, and compares what it said.</summary>
    protected static void Always(string log, Func<TTest, CoAction> written, Func<TTest, Coroutine> factory)
    {
        foreach (var test in Kinds())
        {
            written(test)(test.Loop.Blocking);
            Assert.Equal($"{test.Delegates}, blocking: {log}", $"{test.Delegates}, blocking: {test.Log}");
        }
        foreach (var test in Kinds())
        {
            test.Loop.Run(factory(test));
            Assert.Equal($"{test.Delegates}, machine: {log}", $"{test.Delegates}, machine: {test.Log}");
        }
    }

    /// <summary>A lambda, as C# compiles it or as generated code makes it.</summary>
    protected CoAction Function(CoAction written, Func<Coroutine> factory) => HasStateMachine() ? CoroutineServices.Function(factory) : written;

    protected CoFunc<T> Function<T>(CoFunc<T> written, Func<Coroutine<T>> factory) => HasStateMachine() ? CoroutineServices.Function(factory) : written;

    private bool HasStateMachine() => Delegates == Kind.Machine || (Delegates == Kind.Mixed && ++_made % 2 == 0);

    /// <summary>What <c>body(co)</c> is.</summary>
    [SystemCall]
    protected static void Call(Co co, CoAction body) => body(co);

    /// <summary>What generated code makes of <c>body(co)</c>.</summary>
    protected static bool Call__Run(ref Frame? callee, Co co, CoAction body) => CoroutineServices.Invoke__Run(ref callee, body, co);

    [SystemCall]
    protected static T Call<T>(Co co, CoFunc<T> body) => body(co);

    protected static bool Call__Run<T>(ref Frame? callee, out T result, Co co, CoFunc<T> body) => CoroutineServices.Invoke__Run(ref callee, out result, body, co);
}
