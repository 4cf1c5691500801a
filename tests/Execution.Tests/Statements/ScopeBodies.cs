using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>Variables that the heads of statements declare, and lambdas that capture them.</summary>
public sealed partial class ScopeBodies : Bodies<ScopeBodies>
{
    private static string Call(List<Func<int>> functions) => string.Join(" ", functions.Select(f => f()));

    private static T Out<T>(T value, out T variable) => variable = value;

    [Coroutine]
    private static string ForIncrementor(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        for (var i = 0; i < 3; i += Out(t.S(co, 1), out var step), functions.Add(() => step++))
            t.S(co, i);
        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string ForInitializer(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        int i;
        for (i = Out(t.S(co, 1), out var start); i < 3; i++)
            functions.Add(() => start++);
        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string ForEachCollection(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        foreach (var item in Out(new[] { 1, 2 }, out var items))
        {
            functions.Add(() => items[0]++ + item);
            items = [10 * t.S(co, item)];
        }

        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string ForEachCollectionThatSuspends(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        foreach (var item in t.S(co, Out(new[] { 1, 2 }, out var items)))
            functions.Add(() => items[0]++ + item);
        foreach (var item in Out(t.S(co, new List<int> { 1, 2 }), out var items))
        {
            t.S(co, item);
            functions.Add(() => items[0] + item);
        }

        foreach (var item in t.S(co, Out("ab", out var text)))
            t.Log(text + item);
        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string SwitchHead(Co co, Trace t)
    {
        Func<int> f;
        switch (t.S(co, Out(2, out var n)))
        {
            case int m when m == n:
                f = () => m++ + n++;
                n += t.S(co, 10);
                break;
            default:
                f = () => n;
                t.S(co, n);
                break;
        }

        return $"{f()} {f()}";
    }

    [Coroutine]
    private static string LockHead(Co co, Trace t)
    {
        Func<int> f;
        lock (t.S(co, Out(new int[1], out var items)))
        {
            items[0]++;
            f = () => items[0]++;
        }

        return $"{f()} {f()}";
    }

    [Coroutine]
    private static string WhileHead(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        var i = 0;
        while (Out(t.S(co, i++), out var n) < 3)
        {
            functions.Add(() => n++);
            n += 10;
        }

        do
            t.S(co, i);
        while (Out(i--, out var m) > 2 && new Func<int>(() => ++m)() > 0);
        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string IfHeadsLeakIntoTheBlock(Co co, Trace t)
    {
        object value = t.S(co, 5);
        if (value is not int n)
            return "never";
        Func<int> f = () => n++;
        if (!(Out(t.S(co, n), out var m) > 3 && f() > 0))
            return "never";
        f += () => m++ + n;
        return $"{f()} {f()} {n} {m}";
    }

    [Coroutine]
    private static string EmbeddedStatementsKeepTheirVariables(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        if (t.S(co, true))
            functions.Add(Out<Func<int>>(() => 1, out var x));
        else
            functions.Add(Out<Func<int>>(() => 2, out var x));
        for (var i = 0; i < 2; i++)
            Out(t.S(co, i), out var x);
        foreach (var c in "ab")
            if (Out(t.S(co, c), out var x) == 'a')
                functions.Add(() => x++);
        for (var i = 0; i < 2; i++)
            functions.Add(Out(t.S(co, i), out var x) > 0 ? () => x++ : () => x--);
        while (functions.Count < 6)
            functions.Add(Out<Func<int>>(() => 3, out var x));
        return Call(functions) + " " + Call(functions);
    }

    [Coroutine]
    private static string ReturnAndThrow(Co co, Trace t)
    {
        try
        {
            throw new InvalidOperationException($"{Out(t.S(co, 1), out var n)} {n}");
        }
        catch (InvalidOperationException e) when (Out(e.Message, out var message).Length > 0 && new Func<bool>(() => message == e.Message)())
        {
            return Out(t.S(co, e.Message), out var text) + text;
        }
    }

    [Coroutine]
    private static string FilterAndBlockCaptureTheSame(Co co, Trace t)
    {
        var n = t.S(co, 1);
        Func<int> f = () => n++;
        try
        {
            t.Throw<int>(co, "first");
        }
        catch (InvalidOperationException e) when (new Func<bool>(() => n++ > 0 && e.Message == "first")())
        {
            f += () => n += e.Message.Length;
        }

        t.S(co, f());
        return $"{f()} {n}";
    }
}
