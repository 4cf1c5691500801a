using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Calls with arguments of all kinds.</summary>
internal static class CallForms
{
    public static IEnumerable<ExpressionForm> All =>
    [
        new("call", Int, 5, g => $"t.Three({g.Value(Int):all}, {g.Value(Int):all}, {g.Value(Int):all})") { IsStatement = true },
        new("named arguments", Int, 3, g => $"t.Three(c: {g.Value(Int):all}, a: {g.Value(Int):all}, b: {g.Value(Int):all})") { IsStatement = true },
        new("optional arguments", Int, 2, g => $"t.Optional({g.Value(Int):all})") { IsStatement = true },
        new("named optional argument", Int, 2, g => $"t.Optional(c: {g.Value(CsType.String):all}, a: {g.Value(Int):all})") { IsStatement = true },
        new("params", Int, 3, g => $"t.Many({g.Value(CsType.String):all}, {g.Value(Int):all}, {g.Value(Int):all})") { IsStatement = true },
        new("params as array", Int, 1, g => $"t.Many({g.Value(CsType.String):all}, {g.Value(Ints):all})") { IsStatement = true },
        new("no params", Int, 1, g => $"t.Many({g.Value(CsType.String):all})") { IsStatement = true },
        new("ref argument", Int, 5, g => g.TryLvalue(Int, isReference: true).Then(target => $"t.Change(ref {target:all}, {g.Unmoved(Int):all})")) { IsStatement = true },
        new("out argument", Bool, 3, g => $"t.Try({g.Value(Int):all}, out {g.Lvalue(Int, true):all})") { IsStatement = true },
        new("out argument first", Bool, 2, g => $"t.Try(result: out {g.Lvalue(Int, true):all}, number: {g.Value(Int):all})") { IsStatement = true },
        new("out discard", Bool, 1, g => $"t.Try({g.Value(Int):all}, out _)") { IsStatement = true },
        new("in argument", Int, 2, g => g.Variable(Int, v => v.IsAssignable).Then(variable => $"t.Peek(in {variable}, {g.Value(Int):all})")) { IsStatement = true },
        new("in argument of tuple", Int, 1, g => g.Variable(CsType.Pair, v => v.IsAssignable).Then(pair => $"t.Peek(in {pair}.A, {g.Value(Int):all})")) { IsStatement = true },
        new("in argument of lvalue", Int, 2, g => $"t.Peek(in {g.Lvalue(Int, true):all}, {g.Unmoved(Int):all})") { IsStatement = true },
        new("in argument converted by the user", Int, 2, g => $"t.Weigh({g.Value(Point):own}, {g.Value(Int):all})") { IsStatement = true },
        new("params span", Int, 2, g => $"t.Span({g.Value(Int):all}, {g.Value(Int):all})") { IsStatement = true },
        new("params list", Int, 1, g => $"t.Listed({g.Value(CsType.String):all}, {g.Value(Int):all}, {g.Value(Int):all})") { IsStatement = true },
        new("caller information", CsType.String, 2, g => $"t.Told({g.Value(Int):all})") { IsStatement = true },
        new("dynamic call", Int, 1, g => $"(int)((dynamic){g.Value(Thing)}).Twist({g.Value(Int):own})"),
        new("expression tree", Int, 1, g => g.Variable(Int, v => v.IsCapturable).Then(variable => $"((System.Linq.Expressions.Expression<Func<int, int>>)(n => n - {variable})).Compile()({g.Value(Int):all})")),
        new("in argument without in", Int, 2, g => $"t.Peek({(g.Random.Chance(0.5) ? g.Lvalue(Int, true) : g.Value(Int)):all}, {g.Unmoved(Int):all})") { IsStatement = true },
        new("argument converted", Long, 2, g => $"t.Which({g.Value(Int):all}, {g.Value(Int):all})") { IsStatement = true },
        new("instance call", Int, 5, g => $"{g.Value(Thing)}.Add({g.Value(Int):all}, {g.Value(Int):all})") { IsStatement = true },
        new("virtual call", Int, 2, g => $"{g.Value(Thing)}.Twist({g.Value(Int):all})") { IsStatement = true },
        new("struct receiver", Int, 6, g => $"{g.Lvalue(Point)}.Add({g.Unmoved(Int):all})") { IsStatement = true },
        new("struct value as receiver", Point, 2, g => $"{g.Value(Point)}.Moved({g.Value(Int):all})"),
        new("delegate call", Int, 3, g => g.MayCallDelegates ? (Template)$"{g.Value(Func)}()" : null) { IsStatement = true },
        new("delegate call with argument", Int, 3, g => g.MayCallDelegates ? (Template)$"{g.Value(Map)}({g.Value(Int):all})" : null) { IsStatement = true },
        new("delegate from method group", Map, 2, g => $"(Func<int, int>)({g.Value(Thing)} ?? new Thing(t, 1)).Twist"),
        new("delegate constructor", Map, 1, g => $"new Func<int, int>(({g.Value(Thing)} ?? new Thing(t, 1)).Twist)"),
        new("extension call", Int, 2, g => $"{g.Value(Ints)}.Sum()"),
        new("extension call with lambda", Int, 2, g => $"{g.Value(Ints)}.Sum(n => unchecked(n * {g.InLambda(() => g.Value(Int))}))"),
        new("string.Join", CsType.String, 1, g => $"string.Join({g.Value(CsType.String):all}, {g.Value(Ints):all})"),
        new("string.Concat", CsType.String, 1, g => $"string.Concat({g.Value(CsType.Object):all}, {g.Value(CsType.Object):all})"),
        new("log", Int, 3, g => $"t.V({g.Value(Int):own})") { IsStatement = true },
        new("log of string", CsType.String, 3, g => $"t.V({g.Value(CsType.String):own})") { IsStatement = true },
        new("log of bool", Bool, 2, g => $"t.V({g.Value(Bool):own})") { IsStatement = true },
        new("log of point", Point, 2, g => $"t.V({g.Value(Point):own})") { IsStatement = true },
        new("log of thing", Thing, 2, g => $"t.V({g.Value(Thing):own})") { IsStatement = true },
        new("lambda", Func, 3, g => $"(Func<int>)(() => {g.InLambda(() => g.Value(Int)):all})"),
        new("lambda with parameter", Map, 3, g => Lambda(g)),
    ];

    private static Template Lambda(ProgramGenerator g) => g.InLambda<Template>(() =>
    {
        var parameter = g.Declare(Int);
        return $"(Func<int, int>)({parameter} => {g.Value(Int):all})";
    });
}
