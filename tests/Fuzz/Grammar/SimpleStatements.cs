using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Statements without statements inside.</summary>
internal static class SimpleStatements
{
    public static IReadOnlyList<StatementForm> All { get; } =
    [
        new("expression statement", 30, g => $"{g.Effect():all};"),
        new("discard", 2, g => $"_ = {g.Value(g.Random.In(CsType.All)):own};"),
        new("local", 10, Local),
        new("local with var", 5, LocalWithVar),
        new("two locals", 2, g => TwoLocals(g)),
        new("const", 1, g => Const(g)),
        new("deconstructing declaration", 3, Deconstruction),
        new("deconstructing assignment", 3, g => g.TryLvalue(CsType.String).Then(text => $"({g.Lvalue(Int):all}, {text:all}) = ({g.Value(Int):all}, {g.Value(CsType.String):all});")),
        new("assignment behind ?.", 4, Conditional),
        new("suspension", 5, g => $"t.S(co);") { IsCall = true },
        new("yield", 1, g => $"co.Yield();") { IsCall = true },
    ];

    private static Template Local(ProgramGenerator g)
    {
        var type = g.Random.In(CsType.WithValue);
        var value = g.Value(type);
        return $"{type} {g.Declare(type)} = {value:all};";
    }

    private static Template LocalWithVar(ProgramGenerator g)
    {
        var type = g.Random.In(CsType.All);
        var value = g.Value(type);
        return $"{(value.IsExact ? "var" : type.Name)} {g.Declare(type)} = {value:own};";
    }

    private static Template TwoLocals(ProgramGenerator g)
    {
        var one = g.Value(Int);
        var first = g.Declare(Int);
        var two = g.Value(Int);
        return $"int {first} = {one:all}, {g.Declare(Int)} = {two:all};";
    }

    private static Template Conditional(ProgramGenerator g) => g.Random.Next(4) switch
    {
        0 => $"{g.Value(Thing)}?.{g.Random.Any("Value", "Logged", "Next.Value", "Tail.Point.X")} {g.Random.Any("=", "+=", "-=")} {g.Value(Int):all};",
        1 => $"{g.Value(Thing)}?.{g.Random.Any("Items", "Tail")}[{g.Index():all}] {g.Random.Any("=", "+=")} {g.Value(Int):all};",
        2 => $"{g.Value(Ints)}?[{g.Index():all}] {g.Random.Any("=", "*=")} {g.Value(Int):all};",
        _ => $"{g.Value(Thing)}?.{g.Random.Any("Title", "Name")} ??= {g.Value(CsType.String):all};",
    };

    private static Template Const(ProgramGenerator g) => $"const int {g.Declare(Int, isAssignable: false)} = {g.Random.Next(4)};";

    private static Template Deconstruction(ProgramGenerator g)
    {
        var value = g.Value(g.Random.Any(Pair, Thing));
        return g.Random.Chance(0.5)
            ? (Template)$"var ({g.Declare(Int)}, {g.Declare(CsType.String)}) = {value:all};"
            : (Template)$"({g.Lvalue(Int):own}, var {g.Declare(CsType.String)}) = {value:own};";
    }
}
