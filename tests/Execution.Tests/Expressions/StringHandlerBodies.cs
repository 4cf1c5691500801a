using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Expressions;

/// <summary>Interpolated strings that a handler takes.</summary>
public sealed partial class StringHandlerBodies : Bodies<StringHandlerBodies>
{
    [Coroutine]
    private static string InOrder(Co co, Trace t)
    {
        var log = new Log(t, isOn: true);
        log.Write($"{t.V(1)} and {t.S(co, 2)}{{{t.V("x"),5}}} {t.S(co, 3):x4}, {t.S(co, 4),-3:d2}.");
        log.Write(t.V(7), $"{t.S(co, 8)}");
        log.Write(level: t.S(co, 9), text: $"a{t.S(co, 1)}" + $"b{t.V(2)}" + ($"{t.S(co, 3)}c"));
        t.S(co, log).Write($"{t.S(co, 5)}");
        log.Write($$"""
            raw {{t.S(co, 6):00}} {"quoted"} {{
                t.V(7)}}
            """);
        log.Write($@"C:\{t.S(co, 8)}""{{");
        return log.ToString();
    }

    [Coroutine]
    private static string Skipped(Co co, Trace t)
    {
        var off = new Log(t, isOn: false);
        off.Write($"{t.S(co, 1)}{t.V(2)}");
        off.Write(3, $"never {t.S(co, 1)}");
        var full = new Log(t, isOn: true) { Room = 2 };
        full.Write($"a{t.S(co, 1)}b{t.S(co, 2)}c{t.V(3)}");
        full.Write(t.S(co, 5), $"d{t.S(co, 1)}{t.V(2)}");
        return $"{off} {full}";
    }

    [Coroutine]
    private static string OperandsRoundIt(Co co, Trace t)
    {
        var log = new Log(t, isOn: true);
        var first = log;
        log.Write(t.V(1), $"{t.S(co, (log = new Log(t, false)) == first)}", t.V("after"));
        first.Write(t.V(2), $"{t.V("x")}{t.S(co, "y")}", t.S(co, "after"));
        Log? none = null;
        none?.Write(1, $"{t.S(co, 1)}");
        first?.Write(t.V(1), $"{t.S(co, 3)}");
        return $"{first}";
    }

    [Coroutine]
    private static string AsValue(Co co, Trace t)
    {
        Struct made = $"{t.S(co, 1)} {t.V(2)}";
        made.AppendLiteral("!");
        Struct[] several = [$"{t.V(3)}", $"<{t.S(co, 4)}>"];
        var chosen = t.S(co, true) ? (Struct)$"{t.S(co, 5)}" : made;
        return $"{made} {several[0]} {several[1]} {chosen} {Both(co, t)}";
    }

    [Coroutine]
    private static Struct Both(Co co, Trace t) => $"{t.S(co, 6)}{t.S(co, 7)}";

    [Coroutine]
    private static string ByReference(Co co, Trace t)
    {
        var text = new StringBuilder("sb:");
        text.Append($"{t.V(1)} {t.S(co, 2),4}").Append(CultureInfo.InvariantCulture, $"{t.S(co, 1.5):0.00}{t.V('c')}").AppendLine($"{t.S(co, text.Length)}");
        t.Log(Taken(t.V(1), $"{t.S(co, 3)}"));
        t.Log(Taken(ref text, $"{t.S(co, (text = new StringBuilder("new")).Length)}"));
        t.Log(new Keeper(t.V(5), $"{t.S(co, 4)}").Text);
        t.Log(new Keeper(5, $"")[t.V(6), $"{t.S(co, 5)}"]);
        t.Log("extended".With($"{t.S(co, 6)}"));
        return text.ToString();
    }

    [Coroutine]
    private static string Faults(Co co, Trace t)
    {
        var log = new Log(t, isOn: true);
        try
        {
            log.Write($"{t.V(1)}{t.Throw<int>(co, "hole")}{t.V(2)}");
        }
        catch (InvalidOperationException e)
        {
            log.Write($"{e.Message} {t.S(co, log.ToString())}");
        }

        return log.ToString();
    }

    [Coroutine]
    private static string OfItsReceiver(Co co, Trace t)
    {
        var box = new Box(t, "box");
        var none = (Box?)null;
        t.Log(box[$"x{t.S(co, 1)}y"] + (box)[$"x{t.S(co, 1),4}y"] + t.S(co, box)[$"{t.S(co, 2)}"] + box?[$"{t.S(co, 3)}"] + none?[$"{t.S(co, 3)}"]);
        t.Log(box!.Put(t.S(co, 4), "p", $"z{t.S(co, 5)}") + (t.S(co, box)).Put((t.S(co, 4)), s: (t.S(co, "s")), text: $"z{t.S(co, 5)}") + box!.Put((6), ("i"), text: ($"z{t.S(co, 5)}")));
        return box.Inside(co);
    }

