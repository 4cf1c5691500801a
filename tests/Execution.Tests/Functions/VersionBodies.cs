using System.Numerics;
using System.Runtime.CompilerServices;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

/// <summary>What each version of C# has added, as far as no other body has it.</summary>
public sealed partial class VersionBodies : Bodies<VersionBodies>
{
    [Coroutine]
    private static string CSharp7(Co co, Trace t)
    {
        object o = t.S(co, 5);
        var text = t.S(co, o) is int n && n > 3 ? $"{n}" : "none";
        var x = 1_000 + t.S(co, 0b1010_1010);
        var point = (x, y: 2);
        var inferred = (x, point.y);
        text += inferred.x + Sum(a: t.V(1), t.S(co, 2)) + inferred.y;
        Span<int> numbers = stackalloc[] { 1, 2, x };
        text += numbers[2];
        return text + OfType<string>(co, t, "a") + OfType<string>(co, t, 1) + new Protected(t).Use(co);
    }

    [Coroutine]
    private static string OfType<T>(Co co, Trace t, object o) => t.S(co, o) is T x ? $"{x}" : "other";

    [Coroutine]
    private static string CSharp8(Co co, Trace t)
    {
        string? none = t.S(co, (string?)null);
        var text = t.S(co, "abc") is { Length: 3 } ? "three" : "other";
        text += t.S(co, new Point(1, 2)) is (1, var y) ? $"{y}" : "none";
        string some = t.S(co, text)!;
        return some + none?.Length + (t.S(co, none) is { } ? 1 : 2);
    }

    [Coroutine]
    private static string CSharp9(Co co, Trace t)
    {
        Point point = new(t.S(co, 1), t.S(co, 2));
        nint size = t.S(co, (nint)8);
        nuint unsigned = (nuint)t.S(co, 9) + 1;
        Func<int, int, int> seven = (_, _) => 7;
        var letter = t.S(co, 'x') is >= 'a' and <= 'z';
        var text = t.S(co, 5) is > 10 or not 6;
        return $"{point} {size} {unsigned} {seven(1, t.S(co, 2))} {letter} {text} {Twice(t.S(co, 4))}";

        [MethodImpl(MethodImplOptions.NoInlining)]
        static int Twice(int n) => 2 * n;
    }

    [Coroutine]
    private static string CSharp10(Co co, Trace t)
    {
        const string Name = "name";
        const string Full = $"{Name} of a constant";
        int a;
        (a, var b) = (t.S(co, 1), t.V("b"));
        Func<int, int> twice = [MethodImpl(MethodImplOptions.NoInlining)] int (n) => 2 * n;
        var pair = (1, new Point(3, 4));
        var found = t.S(co, pair) is { Item2.X: 3 };
        var vector = new Vector(1, 2) with { Y = t.S(co, 5) };
        return $"{a} {b} {twice(t.S(co, 3))} {found} {vector} {vector.Length(co, t)} " + t.S(co, Full);
    }

    [Coroutine]
    private static string CSharp11(Co co, Trace t)
    {
        var x = t.S(co, 1);
        Span<int> one = new(ref x);
        one[0] += 5;
        t.S(co);
        var isText = t.S(co, "text").AsSpan() is "text";
        var text = $"{t.S(co, 3) switch
        {
            1 => "one",
            _ => "many",
        }} {x}";
        return $"{text} {isText} {Add(co, t, 1.5, 2.5)} {Add(co, t, 1, 2)} {Marked(co, t)}";
    }

    [Coroutine]
    private static T Add<T>(Co co, Trace t, T a, T b)
        where T : INumber<T>
    {
        var sum = a + t.S(co, b) + T.One;
        return a + b == t.S(co, sum - T.One) ? sum : T.Zero;
    }

    [Note<string>]
    [Coroutine]
    private static string Marked(Co co, Trace t) => t.S(co, "marked");

    [Coroutine]
    private static string CSharp12(Co co, Trace t)
    {
        var sum = new List<string>();
        {
            var add = (int a, int b = 7) => a + b;
            sum.Add($"{add(1)} {add(1, 2)}");
        }

        t.S(co);
        return string.Join(" ", sum);
    }

    [Coroutine]
    private static string CSharp13(Co co, Trace t)
    {
        var holder = new Holder { Items = { [^1] = t.S(co, 5), [0] = t.S(co, 4) } };
        var twice = Twice;
        return $"{string.Join(",", holder.Items)} {twice(t.S(co, 4))} {Preferred(co, t, "a")}";
    }

    [Coroutine]
    private static string Preferred(Co co, Trace t, string text) => t.S(co, "never");

    [OverloadResolutionPriority(1)]
    [Coroutine]
    private static string Preferred(Co co, Trace t, object text) => t.S(co, $"preferred {text}");

    [Coroutine]
    private static string CSharp14(Co co, Trace t)
    {
        Parse parse = (text, out number) => int.TryParse(text, out number);
        var fine = parse(t.S(co, "12"), out var n);
        var parts = new Parts(t, t.S(co, 3));
        return nameof(Dictionary<,>) + t.S(co, fine) + n + parts.Show(co);
    }

    private delegate bool Parse(string text, out int number);

    private static int Sum(int a, int b) => a + b;

    private static int Twice(int n) => 2 * n;

    private sealed record Point(int X, int Y);

    private readonly partial record struct Vector(int X, int Y)
    {
        [Coroutine]
        public int Length(Co co, Trace t) => X + t.S(co, Y);
    }

    private sealed class Holder
    {
        public int[] Items { get; } = [1, 2, 3];
    }

    private partial class Protected(Trace t)
    {
        [Coroutine]
        private protected string Hidden(Co co) => t.S(co, "hidden");

        [Coroutine]
        public string Use(Co co) => Hidden(co) + co.Await(Hidden());
    }

    private sealed partial class Parts
    {
        private readonly Trace _t;
        private readonly int _n;

        public partial Parts(Trace t, int n);

        private partial event Action Changed;

        [Coroutine]
        public string Show(Co co)
        {
            Changed += t_Log;
            Changed -= t_Log;
            return $"{_t.S(co, _n)}";

            void t_Log() => _t.Log("changed");
        }
    }

    private sealed partial class Parts
    {
        public partial Parts(Trace t, int n) => (_t, _n) = (t, n);

        private partial event Action Changed
        {
            add => _t.Log("added");
            remove => _t.Log("removed");
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class NoteAttribute<T> : Attribute
    {
        public Type Type => typeof(T);
    }
}
