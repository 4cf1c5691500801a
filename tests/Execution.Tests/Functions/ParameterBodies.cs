using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CoroGen.Execution.Tests.Harness;

namespace CoroGen.Execution.Tests.Functions;

public sealed partial class ParameterBodies : Bodies<ParameterBodies>
{
    [Coroutine]
    private static string Defaults(Co co, Trace t, int a = 1, string? b = null, char c = '"', double d = 1.5, DayOfWeek day = DayOfWeek.Monday, (int, int) pair = default, CancellationToken token = default)
    {
        a += t.S(co, a);
        return t.S(co, $"{a} {b} {c} {d} {day} {pair} {token.CanBeCanceled}");
    }

    [Coroutine]
    private static string DefaultValues(Co co, Trace t)
    {
        Defaults(co, t);
        Defaults(co, t, 5, d: t.S(co, 2.5));
        Defaults(co, t, b: "b", a: t.S(co, 7));
        Defaults(day: t.S(co, DayOfWeek.Friday), t: t, co: co);
        return co.Await(Defaults(t, c: 'x')) + co.Await(Defaults(t: t, day: DayOfWeek.Sunday));
    }

    [Coroutine]
    private static bool IsNegative(Co co, Trace t, double a = -0.0) => double.IsNegative(t.S(co, a));

    [Coroutine]
    private static string NegativeZeros(Co co, Trace t) => $"{IsNegative(co, t)} {co.Await(IsNegative(t))} {IsNegative(co, t, 0)}";

    [Coroutine]
    private static string Evaluation(Co co, Trace t, int first, int second, int third = 9)
    {
        t.S(co, first);
        return $"{first} {second} {third}";
    }

    [Coroutine]
    private static string NamedArgumentsInTheirOwnOrder(Co co, Trace t)
    {
        var n = 1;
        var a = Evaluation(third: t.S(co, n++), co: co, first: n++ + t.S(co, n), t: t, second: n);
        var b = Evaluation(co, t, second: t.S(co, 2), first: t.S(co, 1));
        return a + b;
    }

    [Coroutine]
    private static string Params(Co co, Trace t, string name, params int[] numbers)
    {
        numbers = [.. numbers, t.S(co, numbers.Length)];
        return t.S(co, name + string.Join(",", numbers));
    }

    [Coroutine]
    private static string ParamsForms(Co co, Trace t)
    {
        int[] given = [1, 2];
        return Params(co, t, "none") + Params(co, t, "two", t.S(co, 1), 2) + Params(co, t, "array", given)
            + Params(numbers: t.S(co, given), co: co, t: t, name: "named") + co.Await(Params(t, "factory", 4, 5)) + Params(co, t, "null", null!);
    }

    [Coroutine]
    private static string HandleLast(Trace t, int n, Co co) => t.S(co, $"last {n}");

    [Coroutine]
    private static string HandleInTheMiddle(Trace t, Co co, int n = 5) => t.S(co, $"middle {n}");

    [Coroutine]
    private static string HandleOfAnotherName(Co @this, Trace t)
    {
        t.S(@this, 1);
        return HandleLast(t, t.S(@this, 2), @this);
    }

    [Coroutine]
    private static string HandleElsewhere(Co co, Trace t) =>
        HandleLast(t, t.S(co, 1), co) + HandleInTheMiddle(t, co) + HandleInTheMiddle(t, n: 7, co: co) + HandleOfAnotherName(co, t)
        + co.Await(HandleLast(t, 3)) + co.Await(HandleInTheMiddle(t, n: 8)) + co.Await(HandleOfAnotherName(t));

    [Coroutine]
    private static string Keywords(Co co, Trace t, int @class, string @event = "default", int var = 3, int record = 4)
    {
        @class += t.S(co, var);
        return $"{@class} {t.S(co, @event)} {record}";
    }

    [Coroutine]
    private static string KeywordNames(Co co, Trace t) => Keywords(co, t, 1) + Keywords(co, t, @event: "given", @class: t.S(co, 2));