    private static string Taken(int level, in Struct text) => $"{level}: {text}";

    private static string Taken(ref StringBuilder text, [InterpolatedStringHandlerArgument(nameof(text))] ref Struct handler) => $"{text} {handler}";

    private sealed class Log(Trace t, bool isOn)
    {
        private readonly StringBuilder _text = new();

        public int Room { get; set; } = 100;

        public void Write([InterpolatedStringHandlerArgument("")] Handler text) => _text.Append(CultureInfo.InvariantCulture, $"[{text}]");

        public void Write(int level, [InterpolatedStringHandlerArgument("", nameof(level))] Handler text, string end = "") =>
            _text.Append(CultureInfo.InvariantCulture, $"[{level}{text}{end}]");

        public override string ToString() => _text.ToString();

        [InterpolatedStringHandler]
        public sealed class Handler
        {
            private readonly Log _log;
            private readonly StringBuilder _parts = new();

            public Handler(int literalLength, int formattedCount, Log log, out bool isWanted)
            {
                log.Note($"handler {literalLength} {formattedCount}");
                (_log, isWanted) = (log, log.IsOn);
            }

            public Handler(int literalLength, int formattedCount, Log log, int level, out bool isWanted)
                : this(literalLength, formattedCount, log, out isWanted)
            {
                log.Note($"level {level}");
                isWanted &= level != 3;
            }

            public bool AppendLiteral(string text) => Append($"'{text}'");

            public bool AppendFormatted<T>(T value) => Append($"{value}");

            public bool AppendFormatted<T>(T value, string format) => Append($"{value}:{format}");

            public bool AppendFormatted<T>(T value, int alignment, string? format = null) => Append($"{value},{alignment}:{format}");

            public override string ToString() => _parts.ToString();

            private bool Append(string part)
            {
                _log.Note(part);
                _parts.Append(part);
                return --_log.Room >= 0;
            }
        }

        private bool IsOn => isOn;

        private void Note(string what) => t.Log(what);
    }

    [InterpolatedStringHandler]
    private struct Struct
    {
        private string _text;

        public Struct(int literalLength, int formattedCount) => _text = $"{literalLength}/{formattedCount} ";

        public Struct(int literalLength, int formattedCount, ref StringBuilder text)
        {
            _text = text.ToString();
            text = new StringBuilder("replaced");
        }

        public void AppendLiteral(string text) => _text += text;

        public void AppendFormatted(object? value) => _text += $"<{value}>";

        public override readonly string ToString() => _text;
    }

    private sealed partial class Box(Trace t, string name)
    {
        public string this[[InterpolatedStringHandlerArgument("")] Handler text] => name + text;

        public string Put(int level, string s, [InterpolatedStringHandlerArgument("", nameof(level), nameof(s))] Handler text) => $"{name} {level} {s} {text}";

        [Coroutine]
        public string Inside(Co co) => this[$"a{t.S(co, 1)}"] + Put(t.S(co, 2), "s", $"b{t.S(co, 3)}") + Put(5, s: "u", text: $"c{t.S(co, 4)}");

        public override string ToString() => name;

        [InterpolatedStringHandler]
        public sealed class Handler(int literalLength, int formattedCount, Box box)
        {
            private string _text = $"{literalLength} {formattedCount} {box}:";

            public Handler(int literalLength, int formattedCount, Box box, int level, string s)
                : this(literalLength, formattedCount, box) => _text += level + s;

            public void AppendLiteral(string text) => _text += text;

            public void AppendFormatted(object? value, int alignment = 0) => _text += $"<{value},{alignment}>";

            public override string ToString() => _text;
        }
    }

    private sealed class Keeper(int level, [InterpolatedStringHandlerArgument(nameof(level))] Keeper.Handler text)
    {
        public string Text => $"{level} {text}";

        public string this[int index, [InterpolatedStringHandlerArgument(nameof(index))] Handler other] => $"{index} {other}";

        [InterpolatedStringHandler]
        public sealed class Handler(int literalLength, int formattedCount, int level)
        {
            private string _text = $"{literalLength} {formattedCount} {level}:";

            public void AppendFormatted<T>(T value) => _text += value;

            public override string ToString() => _text;
        }
    }
}

internal static class Extensions
{
    public static string With(this string text, [InterpolatedStringHandlerArgument(nameof(text))] Extended other) => text + other.Text;
}

[InterpolatedStringHandler]
internal sealed class Extended(int literalLength, int formattedCount, string text)
{
    public string Text { get; private set; } = $"{literalLength} {formattedCount} {text}:";

    public void AppendFormatted<T>(T value) => Text += value;
}
