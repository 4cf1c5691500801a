using System.Diagnostics;

namespace CoroGen;

/// <summary>The coroutines behind <c>co.Await</c>, <c>co.Wait</c>, <c>co.WaitAll</c> and <c>co.WaitAny</c>.</summary>
[StackTraceHidden]
internal static partial class Joins
{
    [Coroutine]
    internal static void Await(Co co, Coroutine target)
    {
        Targets.Admit(co, target);
        if (!target.IsDone)
            co.Park(Join.ForOne(target));
        target.ThrowIfFailed();
    }

    [Coroutine]
    internal static T Await<T>(Co co, Coroutine<T> target)
    {
        Targets.Admit(co, target);
        if (!target.IsDone)
            co.Park(Join.ForOne(target));
        return target.Result;
    }

    [Coroutine]
    internal static WaitResult Wait(Co co, Coroutine[] targets)
    {
        targets = Targets.Admit(co, targets);
        if (Join.ForAll(co.Loop, targets) is { } join)
            co.Park(join);
        return new WaitResult(targets);
    }

    [Coroutine]
    internal static void WaitAll(Co co, Coroutine[] targets)
    {
        targets = Targets.Admit(co, targets);
        if (Join.ForAll(co.Loop, targets) is { } join)
            co.Park(join);
        Targets.ThrowErrors(targets);
    }

    [Coroutine]
    internal static T[] WaitAll<T>(Co co, Coroutine<T>[] targets)
    {
        targets = Targets.Admit(co, targets);
        if (Join.ForAll(co.Loop, targets) is { } join)
            co.Park(join);
        Targets.ThrowErrors(targets);
        return Array.ConvertAll(targets, static target => target.Result);
    }

    [Coroutine]
    internal static Coroutine WaitAny(Co co, Coroutine[] targets)
    {
        targets = Targets.Admit(co, targets, isOneEnough: true);
        var first = Array.Find(targets, static target => target.IsDone);
        if (first is null)
        {
            var join = Join.ForAny(co.Loop, targets);
            co.Park(join);
            first = join.TakeFirst();
        }
        first.Observe();
        return first;
    }
}
