using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Statements;

public sealed partial class BlockBodies : Bodies<BlockBodies>
{
    private static int s_field = 1;
    private static string s_text = "field";

    private sealed class Item
    {
        public int Value = 3;

        public static string Kind => "item";
    }

    [Coroutine]
    private static string SameNamesInSiblings(Co co, Trace t)
    {
        {
            var x = t.S(co, 1);
            t.S(co, x);
            t.Log(x);
        }

        {
            var x = t.S(co, "text");
            t.S(co, x);
            t.Log(x);
        }

        {
            int x;
            t.S(co, 0);
            x = 2;
            t.Log(x);
        }

        {
            (int, string) x = (t.S(co, 1), t.S(co, "a"));
            t.S(co, x);
            t.Log(x);
        }

        {
            const int x = 5;
            t.S(co, x);
        }

        if (t.S(co, true))
        {
            long? x = t.S(co, 7);
            t.Log(x);
        }
        else
        {
            var x = new object();
            t.S(co, x);
        }

        return "end";
    }

    [Coroutine]
    private static string LocalHidesField(Co co, Trace t)
    {
        s_field = 10;
        s_text = "field";
        t.S(co, s_field);
        {
            var s_field = t.S(co, "local");
            t.S(co, s_field);
            BlockBodies.s_field++;
        }

        t.S(co, s_field);
        {
            var s_text = t.S(co, 5);
            t.Log(s_text + BlockBodies.s_field);
        }

        return s_text + s_field;
    }

    [Coroutine]
    private static string LocalWithTheNameOfAType(Co co, Trace t)
    {
        var Item = t.S(co, new Item());
        t.S(co, Item.Value);
        {
            var String = t.S(co, "s");
            t.S(co, String);
        }

        {
            Item Trace = new();
            t.S(co, Trace.Value);
        }

        t.S(co, String.Concat("a", "b"));
        Console Console = default;
        t.S(co, Console.Out);
        return BlockBodies.Item.Kind + Item.Value;
    }

    private struct Console
    {
        public readonly int Out => 4;
    }

    [Coroutine]
    private static string LocalWithTheNameOfAMethod(Co co, Trace t)
    {
        t.S(co, Twice(2));
        {
            var Twice = t.S(co, 5);
            t.S(co, Twice);
        }

        {
            Func<int, int> Twice = n => 3 * n;
            t.S(co, Twice(2));
            t.S(co, Twice(4));
        }

        return $"{Twice(3)}";
    }

    private static int Twice(int n) => 2 * n;

    [Coroutine]
    private static string Constants(Co co, Trace t)
    {
        const int Two = 2;
        const string Name = nameof(Two) + "!";
        t.S(co, Two);
        {
            const long Three = Two + 1;
            t.S(co, Three);
            switch (t.S(co, 3))
            {
                case (int)Three:
                    t.S(co, Name);
                    break;
                case Two:
                    break;
            }
        }

        {
            const string Three = "three" + Name;
            t.S(co, Three);
            const Item? Nothing = null;
            t.S(co, Nothing);
        }

        return Name + Two;
    }
}
