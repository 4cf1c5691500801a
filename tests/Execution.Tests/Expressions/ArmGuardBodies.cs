using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>A suspension in the <c>when</c> of an arm.</summary>
public sealed partial class ArmGuardBodies : Bodies<ArmGuardBodies>
{
    [Coroutine]
    private static string InOrder(Co co, Trace t)
    {
        var results = new List<string>();
        foreach (var o in new object?[] { 1, -5, "text", "", null, 2.5, 'c', (3, 4) })
        {
            results.Add(t.S(co, o) switch
            {
                int n when t.S(co, n) > 0 => $"+{n}",
                int n => t.S(co, $"-{n}"),
                string { Length: > 0 } s when t.S(co, s) == "text" && t.V(true) => s + t.S(co, "!"),
                string s when t.V(s).Length == 0 => "empty",
                null when t.S(co, false) => "not",
                null => "null",
                double d when t.S(co, d) is var half && half > t.S(co, 2) => $"{half}",
                (int a, int b) when t.S(co, a) < b => $"{a}{b}",
                _ => "other",
            });
        }

        return string.Join(" ", results);
    }

    [Coroutine]
    private static string Discards(Co co, Trace t)
    {
        var results = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            results.Add(i switch { 0 => "zero", _ when t.S(co, i) == 1 => "one", (_) when t.V(i) == 2 => t.S(co, "two"), _ => "many" });
            results.Add(i switch { _ when t.V(i) > 2 => t.S(co, "more"), _ => "less" });
        }

        return string.Join(" ", results);
    }

    [Coroutine]
    private static string NothingMatches(Co co, Trace t)
    {
        int? n = 4;
        return n switch
        {
            4 when t.S(co, false) => "four",
            > 4 => t.S(co, "more"),
            null when t.S(co, true) => "null",
        };
    }

    [Coroutine]
    private static string TheLastGuardFails(Co co, Trace t) => t.S(co, 4) switch
    {
        4 when t.S(co, false) => "four",
    };

    [Coroutine]
    private static string OperandsBefore(Co co, Trace t)
    {
        var n = 1;
        return t.V("a") + n + (n switch { 1 when t.S(co, n = 2) == 3 => "three", 1 when t.S(co, n) == 2 => t.S(co, $"two {n}"), _ => "other" }) + n;
    }

    [Coroutine]
    private static string WhatWasReadIsKept(Co co, Trace t)
    {
        var item = new Item(t) { Kind = 1, Name = "a" };
        var a = item switch
        {
            { Kind: 1 } when t.S(co, item.Kind = 2) == 0 => "zero",
            { Kind: 2 } => "read again",
            { Kind: var kind, Name: "a" } => $"{kind}",
            _ => "other",
        };
        var b = item switch
        {
            { Kind: 2, Name: var name } when t.S(co, item.Name = "b") == name => name,
            { Name: "a" } when t.S(co, item.Kind) == 0 => "zero",
            { Name: var name, Kind: var kind } => t.S(co, name) + kind,
        };
        return a + b;
    }

    [Coroutine]
    private static string Faults(Co co, Trace t)
    {
        try
        {
            return 1 switch { 1 when t.Throw<bool>(co, "guard") => "one", _ => "other" };
        }
        catch (InvalidOperationException e)
        {
            return e.Message + (2 switch { 2 when t.S(co, true) => throw new InvalidOperationException("arm"), _ => "" });
        }
    }

    [Coroutine]
    private static string Captured(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        for (var i = 0; i < 3; i++)
        {
            functions.Add(i switch
            {
                0 => () => i,
                var n when t.S(co, n) == 1 => () => n++,
                var n => () => n * i,
            });
        }

        return string.Join(" ", functions.Concat(functions).Select(f => f()));
    }

    [Coroutine]
    private static string OfTypeParameters(Co co, Trace t) => Which<object>(co, t, "a") + Which(co, t, 5) + Which<int?>(co, t, null) + Which(co, t, "abc");

    [Coroutine]
    private static string Which<T>(Co co, Trace t, T value) => value switch
    {
        int n when t.S(co, n) == 6 => "six",
        null when t.S(co, true) => "null",
        string { Length: 1 } s when t.S(co, s) == "b" => "b",
        T and string { Length: > 1 } => "long",
        var some => t.S(co, $"{some}"),
    };

    private sealed class Item(Trace t)
    {
        private int _kind;
        private string _name = "";

        public required int Kind
        {
            get => t.V(_kind);
            set => _kind = value;
        }

        public required string Name
        {
            get => t.V(_name);
            set => _name = value;
        }
    }
}
