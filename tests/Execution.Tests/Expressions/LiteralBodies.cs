using System.Collections.Immutable;
using CoroGen.Execution.Tests.Harness;
using Numbers = System.Collections.Generic.List<int>;
using Pair = (int Left, string Right);

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>Operands that are no computation: literals, types, <c>this</c>.</summary>
public sealed partial class LiteralBodies : Bodies<LiteralBodies>
{
    private const int Seven = 7;

    [Coroutine]
    private static string Literals(Co co, Trace t) =>
        Text(1, 2.5m, 1_000L, 0b11, 0xFFu, 1e3, 'c', '\e', "text", @"a\b", """raw "text" """, true, false, null, t.S(co, 1)) + Length("bytes"u8.ToArray(), t.S(co, 1)) + Default(default, t.S(co, 2));

    [Coroutine]
    private static string Types(Co co, Trace t) =>
        Text(new object[] { typeof(int), typeof(List<>), typeof(int?), typeof((int, string)), typeof(int[]), typeof(System.Text.StringBuilder), typeof(global::System.Math), sizeof(long), default(int), default(DateTime), t.S(co, nameof(System.Text)) });

    [Coroutine]
    private static unsafe string PointerTypes(Co co, Trace t) =>
        Text(new object[] { typeof(int*), typeof(delegate*<int, void>), sizeof(int*), t.S(co, sizeof(nint) > 0) });

    [Coroutine]
    private static string NamesOfTypes(Co co, Trace t)
    {
        Numbers numbers = [Seven, t.S(co, Seven)];
        Pair pair = (numbers.Count, t.S(co, nameof(Pair)));
        ImmutableArray<int> fixedOnes = [t.S(co, 1), .. numbers];
        return Text(numbers[0], pair.Left, pair.Right, global::System.Math.Abs(t.S(co, -1)), fixedOnes.Length, nameof(List<>), t.S(co, Seven));
    }

    [Coroutine]
    private static string This(Co co, Trace t) => new Holder(3).Show(co, t);

    private static string Text(params object?[] values) => string.Join(" ", values);

    private static int Length(byte[] bytes, int n) => bytes.Length + n;

    private static string Default(string? text, int n) => text + n;

    private sealed partial class Holder(int value)
    {
        public int Stored
        {
            get => field + value;
            set;
        }

        [Coroutine]
        public string Show(Co co, Trace t)
        {
            Stored = t.S(co, 4);
            Stored += t.S(co, 5);
            return Text(this, this.Stored, t.S(co, this.Stored));
        }

        public override string ToString() => $"holder of {value}";
    }
}
