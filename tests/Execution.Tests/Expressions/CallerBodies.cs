using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>What C# tells a callee of its caller: it is the user's code, wherever the call is written. See <see cref="CallBodies"/> for plain calls.</summary>
public sealed partial class CallerBodies : Bodies<CallerBodies>
{
    [Coroutine]
    private static string Creations(Co co, Trace t)
    {
        var a = new Told(t.S(co, 3)).Text;
        Told b = new(t.S(co, 3), 7);
        var s = t.S(co, (string?)"s");
        t.Log(Of(s!) + Of((s!)) + Of(t.S(co, s)!));
        t.Log(b.Next(s!).Next(t.S(co, s)!).Text);
        t.Log(new Told(extra: t.S(co, 1), n: (t.V(2))) { Text = t.S(co, "z") }.Text);
        t.Log(new Bag { Text = t.S(co, "text") }.Text);
        t.Log(new Bag { Size = t.V(2) }.Text);
        return a + b.Text;
    }

    [Coroutine]
    private static string Indexers(Co co, Trace t)
    {
        var a = new Bag();
        var q = t.S(co, 2);
        t.Log(a[q]);
        t.Log(a?[q]);
        a![q] = "z";
        a[t.S(co, 3)] = "w";
        a[
            4] = t.S(co, "v");
        a[q] += t.S(co, "+");
        a[q] ??= "n";
        t.Log(a?[t.S(co, 5)]);
        t.Log(a![t.S(co, 5)].Length);
        return a.Text;
    }

    [Coroutine]
    private static string CollectionInitializers(Co co, Trace t)
    {
        t.Log(new Bag { 1, 2 }.Text);
        t.Log(new Bag { t.S(co, 3), 4 }.Text);
        Bag c = new() { [5] = "x", [t.S(co, 6)] = "y" };
        t.Log(c.Text);
        Pairs p = new() { { 1, 2 }, { t.V(3), t.S(co, 4) }, { 5 } };
        t.Log(p.Text);
        return new Pairs { { 1, 2 }, { 5 } }.Text;
    }

    [Coroutine]
    private static string StringHandlers(Co co, Trace t)
    {
        {
            var name = t.S(co, "n");
            t.Log(Log($"a{name}b{name.Length,3}"));
        }

        {
            var other = t.S(co, 5);
            t.Log(Log($"a{other}b{other + 1}"));
            t.S(co);
        }

        var k = new[] { 1 }.Select(x => Log($"{x}{x + 1:00}")).First();
        t.Log(Note($"a{t.S(co, 4)}b{k}c{t.S(co, k),5}"));
        return Note($"a{t.S(co, 4)}b{(k)}c{k!}" + $"{t.V(k)}");
    }

    private static string Of(string? value, [CallerArgumentExpression(nameof(value))] string? text = null) => value + text;

    private static string Log(ref Written written) => written.ToString();

    private static string Note(Handler written) => written.ToString();

    private sealed class Told(int n, int extra = 4, [CallerLineNumber] int line = 0, [CallerArgumentExpression(nameof(n))] string? text = null, [CallerMemberName] string member = "")
    {
        public string Text = $"{n} {extra} {line} {text} {member}";

        public Told Next(string? value, [CallerArgumentExpression(nameof(value))] string? argument = null)
        {
            Text += value + argument;
            return this;
        }
    }

    private sealed class Bag([CallerMemberName] string member = "", [CallerLineNumber] int line = 0) : IEnumerable
    {
        public string Text = member + line;

        public int Size { get; set; }

        public string this[int i, [CallerMemberName] string member = "", [CallerLineNumber] int line = 0, [CallerArgumentExpression(nameof(i))] string e = ""]
        {
            get => Text += $" get {i} {member} {line} {e}";
            set => Text += $" set {i} {value} {member} {line} {e}";
        }

        public void Add(int x, [CallerMemberName] string member = "", [CallerLineNumber] int line = 0, [CallerArgumentExpression(nameof(x))] string e = "") => Text += $" {x} {member} {line} {e}";

        public IEnumerator GetEnumerator() => throw new NotSupportedException();
    }

    private sealed class Pairs : IEnumerable
    {
        public string Text = "";

        public void Add(
            int a, int b = 7, string s = "d", [CallerMemberName] string member = "", double z = 1.5, [CallerArgumentExpression(nameof(a))] string e = "", [CallerFilePath] string file = "") =>
            Text += $" {a} {b} {s} {member} {z} {e} {Path.GetFileName(file)}";

        public IEnumerator GetEnumerator() => throw new NotSupportedException();
    }

    [InterpolatedStringHandler]
    private ref struct Written(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new($"{literalLength} {formattedCount}");

        public readonly void AppendLiteral(string text) => _text.Append(text);

        public readonly void AppendFormatted<T>(T value, int alignment = 0, string? format = null, [CallerArgumentExpression(nameof(value))] string? name = null) =>
            _text.Append($"<{name}={value},{alignment}:{format}>");

        public override readonly string ToString() => _text.ToString();
    }

    [InterpolatedStringHandler]
    private sealed class Handler(int literalLength, int formattedCount, [CallerMemberName] string member = "", [CallerLineNumber] int line = 0)
    {
        private readonly StringBuilder _text = new($"{literalLength} {formattedCount} {member} {line}");

        public void AppendLiteral(string text) => _text.Append(text);

        public void AppendFormatted<T>(T value, int alignment = 0, [CallerArgumentExpression(nameof(value))] string? name = null, [CallerLineNumber] int line = 0) =>
            _text.Append($"<{name}={value},{alignment} {line}>");

        public override string ToString() => _text.ToString();
    }
}
