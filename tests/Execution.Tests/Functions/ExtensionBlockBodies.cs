using System.Numerics;
using System.Runtime.CompilerServices;
using CoroGen.Execution.Library;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

internal static partial class BlockExtensions
{
    extension(string text)
    {
        [Coroutine]
        public string Twice(Co co, Trace t, string between = "-") => t.S(co, text) + between + t.S(co, text);

        [Coroutine]
        public string Longer(Co co, Trace t, int times)
        {
            Func<string> later = () => text;
            for (var i = 0; i < times; i++)
                text += t.S(co, i);
            return later();
        }

        [Coroutine]
        public string Repeated(Co co, Trace t, int times)
        {
            if (times == 0)
                return "";
            return Pause(co, t) + text.Repeated(co, t, times - 1) + Repeated(text, co, t, 0) + BlockExtensions.Repeated(text, co, t, times: 0) + text.Length;
        }

        [Coroutine]
        public string Written(Co co, Trace t, [CallerArgumentExpression(nameof(text))] string of = "", [CallerMemberName] string member = "") => t.S(co, of) + member;

        public string Plain => text + "!";

        [Coroutine]
        public static string Nothing(Co co, Trace t) => t.S(co, "");

        [Coroutine]
        public static string Made(Co co, Trace t, int length)
        {
            var made = new string('x', t.S(co, length));
            return length == 0 ? made : made + string.Made(co, t, length - 1) + Made(co, t, 0);
        }
    }

    extension<T>(IReadOnlyList<T> items)
        where T : INumber<T>
    {
        [Coroutine]
        public T Sum(Co co, Trace t)
        {
            var sum = T.Zero;
            foreach (var item in items)
                sum += t.S(co, item);
            return sum;
        }

        [Coroutine]
        public T First(Co co, Trace t) => t.S(co, items[0]);

        [Coroutine]
        public List<TResult> Mapped<TResult>(Co co, Trace t, Func<T, TResult> map)
            where TResult : notnull
        {
            [Coroutine]
            TResult One(Co inner, int index) => t.S(inner, map(items[index]));

            List<TResult> all = [];
            for (var i = 0; i < items.Count; i++)
                all.Add(One(co, i));
            CoFunc<T> first = inner => t.S(inner, items[0]);
            t.Log($"{typeof(T).Name} {typeof(TResult).Name} {first(co)}");
            return all;
        }

        [Coroutine]
        public static IReadOnlyList<T> Ones<TCount>(Co co, Trace t, TCount count)
            where TCount : struct, IConvertible
        {
            List<T> all = [];
            while (all.Count < count.ToInt32(null))
                all.Add(t.S(co, T.One));
            return all;
        }
    }

    extension((int From, int To) range)
    {
        [Coroutine]
        public int Length(Co co, Trace t)
        {
            range.From += t.S(co, 1);
            return range.To - range.From;
        }
    }

    extension<T>(T? value)
        where T : struct
    {
        [Coroutine]
        public string Shown(Co co, Trace t) => value is { } known ? $"{t.S(co, known)}" : "none";
    }

    /// <summary>The handle is what is extended.</summary>
    extension(Co handle)
    {
        [Coroutine]
        public int Counted(Trace t, int n) => n == 0 ? 0 : 1 + t.S(handle, handle.Counted(t, n - 1));
    }

    [Coroutine]
    private static string Pause(Co co, Trace t) => t.S(co, ".");
}

public sealed partial class ExtensionBlockBodies : Bodies<ExtensionBlockBodies>
{
    internal struct Counter
    {
        public int Value;
    }

    [Coroutine]
    private static string BothForms(Co co, Trace t) =>
        "a".Twice(co, t) + BlockExtensions.Twice("b", co, t, between: "+") + t.S(co, "c").Twice(co, t, t.S(co, "*")).Twice(co, t)
        + BlockExtensions.Twice(text: t.S(co, "d"), between: "/", co: co, t: t) + BlockExtensions.Twice(t: t, co: co, text: t.S(co, "e"));

    [Coroutine]
    private static string Receivers(Co co, Trace t)
    {
        var text = "a";
        string[] texts = ["x", "y"];
        var i = 0;
        var moved = texts[i++].Twice(co, t, texts[i++] + t.S(co, i));
        var old = text.Twice(co, t, t.S(co, text = "b"));
        string? none = null;
        return $"{moved} {old} {text} {none?.Twice(co, t)} {t.S(co, text)?.Twice(co, t, "?")} {text.Plain + t.S(co, "z")}";
    }

