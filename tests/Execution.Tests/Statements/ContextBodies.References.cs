using System.Runtime.CompilerServices;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class ContextBodies
{
    [Coroutine]
    private static string RefLocalsBetween(Co co, Trace t)
    {
        int[] items = [1, 2, 3];
        t.S(co, 1);
        ref var second = ref items[1];
        second += 10;
        t.S(co, items[1]);
        second = ref items[2];
        second += 100;
        t.S(co, items[2]);
        for (var i = 0; i < 2; i++)
        {
            ref var item = ref items[i];
            item *= 2;
            t.S(co, i);
        }

        ref readonly var last = ref items[^1];
        return $"{items[0]} {items[1]} {last}";
    }

    [Coroutine]
    private static string RefLocalsInCopiedStatements(Co co, Trace t)
    {
        int[] items = [t.S(co, 1), 2, 3];
        foreach (ref var item in items.AsSpan())
            item *= 2;
        t.S(co, items[0]);
        if (items.Length > 2)
        {
            ref var first = ref items[0];
            first = 7;
            ref int Third() => ref items[2];
            Third() = 9;
        }

        return string.Join(" ", items) + t.S(co, "");
    }

    [Coroutine]
    private static string Spans(Co co, Trace t)
    {
        t.S(co, 1);
        Span<int> numbers = stackalloc int[3];
        numbers[1] = 5;
        t.Log(numbers[1]);
        t.S(co, 2);
        numbers = new int[2];
        numbers.Fill(3);
        t.Log(numbers[1]);
        t.S(co, 3);
        ReadOnlySpan<char> text = "hello";
        var part = text[1..3];
        t.Log(part.ToString());
        foreach (var c in text)
            t.Log(c);
        t.S(co, 4);
        ReadOnlySpan<int> literal = [1, 2, 3];
        return $"{literal.Length}" + "abc".AsSpan().Length;
    }

    [Coroutine]
    private static string SpanInLoop(Co co, Trace t)
    {
        var sum = 0;
        for (var i = 0; i < 3; i++)
        {
            Span<byte> buffer = new byte[4];
            buffer[i] = (byte)(i + 1);
            foreach (var b in buffer)
                sum += b;
            sum += t.S(co, i);
        }

        return $"{sum}";
    }

    [Coroutine]
    [SkipLocalsInit]
    private static string InlineArrays(Co co, Trace t)
    {
        var four = default(Four);
        four[0] = t.S(co, 1);
        four[3] = 4;
        t.S(co, four[3]);
        foreach (var n in four)
            t.Log(n);
        return $"{four[0]}";
    }

    [InlineArray(4)]
    private struct Four
    {
        private int _first;
    }
}