    [Coroutine]
    private static string Reassigned(Co co, Trace t, string text, int[] items, (int A, int B) pair)
    {
        text += t.S(co, text);
        items = [t.S(co, items[0]), 5];
        pair.A += t.S(co, pair.B);
        (pair.B, text) = (pair.A, text + pair);
        t.S(co, pair);
        return $"{text} {items[0]} {pair}";
    }

    [Coroutine]
    private static string ReassignedParameters(Co co, Trace t)
    {
        int[] items = [1];
        var pair = (1, 2);
        return Reassigned(co, t, "x", items, pair) + items[0] + pair;
    }

    [Coroutine]
    private static string Caller(Co co, Trace t, int n, [CallerArgumentExpression(nameof(n))] string? text = null, [CallerMemberName] string? member = null, [CallerLineNumber] int line = 0)
    {
        t.S(co, n);
        return $"{text} {member} {line > 0}";
    }

    [Coroutine]
    private static string CallerInformation(Co co, Trace t)
    {
        var two = 2;
        return Caller(co, t, two + 1) + Caller(co, t, t.S(co, two)) + co.Await(Caller(t, two));
    }

    /// <summary>Default values that attributes say.</summary>
    [Coroutine]
    private static string Constants(
        Co co, Trace t, [Optional, DateTimeConstant(630822816000000000L)] DateTime day, [Optional, DecimalConstant(1, 0, 0u, 0u, 15u)] decimal price, [Optional, DefaultParameterValue(7)] int n,
        [Optional] string? none, [Optional, DefaultParameterValue(null)] string? nothing, [Optional, IUnknownConstant] object unknown, int last = 3) =>
        t.S(co, $"{day:yyyy} {price} {n} {none is null} {nothing is null} {unknown is null} {last}");

    [Coroutine]
    private static string ConstantsInAttributes(Co co, Trace t) =>
        Constants(co, t) + Constants(co, t, price: t.S(co, 2m)) + co.Await(Constants(t)) + co.Await(Constants(t, DateTime.UnixEpoch)) + co.Await(Constants(t, n: 1, last: 2));

    [Coroutine]
    private static string Many(
        Co co, Trace t, int a, int b, int c, int d, long e, long f, byte g, short h, float i, double j, decimal k, string l, string m, char n, bool o,
        int? p, object q, int[] r, (int, int) s, List<int> u, DateTime v, Guid w, Func<int> x, DayOfWeek y, nint z)
    {
        t.S(co, 1);
        return $"{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}{m}{n}{o}{p}{q}{r[0]}{s}{u.Count}{v.Year}{w}{x()}{y}{z}{t.S(co, a)}";
    }

    [Coroutine]
    private static string LargeArgumentList(Co co, Trace t) =>
        Many(co, t, 1, 2, 3, 4, 5, t.S(co, 6), 7, 8, 9, 10, 11, "12", "13", t.S(co, 'n'), true, null, "q", [18], (19, 20), [], default, Guid.Empty, () => 24, DayOfWeek.Friday, t.S(co, (nint)26));

    [Coroutine]
    private static string ConvertedArguments(Co co, Trace t)
    {
        byte small = 3;
        long big = Long(co, t, t.S(co, small)) + Long(co, t, 'a');
        return Objects(co, t, t.S(co, 1), "two") + big + Text(co, t, t.S(co, "plain")) + Function(co, t, n => n * 2) + Function(co, t, Math.Abs);
    }

    [Coroutine]
    private static long Long(Co co, Trace t, long n) => t.S(co, n);

    [Coroutine]
    private static string Objects(Co co, Trace t, object a, IEnumerable<char> b) => t.S(co, a.GetType().Name) + b.Count();

    [Coroutine]
    private static string Text(Co co, Trace t, string text) => t.S(co, text);

    [Coroutine]
    private static int Function(Co co, Trace t, Func<int, int> function) => t.S(co, function(-5));
}
