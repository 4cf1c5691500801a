using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class LoopClosureBodies : Bodies<LoopClosureBodies>
{
    private static string Call(List<Func<int>> functions) => string.Join(" ", functions.Select(f => f()));

    [Coroutine]
    private static string ForVariableIsOne(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        for (var i = 0; i < 3; i++)
        {
            functions.Add(() => i++);
            t.S(co, i);
        }

        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string BodyVariableIsFresh(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        for (var i = 0; i < 3; i++)
        {
            var copy = t.S(co, i);
            functions.Add(() => copy++);
            t.S(co, copy);
            copy += 10;
        }

        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string BothAreCaptured(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        var outer = 100;
        for (var i = 0; t.S(co, i) < 3; i++)
        {
            var inner = i;
            functions.Add(() => outer + 10 * i + inner++);
            outer += t.S(co, 100);
        }

        outer = 0;
        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string WhileConditionVariableIsFresh(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        var items = new Queue<object>([1, 2, 3, "end"]);
        while (items.Dequeue() is int number)
        {
            functions.Add(() => number++);
            t.S(co, number);
        }

        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string ForConditionVariableIsFresh(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        object[] items = [1, 2, 3, "end"];
        for (var i = 0; items[i] is int number; i += t.S(co, 1))
            functions.Add(() => number++ + 10 * i);
        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string DoBodyVariableIsFresh(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        var i = 0;
        do
        {
            var own = i;
            functions.Add(() => own++);
        }
        while (t.S(co, ++i) < 3);
        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string ForEachVariableIsFresh(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        foreach (var item in new[] { 1, 2, 3 })
        {
            functions.Add(() => item);
            t.S(co, item);
        }

        foreach (var item in new List<int> { 4, 5 })
        {
            functions.Add(() => item);
            t.S(co, item);
        }

        return Call(functions);
    }

    [Coroutine]
    private static string DeconstructedVariablesAreFresh(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        foreach (var (a, (b, _)) in new[] { (1, (2, 'x')), (3, (4, 'y')) })
        {
            functions.Add(() => 10 * a + b);
            t.S(co, a);
        }

        return Call(functions);
    }

    [Coroutine]
    private static string GotoBackMakesFreshOnes(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        var i = 0;
    again:
        {
            var own = i;
            functions.Add(() => own++);
            t.S(co, own);
        }

        if (++i < 3)
            goto again;
        return Call(functions) + " " + Call(functions);
    }
}
