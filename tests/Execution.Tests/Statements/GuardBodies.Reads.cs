using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

/// <summary>What a pattern has read is not read again after a <c>when</c> that suspended, whatever changed meanwhile.</summary>
public sealed partial class GuardBodies
{
    [Coroutine]
    private static string PropertiesAreReadOnce(Co co, Trace t)
    {
        var node = new Node(t) { A = 1, B = 2 };
        switch (node)
        {
            case { A: 0, B: 0 }:
                break;
            case { A: 1 } when t.S(co, node.A = 2) == 0:
                break;
            case { A: 2 }:
                t.Log("read again");
                break;
            case { A: 1, B: 3 }:
                break;
            case { A: 1, B: 2 } when t.S(co, node.B = 3) == 0:
                break;
            case { A: var a, B: > 1 and var b } same:
                t.Log($"{a} {b} {same == node}");
                break;
        }

        return $"{node.A} {node.B}";
    }

    [Coroutine]
    private static string ReadsStayLazy(Co co, Trace t)
    {
        foreach (var a in new[] { 1, 2, 3, 4 })
        {
            var node = new Node(t) { A = a, B = a * 10 };
            switch (node)
            {
                case { A: 1, B: 10 } when t.S(co, false):
                    break;
                case { A: 2 or 3, B: 20 } when t.S(co, false):
                    break;
                case { B: 30 } when t.S(co, false):
                    break;
                case { A: > 3 } or { B: 10 } when t.S(co, true):
                    t.Log("four or ten");
                    break;
                case { A: not 3 }:
                    t.Log("not three");
                    break;
                case { B: _, A: var three }:
                    t.Log(three);
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string NestedProperties(Co co, Trace t)
    {
        var node = new Node(t) { A = 1, Next = new Node(t) { A = 5 } };
        switch (node)
        {
            case { Next: { A: 5, Next: null } } when t.S(co, node.Next = null) != null:
                break;
            case { Next: null }:
                t.Log("read again");
                break;
            case { Next.A: 4 }:
                break;
            case { Next.A: var a, Next.Next: null, A: 1 } when t.S(co, a) == 5:
                t.Log(a);
                break;
        }

        return "end";
    }

    [Coroutine]
    private static string TypesOfTheInput(Co co, Trace t)
    {
        foreach (var input in new object[] { new Leaf(t) { A = 1 }, new Node(t) { A = 1 }, new Twig(t) { A = 1 } })
        {
            var node = (Node)input;
            switch (input)
            {
                case Leaf { A: 1 } when t.S(co, node.A = 2) == 0:
                    break;
                case Leaf { A: 2 }:
                    t.Log("read again");
                    break;
                case Twig { A: 1 } when t.S(co, node.A = 3) == 0:
                    break;
                case Node { A: 1 } when t.S(co, node.A = 3) == 0:
                    break;
                case Node and Leaf { A: var a }:
                    t.Log($"leaf {a}");
                    break;
                case Node { A: 1 or 2 } and { B: 0 }:
                    t.Log("node");
                    break;
                default:
                    t.Log("none");
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string DeconstructionsAreDoneOnce(Co co, Trace t)
    {
        var node = new Node(t) { A = 1, B = 2 };
        switch (node)
        {
            case (1, 3):
                break;
            case (1, 2) when t.S(co, node.A = 2) == 0:
                break;
            case (2, _):
                t.Log("read again");
                break;
            case var (a, b) when t.S(co, a + b) == 0:
                break;
            case (1, var b) { A: 2 } two:
                t.Log($"{b} {two.B}");
                break;
        }

        return "end";
    }

    [Coroutine]
    private static string TuplesOfObjects(Co co, Trace t)
    {
        var (x, y) = (new Node(t) { A = 1 }, new Node(t) { A = 2 });
        switch (x, y)
        {
            case ({ A: 1 }, { A: 2 }) when t.S(co, x.A = y.A = 7) == 0:
                break;
            case ({ A: 7 }, _) or (_, { A: 7 }):
                t.Log("read again");
                break;
            case ({ A: var a }, { A: var b } second):
                t.Log($"{a} {b} {second.A}");
                break;
        }

        return "end";
    }

    [Coroutine]
    private static string Lists(Co co, Trace t)
    {
        var list = new Numbers(t, 1, 2, 3);
        switch (list)
        {
            case [1, .., 4]:
                break;
            case [1, .., 3] when t.S(co, list.Change(0, 5)):
                break;
            case [5, ..] or [_, _]:
                t.Log("read again");
                break;
            case [_, .. [2, var last]] when t.S(co, list.Change(1, 6)):
                t.Log(last);
                break;
            case [1, 2, var three] same when t.S(co, three) == 3:
                t.Log(same == list);
                break;
        }

        int[] array = [1, 2, 3];
        switch (array)
        {
            case [1, ..] when t.S(co, array[0] = 5) == 0:
                break;
            case [5, ..]:
                t.Log("read again");
                break;
            case [var first, .. var rest]:
                t.Log($"{first} {rest.Length}");
                break;
        }

        List<int> items = [1, 2];
        switch (items)
        {
            case [1, .., 2] when t.S(co, Cleared(items)):
                break;
            case []:
                t.Log("read again");
                break;
            case [.., 2]:
                t.Log("two");
                break;
        }

        return "end";
    }

    [Coroutine]
    private static string Nullables(Co co, Trace t)
    {
        var day = new Day(t) { Number = 3 };
        Day? input = day;
        switch (input)
        {
            case null when t.S(co, true):
                break;
            case { Number: 3 } when t.S(co, false):
                break;
            case { Number: 3, Box.Value: 1 } when t.S(co, day.Box.Value = 2) == 0:
                break;
            case Day { Number: 3, Box: { Value: var value } } and { Number: > 2 } same:
                t.Log($"{value} {same.Number}");
                break;
        }

        return "end";
    }

    [Coroutine]
    private static string EachRunReadsAnew(Co co, Trace t)
    {
        var node = new Node(t) { A = 0 };
        for (var i = 0; i < 4; i++)
        {
            switch (node)
            {
                case { A: 1 } when t.S(co, node.A = 2) == 0:
                    break;
                case { A: 0 } when t.S(co, node.A = 1) == 0:
                    break;
                case { A: 2 } when t.S(co, node.A = 3) == 3:
                    t.Log("two");
                    break;
                case { A: var a }:
                    t.Log(a);
                    break;
            }
        }

        return "end";
    }

    [Coroutine]
    private static string CapturedWhatWasRead(Co co, Trace t)
    {
        var functions = new List<Func<int>>();
        for (var i = 0; i < 3; i++)
        {
            var node = new Node(t) { A = i };
            switch (node)
            {
                case { A: var a } when new Func<bool>(() => a++ > 1)() && t.S(co, true):
                    functions.Add(() => a++);
                    break;
                case { A: var a } same when t.S(co, a) == 1:
                    functions.Add(() => same.A = a++);
                    break;
            }
        }

        return string.Join(" ", functions.Concat(functions).Select(f => f()));
    }

    private static bool Cleared(List<int> items)
    {
        items.Clear();
        return false;
    }

    private class Node(Trace t)
    {
        private int _a;
        private int _b;
        private Node? _next;

        public virtual int A
        {
            get => t.V(_a);
            set => _a = value;
        }

        public int B
        {
            get => t.V(_b);
            set => _b = value;
        }

        public Node? Next
        {
            get
            {
                t.Log("next");
                return _next;
            }
            set => _next = value;
        }

        public void Deconstruct(out int a, out int b)
        {
            t.Log("deconstruct");
            (a, b) = (_a, _b);
        }
    }

    private sealed class Leaf(Trace t) : Node(t);

    private sealed class Twig(Trace t) : Node(t)
    {
        public override int A
        {
            get => base.A + 0;
            set => base.A = value;
        }
    }

    private struct Day(Trace t)
    {
        private int _number;

        public int Number
        {
            readonly get => t.V(_number);
            set => _number = value;
        }

        public Boxed Box { get; } = new();
    }

    private sealed class Boxed
    {
        public int Value { get; set; } = 1;
    }

    private sealed class Numbers(Trace t, params List<int> items)
    {
        public int Length => t.V(items.Count);

        public int this[int index]
        {
            get
            {
                t.Log($"[{index}]");
                return items[index];
            }
        }

        public Numbers Slice(int start, int length)
        {
            t.Log($"slice {start} {length}");
            return new Numbers(t, [.. items.GetRange(start, length)]);
        }

        public bool Change(int index, int value)
        {
            items[index] = value;
            items.Add(value);
            return false;
        }
    }
}
