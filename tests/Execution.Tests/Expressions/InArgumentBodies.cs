using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>An <c>in</c> parameter refers to the variable that it is given, and to a copy of everything else.</summary>
public sealed partial class InArgumentBodies : Bodies<InArgumentBodies>
{
    private static int s_number;

    private static int Property { get; set; }

    private int Own { get; set; }

    [Coroutine]
    private static string Variables(Co co, Trace t)
    {
        var x = 1;
        int[] items = [2];
        t.Log(Read(x, t.S(co, x = 5)));
        t.Log(Read(in items[0], t.S(co, items[0] = 6)));
        t.Log(Read(s_number, t.S(co, s_number = 7)));
        t.Log(Read((x), t.S(co, x = 8)));
        t.Log(Read(in (items[0]), t.S(co, items[0] = 9)));
        t.Log(Read(items![0]!, t.S(co, items[0] = 10)));
        string? text = null;
        t.Log(ReadObject(text!, t.S(co, text = "text")));
        (int A, int B) pair = (1, 2);
        t.Log(ReadPair(pair, t.S(co, pair.A = 3)));
        return "done";
    }

    [Coroutine]
    private static string Properties(Co co, Trace t)
    {
        List<int> list = [2];
        var o = new InArgumentBodies { Own = 1 };
        Property = 3;
        t.Log(Read(Property, t.S(co, Property = 8)));
        t.Log(Read(InArgumentBodies.Property, t.S(co, Property = 9)));
        t.Log(Read(o.Own, t.S(co, o.Own = 10)));
        t.Log(Read(list[0], t.S(co, list[0] = 11)));
        t.Log(Read(list[^1], t.S(co, list[0] = 12)));
        return o.InObject(co, t);
    }

    [Coroutine]
    private string InObject(Co co, Trace t) => $"{Read(Own, t.S(co, Own = 13))}";

    [Coroutine]
    private static string Converted(Co co, Trace t)
    {
        var (x, y) = (1, (byte)2);
        int[] items = [3];
        object o = "o";
        t.Log(ReadLong(x, t.S(co, x = 5)));
        t.Log(ReadLong(y, t.S(co, y = 6)));
        t.Log(ReadLong(items[0], t.S(co, items[0] = 7)));
        t.Log(ReadObject(x, t.S(co, x = 8)));
        t.Log(ReadLong(t.V(true) ? ref x : ref items[0], t.S(co, x = 9)));
        t.Log(ReadNullable(x, t.S(co, x = 10)));
        return "done";
    }

    [Coroutine]
    private static string CovariantElements(Co co, Trace t)
    {
        object[] objects = new string[] { "a" };
        t.Log(ReadObject(objects[0], t.S(co, 1)));
        t.Log(ReadObject(t.V(true) ? ref objects[0] : ref objects[1], t.S(co, 2)));
        t.Log(ReadObject((objects[0])!, t.S(co, 3)));
        t.Log(ReadObject(in objects[0], t.S(co, (objects[0] = "b").ToString())));
        return "done";
    }

    [Coroutine]
    private static string Receivers(Co co, Trace t)
    {
        var x = 1;
        List<int> list = [2];
        Property = 3;
        t.Log(x.Before(t.S(co, x = 4)));
        t.Log(Property.Before(t.S(co, Property = 5)));
        t.Log(list[0].Before(t.S(co, list[0] = 6)));
        t.Log((t.V(true) ? ref x : ref s_number).Before(t.S(co, x = 7)));
        t.Log(new Indexed()[x, t.S(co, x = 8)]);
        t.Log(new Indexed(x, t.S(co, x = 9)));
        return "done";
    }

    [Coroutine]
    private static string Operators(Co co, Trace t)
    {
        var a = new Big { Number = 1 };
        t.Log(a + t.S(co, a.Number = 2));
        t.Log(new Holder { Big = a }.Big + t.S(co, a.Number = 3));
        Big[] items = [a];
        t.Log(items[0] + t.S(co, items[0].Number = 4));
        t.Log((t.V(true) ? ref a : ref items[0]) + t.S(co, a.Number = 5));
        string text = "" + (a + t.S(co, a.Number = 6)) + (a == t.S(co, new Big())) + (a && t.S(co, a = new Big { Number = 0 }));
        a += t.S(co, a.Number = 7);
        Big? maybe = a;
        t.Log(maybe + t.S(co, (maybe = new Big { Number = 1 }).Value.Number));
        items[0] += t.S(co, items[0].Number = 8);
        t.Log(items[0]);
        try
        {
            items[3] += t.S(co, 9);
        }
        catch (IndexOutOfRangeException)
        {
            t.Log("out of range");
        }

        return $"{text} {a.Number}";
    }

    private static string Read(in int variable, int amount) => $"{variable} {amount}";

    private static string ReadLong(in long variable, int amount) => $"{variable} {amount}";

    private static string ReadNullable(in int? variable, int amount) => $"{variable} {amount}";

    private static string ReadPair(in (int X, int Y) variable, int amount) => $"{variable} {amount}";

    private static string ReadObject(in object variable, object? other) => $"{variable} {other}";

    private sealed class Holder
    {
        public Big Big;
    }

    private sealed record Indexed(string Text = "")
    {
        public Indexed(in int variable, int amount)
            : this($"{variable} {amount}")
        {
        }

        public string this[in int variable, int amount] => $"{variable} {amount}";
    }

    private struct Big
    {
        public int Number;

        public static Big operator +(in Big left, in int right) => new() { Number = left.Number * 10 + right };

        public static bool operator ==(in Big left, in Big right) => left.Number == right.Number;

        public static bool operator !=(in Big left, in Big right) => left.Number != right.Number;

        public static Big operator &(in Big left, in Big right) => new() { Number = left.Number & right.Number };

        public static bool operator true(in Big big) => big.Number != 0;

        public static bool operator false(in Big big) => big.Number == 0;

        public override readonly bool Equals(object? obj) => false;

        public override readonly int GetHashCode() => 0;

        public override readonly string ToString() => $"<{Number}>";
    }
}

internal static class InArgumentExtensions
{
    public static string Before(this in int variable, int amount) => $"{variable} {amount}";
}
