using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>Assignments behind <c>?.</c> and <c>?[</c>, and what else stands there.</summary>
public sealed partial class ConditionalAssignmentBodies : Bodies<ConditionalAssignmentBodies>
{
    [Coroutine]
    private static string Members(Co co, Trace t)
    {
        Item? none = null;
        Item? item = new(t);
        none?.P = t.S(co, 1);
        item?.P = t.S(co, 2);
        item?.F = t.S(co, 3);
        t.S(co, item)?.P = 4;
        var a = none?.P = t.S(co, 5);
        var b = item?.P = t.S(co, 6);
        string? text = item?.Name = t.S(co, "name");
        return $"{a} {b} {text} {item}";
    }

    [Coroutine]
    private static string TheReceiverIsReadBefore(Co co, Trace t)
    {
        Item? item = new(t);
        var first = item;
        item?.P = t.S(co, (item = null) is null ? 1 : 2);
        item ??= new Item(t);
        item?.Next?.P = t.S(co, 3);
        item?.Next = t.S(co, first);
        item?.Next?.P = t.S(co, (item.Next = null) is null ? 4 : 5);
        item?.Next?.Next?.P = t.V(t.S(co, 6));
        return $"{first} {item}";
    }

    [Coroutine]
    private static string Compound(Co co, Trace t)
    {
        Item? none = null;
        Item? item = new(t);
        none?.P += t.S(co, 1);
        item?.P += t.S(co, 2);
        item?.F -= t.S(co, item.F = 10);
        item?.Name ??= t.S(co, "first");
        item?.Name ??= t.S(co, "second");
        item?.Name += t.S(co, "!");
        var a = item?.P *= t.S(co, 3);
        var b = none?.P *= t.S(co, 3);
        var c = item?.Name ??= t.S(co, "third");
        return $"{a} {b} {c} {item}";
    }

    [Coroutine]
    private static string Elements(Co co, Trace t)
    {
        Item? none = null;
        Item? item = new(t);
        int[]? array = [1, 2, 3];
        none?[t.S(co, 0)] = t.S(co, 1);
        item?[t.S(co, 1)] = t.S(co, 2);
        item?[t.V(2)] += t.S(co, 3);
        array?[t.S(co, 0)] = t.V(7);
        array?[1] += t.S(co, array[1] = 50);
        array?[^1] = t.S(co, 9);
        var a = array?[t.S(co, 2)];
        var b = item?[t.S(co, 5)];
        var c = none?[t.S(co, 5)];
        try
        {
            array?[t.V(5)] = t.S(co, 1);
        }
        catch (IndexOutOfRangeException)
        {
            t.Log("after the value");
        }

        try
        {
            array?[t.V(5)] += t.S(co, 1);
        }
        catch (IndexOutOfRangeException)
        {
            t.Log("before the value");
        }

        return $"{a} {b} {c} {string.Join(",", array!)}";
    }

    [Coroutine]
    private static string Events(Co co, Trace t)
    {
        Item? none = null;
        Item? item = new(t);
        Action first = () => t.Log("first");
        none?.Raised += t.S(co, first);
        item?.Raised += t.S(co, first);
        item?.Raised += t.V(true) ? t.S(co, () => t.Log("second")) : null;
        item?.Raise();
        item?.Raised -= t.S(co, first);
        item?.Raise();
        return "end";
    }

    [Coroutine]
    private static string StructsInside(Co co, Trace t)
    {
        Item? item = new(t);
        Point[]? points = [default, default];
        item?.Place.X = t.S(co, 1);
        item?.Place.Move(t.S(co, 2));
        item?.Place.Y += t.S(co, item.Place.Y = 10);
        points?[1].X = t.S(co, 3);
        points?[t.V(1)].Move(t.S(co, 4));
        points?[1].Inner.X = t.S(co, 5);
        return $"{item?.Place.X} {item?.Place.Y} {points?[1].X} {points?[1].Y} {points?[1].Inner.X}";
    }

    [Coroutine]
    private static string AsArguments(Co co, Trace t)
    {
        Item? none = null;
        Item? item = new(t);
        return $"{t.V(item?.P = t.S(co, 1))} {(none?.P = t.S(co, 2)) ?? t.S(co, 3)} {(item?.Next = t.S(co, item))?.P}";
    }

    [Coroutine]
    private static string Faults(Co co, Trace t)
    {
        Item? item = new(t);
        try
        {
            item?.Next!.P = t.S(co, 1);
        }
        catch (NullReferenceException)
        {
            t.Log("after the value");
        }

        try
        {
            item?.Next!.P += t.S(co, 1);
        }
        catch (NullReferenceException)
        {
            t.Log("before the value");
        }

        item?.P = t.Throw<int>(co, "value");
        return "never";
    }

    [Coroutine]
    private static string OfTypeParameters(Co co, Trace t) =>
        $"{Added(co, t, new Counter())} {Added(co, t, new Box())} {Added<Box?>(co, t, null)}";

    [Coroutine]
    private static string Added<T>(Co co, Trace t, T counter)
        where T : ICounter?
    {
        var counters = new[] { counter };
        counter?.Add(t.S(co, 1));
        counters[t.V(0)]?.Add(t.S(co, 2));
        counter?.Value = t.S(co, counter.Value + 10);
        return $"{counter?.Value} {counters[0]?.Value}";
    }

    private interface ICounter
    {
        int Value { get; set; }

        void Add(int amount);
    }

    private struct Counter : ICounter
    {
        public int Value { get; set; }

        public void Add(int amount) => Value += amount;
    }

    private sealed class Box : ICounter
    {
        public int Value { get; set; }

        public void Add(int amount) => Value += amount;
    }

    private struct Point
    {
        public int X;
        public int Y;
        public (int X, int Y) Inner;

        public void Move(int distance) => Y += distance;
    }

    private sealed class Item(Trace t)
    {
        public int F;
        public Point Place;
        private int _p;

        public event Action? Raised;

        public int P
        {
            get => t.V(_p);
            set => _p = t.V(value);
        }

        public Item? Next { get; set; }

        public string? Name { get; set; }

        public int this[int index]
        {
            get => t.V(index * 10);
            set => t.Log($"[{index}] = {value}");
        }

        public void Raise() => Raised?.Invoke();

        public override string ToString() => $"{_p} {F} {Name} {Next is not null}";
    }
}