    [Coroutine]
    private static string CapturedReceiver(Co co, Trace t)
    {
        var text = "a";
        return text.Longer(co, t, 3) + text + text.Repeated(co, t, 2);
    }

    [Coroutine]
    private static string CallersText(Co co, Trace t) => (1 + "b").Written(co, t) + BlockExtensions.Written("c" + 2, co, t) + t.S(co, "d").Written(co, t);

    [Coroutine]
    private static string StructReceiver(Co co, Trace t)
    {
        var range = (From: 1, To: 5);
        var length = range.Length(co, t) + BlockExtensions.Length(range, co, t);
        var before = range.Later(t.S(co, (range.To += 10) > 0));
        int? some = 3;
        return $"{length} {range.From} {before} {range.Length(co, t)} {some.Shown(co, t)} {((int?)null).Shown(co, t)}";
    }

    /// <summary>Of a plain extension method in a block: a receiver that is passed by value is copied before the arguments, one by reference is not.</summary>
    [Coroutine]
    private static string PlainReceivers(Co co, Trace t)
    {
        var counter = new Counter { Value = 1 };
        var copied = counter.Read(t.S(co, counter.Value = 2));
        var shared = counter.Add(t.S(co, counter.Value = 3));
        return $"{copied} {shared} {counter.Value}";
    }

    [Coroutine]
    private static string Generic(Co co, Trace t)
    {
        List<int> numbers = [1, 2, 3];
        double[] others = [0.5, t.S(co, 1.5)];
        var mapped = numbers.Mapped<int, string>(co, t, n => $"<{n}>").Concat(BlockExtensions.Mapped(others, co, t, n => $"[{n}]"));
        return $"{numbers.Sum(co, t)} {others.Sum(co, t)} {others.First(co, t)} {string.Concat(mapped)} {string.Join(",", numbers.Mapped(co, t, n => n % 2 == 0))}";
    }

    [Coroutine]
    private static string OnTheType(Co co, Trace t)
    {
        var ones = IReadOnlyList<decimal>.Ones(co, t, t.S(co, 2));
        return string.Made(co, t, 2) + string.Nothing(co, t) + BlockExtensions.Made(co, t, t.S(co, 1)) + string.Join("+", ones) + BlockExtensions.Ones<int, byte>(co, t, 3).Count;
    }

    [Coroutine]
    private static string OnTheHandle(Co co, Trace t) => $"{co.Counted(t, t.S(co, 3))} {BlockExtensions.Counted(co, t, 1)} {co.Await(BlockExtensions.Counted(t, 2))}";

    [Coroutine]
    private static string Factories(Co co, Trace t)
    {
        var a = co.Launch("a".Twice(t));
        var b = BlockExtensions.Twice("b", t, between: "+");
        Func<Trace, string, Coroutine<string>> bound = "c".Twice;
        Func<string, Trace, string, Coroutine<string>> open = BlockExtensions.Twice;
        Func<Trace, int, Coroutine<string>> made = string.Made;
        List<int> numbers = [1, 2];
        var c = co.Launch(numbers.Mapped(t, n => n.ToString()));
        return co.Await(a) + co.Await(b) + co.Await(bound(t, "*")) + co.Await(open("d", t, "/")) + co.Await(made(t, 1)) + co.Await(string.Made(t, 0)) + co.Await(c).Count
            + co.Await(IReadOnlyList<long>.Ones(t, 2)).Count + co.Await(numbers.Sum(t));
    }

    [Coroutine]
    private static string OtherAssembly(Co co, Trace t)
    {
        var launched = co.Launch("x".Echoed(2));
        int[] numbers = [3, t.S(co, 4)];
        return $"{"y".Echoed(co, t.S(co, 2))} {ShopBlocks.Echoed("z", co, 1)} {numbers.LastOf(co, t.S(co, 1))} {Coin.Minted(co, 5)} {ShopBlocks.Minted(co, 6)} {co.Await(launched)} {co.Await(Coin.Minted(7))} {co.Await(numbers.LastOf(2))}";
    }
}

internal static class PlainBlocks
{
    extension<T>(T value)
        where T : struct
    {
        public string Later(bool condition) => $"{value} {condition}";
    }

    extension(ExtensionBlockBodies.Counter counter)
    {
        public int Read(int other) => 10 * counter.Value + other;
    }

    extension(ref ExtensionBlockBodies.Counter counter)
    {
        public int Add(int other) => counter.Value += other;
    }
}
