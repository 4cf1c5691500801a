using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary><c>c ? ref a : ref b</c> with a suspension after it: the variable that was chosen before is the one that is used.</summary>
public sealed partial class RefConditionalBodies : Bodies<RefConditionalBodies>
{
    private static int s_number;
    private int _field;

    [Coroutine]
    private static string Targets(Co co, Trace t)
    {
        var (a, b) = (1, 2);
        var choice = true;
        (choice ? ref a : ref b) = t.S(co, 10) + (choice.Equals(choice = t.V(false)) ? 1 : 0);
        (choice ? ref a : ref b) += t.S(co, b = 20) + t.V(a++);
        (t.S(co, true) ? ref a : ref b) -= t.S(co, 3);
        string? none = null, some = "some";
        (t.V(true) ? ref none : ref some) ??= t.S(co, none = "late");
        (t.V(false) ? ref none : ref some) ??= t.S(co, "never");
        ((t.V(true) ? ref a : ref b), var c) = (t.S(co, 5), t.V(6));
        return $"{a} {b} {c} {choice} {none} {some}";
    }

    [Coroutine]
    private static string Arguments(Co co, Trace t)
    {
        int[] x = [1, 2, 3];
        var y = new Holder { Number = 7 };
        var (i, other) = (0, 4);
        t.Log(Change(ref (t.V(true) ? ref x[i] : ref y.Number), t.S(co, i = 1)));
        t.Log(Change(ref t.V(false) ? ref x[t.V(i)] : ref y.Number, t.S(co, (y = new Holder()).Number)));
        t.Log(Change(ref (t.V(true) ? ref x[t.S(co, 2)] : ref x[t.S(co, 1)]), t.S(co, (x = [9, 9, 9])[0])));
        t.Log(Read(t.V(true) ? ref other : ref x[0], t.S(co, other = 5)));
        t.Log(Read(in t.V(false) ? ref other : ref x[t.V(1)], t.S(co, x[1] = 6)));
        t.Log(Read((t.S(co, false) ? ref other : ref x[t.S(co, 1)]), t.S(co, x[1] = 8)));
        t.Log(Read(t.V(true) ? ref other : ref x[0], t.V(other = 11)));
        t.Log(Read(t.S(co, true) ? ref other : ref x[t.S(co, 0)], t.V(other = 12)));
        Assign(out (t.V(true) ? ref other : ref x[0]), t.S(co, 13));
        return $"{string.Join(" ", x)} {y.Number} {other}";
    }

    [Coroutine]
    private static string Nested(Co co, Trace t)
    {
        int[] x = [1, 2];
        var (a, b) = (3, 4);
        (t.V(false) ? ref a : ref t.V(true) ? ref x[t.V(1)] : ref b) = t.S(co, 5);
        (t.V(true) ? ref (t.V(false) ? ref x[t.V(5)] : ref b) : ref a) += t.S(co, b = 6);
        (t.S(co, false) ? ref a : ref (t.S(co, false) ? ref x[t.S(co, 5)] : ref x[t.S(co, 0)])) *= t.S(co, 7);
        t.Log(Read(t.V(false) ? ref a : ref t.V(false) ? ref b : ref s_number, t.S(co, s_number = 8)));
        return $"{string.Join(" ", x)} {a} {b}";
    }

    [Coroutine]
    private static string Structs(Co co, Trace t)
    {
        Counter[] counters = [default, default];
        var (first, second) = (default(Counter), new Holder());
        (t.V(true) ? ref first : ref second.Counter).Add(t.S(co, first.Value = 10));
        (t.V(false) ? ref first : ref second.Counter).Value = t.S(co, 3);
        (t.V(false) ? ref first : ref counters[t.V(1)]).Value += t.S(co, counters[1].Value = 20);
        t.Log(Change(ref (t.V(true) ? ref counters[t.V(0)] : ref first).Value, t.S(co, counters[0].Value = 4)));
        (t.V(true) ? ref first.Value : ref second.Counter.Value)++;
        return $"{first.Value} {second.Counter.Value} {counters[0].Value} {counters[1].Value}";
    }

    [Coroutine]
    private static string FaultsAtThePlainTime(Co co, Trace t)
    {
        int[] x = [1];
        var other = 2;
        Holder? nothing = null;
        object[] objects = new string[1];
        object thing = "";
        string[] cases = ["bounds", "null", "null array", "covariant", "not chosen"];
        foreach (var kind in cases)
        {
            try
            {
                switch (kind)
                {
                    case "bounds":
                        (t.V(true) ? ref x[t.V(5)] : ref other) = t.S(co, 1);
                        break;
                    case "null":
                        Change(ref (t.V(true) ? ref nothing!.Number : ref other), t.S(co, 2));
                        break;
                    case "null array":
                        t.Log(Read((t.V(true) ? ref nothing!.Numbers![t.V(1)] : ref other), t.S(co, 3)));
                        break;
                    case "covariant":
                        (t.V(true) ? ref objects[t.V(0)] : ref thing) = t.S(co, "text");
                        break;
                    default:
                        (t.V(false) ? ref x[t.V(5)] : ref other) = t.S(co, 4);
                        (t.V(true) ? ref other : ref nothing!.Number) += t.S(co, 5);
                        break;
                }
            }
            catch (Exception e)
            {
                t.Log($"{kind}: {e.GetType().Name}");
            }
        }

        return $"{other}";
    }

    [Coroutine]
    private static string Captured(Co co, Trace t)
    {
        var log = "";
        for (var n = 0; n < 3; n++)
        {
            var (a, b) = (n, n * 10);
            Func<string> show = () => $"{a} {b};";
            (n == 1 ? ref a : ref b) += t.S(co, a = 100);
            log += show();
        }

        return log;
    }

    [Coroutine]
    private static string Fields(Co co, Trace t) => new RefConditionalBodies().InObject(co, t) + $" {s_number}";

    [Coroutine]
    private string InObject(Co co, Trace t)
    {
        s_number = 1;
        (t.V(true) ? ref _field : ref s_number) = t.S(co, 3);
        (t.V(false) ? ref this._field : ref s_number) += t.S(co, s_number = 5);
        return $"{_field}";
    }

    [Coroutine]
    private static string PatternInTheCondition(Co co, Trace t)
    {
        object box = new Holder { Number = 4 };
        var other = 0;
        (box is Holder { Number: > 3 } holder ? ref holder.Number : ref other) += t.S(co, 6);
        (box is Holder { Number: > 30 } big ? ref big.Number : ref other) += t.S(co, 7);
        return $"{((Holder)box).Number} {other}";
    }

    [Coroutine]
    private static string ReferencesBetween(Co co, Trace t)
    {
        int[] x = [1, 2, 3];
        var other = 4;
        ref var chosen = ref (t.V(true) ? ref x[t.S(co, 1)] : ref other);
        chosen += 10;
        t.S(co);
        chosen = ref (t.S(co, false) ? ref x[0] : ref other);
        chosen += 20;
        return $"{string.Join(" ", x)} {other}";
    }

    private static int Change(ref int variable, int amount) => variable += amount;

    private static int Read(in int variable, int amount) => variable * 100 + amount;

    private static void Assign(out int variable, int value) => variable = value;

    private struct Counter
    {
        public int Value;

        public void Add(int amount) => Value += amount;
    }

    private sealed class Holder
    {
        public int Number;
        public int[]? Numbers = [];
        public Counter Counter;
    }
}
