using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Patterns, and the variables that they declare.</summary>
internal static class PatternForms
{
    public static IEnumerable<ExpressionForm> All =>
    [
        new("is relational", Bool, 2, g => $"{g.Value(Int)} is > {g.Random.Next(4)} and not {4 + g.Random.Next(3)}"),
        new("is property pattern", Bool, 2, g => $"{g.Value(Thing)} is {{ Value: > {g.Random.Next(5)} }}"),
        new("is nested property pattern", Bool, 1, g => $"{g.Value(Thing)} is {{ Tail.Logged: > {g.Random.Next(5)}, Point: {{ X: 1 }} or {{ Y: 2 }} }}"),
        new("is positional", Bool, 1, g => $"{g.Value(Point)} is (> {g.Random.Next(3)}, _)"),
        new("is list pattern", Bool, 1, g => $"{g.Value(Ints)} is [{g.Random.Next(3)}, .., > 1]"),
        new("is null", Bool, 1, g => $"{g.Value(g.Random.Any(Thing, CsType.String, MaybeInt))} is {g.Random.Any("", "not ")}null"),
        new("is declaration &&", Bool, 4, g => With(g, "is", CsType.Object, g.Random.Any(Int, CsType.String, Point, Thing), v => $"&& {g.Value(Bool)}")),
        new("is declaration ?:", Int, 3, g => With(g, "is", CsType.Object, g.Random.Any(Int, Point, Thing), _ => $"? {g.Value(Int)} : 0")),
        new("is {} declaration ?:", Int, 2, g => Designated(g, g.Value(MaybeInt), "{ }", Int, _ => $"? {g.Value(Int)} : {g.Random.Next(5)}")),
        new("is property declaration", Int, 2, g => Designated(g, g.Value(Thing), "{ Tail: var @ }", Thing, _ => $"? {g.Value(Int)} : {g.Random.Next(5)}")),
        new("is list declaration", Int, 1, g => Designated(g, g.Value(Ints), "[.., var @]", Int, _ => $"? {g.Value(Int)} : {g.Random.Next(5)}")),
        new("is not declaration ||", Bool, 2, g => Designated(g, g.Value(CsType.Object), "not int @", Int, _ => $"|| {g.Value(Bool)}")),
        new("out var", Int, 3, OutVar),
        new("switch of object", CsType.String, 3, SwitchOfObject),
        new("switch with when", Int, 2, SwitchWithWhen),
        new("switch with when that suspends", Int, 3, g => $"({g.Value(CsType.Object)} switch {{ {Guarded(g, Int)}, {Guarded(g, Point)}, {Guarded(g, Int)}, {Arm(g, Thing, Int)}, _ => {g.Value(Int):own} }})"),
        new("switch of tuple", Int, 2, g => $"(({g.Value(Int):own}, {g.Value(Bool):own}) switch {{ ({g.Random.Next(3)}, true) => {g.Value(Int):own}, (_, false) => {g.Value(Int):own}, var (a_, b_) => a_ }})"),
        new("switch without match", CsType.String, 1, g => $"({g.Value(Int)} switch {{ 1 => {g.Value(CsType.String):own}, 2 => {g.Value(CsType.String):own} }})"),
        new("switch of properties", Int, 2, g => $"({g.Value(Thing)} switch {{ {{ Logged: 1 }} => {g.Value(Int):own}, {{ Logged: > 3, Tail: var tail_ }} => tail_.Value + {g.Value(Int)}, null => {g.Value(Int):own}, _ => 1 }})"),
    ];

    private static Template? With(ProgramGenerator g, string test, CsType input, CsType type, Func<Variable, Template> rest) =>
        Designated(g, g.Value(input), $"{type} @", type, rest, test);

    /// <summary>A pattern with a variable in it, <c>@</c>, and what follows where it is assigned.</summary>
    private static Template? Designated(ProgramGenerator g, Expression input, string pattern, CsType type, Func<Variable, Template> rest, string test = "is") => g.InScope<Template>(() =>
    {
        var variable = new Variable(g.PatternName(type.Letter), type);
        var text = pattern.Contains('@', StringComparison.Ordinal) ? pattern.Replace("@", variable.Name, StringComparison.Ordinal) : $"{pattern} {variable.Name}";
        g.Scope.Declare(variable);
        return $"{input} {test} {text} {rest(variable)}";
    });

    private static Template OutVar(ProgramGenerator g) => g.InScope<Template>(() =>
    {
        var number = g.Value(Int);
        var variable = g.Scope.Declare(new Variable(g.PatternName("i"), Int));
        return $"t.Try({number:all}, out {g.Random.Any("var", "int")} {variable}) ? {g.Value(Int)} : {g.Value(Int)}";
    });

    private static Template SwitchOfObject(ProgramGenerator g)
    {
        var input = g.Value(CsType.Object);
        var arms = new[] { Int, CsType.String, Thing, Point }.Select(type => Arm(g, type, CsType.String)).ToList();
        return $"({input} switch {{ {arms[0]}, {arms[1]}, {arms[2]}, {arms[3]}, null => \"null\", _ => {g.Value(CsType.String):own} }})";
    }

    private static Template SwitchWithWhen(ProgramGenerator g)
    {
        var input = g.Value(CsType.Object);
        var first = g.InScope<Template>(() =>
        {
            var variable = g.Scope.Declare(new Variable(g.PatternName("i"), Int));
            return $"int {variable} when {g.Plain(Bool)} => {g.Value(Int):own}";
        });
        return $"({input} switch {{ {first}, {Arm(g, Point, Int)}, _ => {g.Value(Int):own} }})";
    }

    private static Template Guarded(ProgramGenerator g, CsType type) => g.InScope<Template>(() =>
    {
        var variable = g.Scope.Declare(new Variable(g.PatternName(type.Letter), type));
        return $"{type} {variable} when t.V({g.Value(Bool):own}) => {g.Value(Int):own}";
    });

    private static Template Arm(ProgramGenerator g, CsType type, CsType result) => g.InScope<Template>(() =>
    {
        var variable = g.Scope.Declare(new Variable(g.PatternName(type.Letter), type));
        return $"{type} {variable} => {g.Value(result):own}";
    });
}
