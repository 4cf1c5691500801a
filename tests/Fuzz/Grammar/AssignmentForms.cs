using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Assignments are expressions: inside an operand they change what other operands read.</summary>
internal static class AssignmentForms
{
    private static readonly string[] IntOperators = ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>"];

    public static IEnumerable<ExpressionForm> All =>
    [
        .. new[] { (Int, 10), (Long, 3), (UInt8, 2), (Bool, 3), (CsType.String, 4), (MaybeInt, 3), (Point, 4), (Thing, 4), (Ints, 3), (CsType.Object, 2), (Points, 2), (List, 2), (Pair, 2), (Card, 2), (Func, 2), (Map, 1), (Anonymous, 3) }
            .Select(pair => Simple(pair.Item1, pair.Item2)),
        new("compound assignment", Int, 6, g => g.TryLvalue(Int, isAcrossSuspension: true).Then(target => $"{target} {g.Random.Any("+", "-", "*", g.Random.In(IntOperators))}= {g.Value(Int):all}")) { IsStatement = true },
        new("compound assignment of long", Long, 2, g => g.TryLvalue(Long).Then(target => $"{target} {g.Random.Any("+", "-", "*")}= {g.Value(Int):all}")) { IsStatement = true },
        new("compound assignment of byte", UInt8, 2, g => g.TryLvalue(UInt8).Then(target => $"{target} += {g.Value(UInt8):all}")) { IsStatement = true },
        new("compound assignment of bool", Bool, 2, g => g.TryLvalue(Bool).Then(target => $"{target} {g.Random.Any("&", "|", "^")}= {g.Value(Bool):all}")) { IsStatement = true },
        new("compound assignment of string", CsType.String, 3, g => g.TryLvalue(CsType.String).Then(target => $"{target} += {g.Value(g.Random.Any(CsType.String, CsType.String, Thing)):all}")) { IsStatement = true },
        new("compound assignment of int?", MaybeInt, 2, g => g.TryLvalue(MaybeInt).Then(target => $"{target} += {g.Value(Int):all}")) { IsStatement = true },
        new("compound assignment of struct", Point, 3, g => g.TryLvalue(Point).Then(target => $"{target} += {g.Value(Point):all}")) { IsStatement = true },
        new("compound assignment of delegate", Func, 1, g => g.TryLvalue(Func).Then(target => $"{target} += {g.Value(Func):all}")) { IsStatement = true },
        new("compound assignment of returned reference", Int, 1, g => g.WithoutSuspensions<Template>(() => $"{g.Value(Thing)}.Ref({g.Index():all}) += {g.Value(Int):all}")) { IsStatement = true },
        new("returned reference of suspending arguments", Int, 1, g => $"{g.Value(Thing)}.Ref({g.Index():all}) = {g.WithoutSuspensions(() => g.Value(Int)):all}") { IsStatement = true },
        new("x++", Int, 4, g => $"{g.Lvalue(Int)}{g.Random.Any("++", "--")}") { IsStatement = true },
        new("++x", Int, 3, g => $"{g.Random.Any("++", "--")}{g.Lvalue(Int)}") { IsStatement = true },
        new("x++ of byte", UInt8, 1, g => g.TryLvalue(UInt8).Then(target => $"{target}++")) { IsStatement = true },
        new("x++ of int?", MaybeInt, 1, g => g.TryLvalue(MaybeInt).Then(target => $"{target}++")) { IsStatement = true },
        new("x++ of struct", Point, 2, g => g.TryLvalue(Point).Then(target => $"{target}++")) { IsStatement = true },
        new("compound assignment with in", Point, 2, g => g.TryLvalue(Point).Then(target => $"{target} -= {g.Value(Point):all}")) { IsStatement = true },
        new("??= of string", CsType.String, 3, g => g.TryLvalue(CsType.String).Then(target => $"{target} ??= {g.Value(CsType.String):all}")) { IsStatement = true },
        new("??= of thing", Thing, 2, g => g.TryLvalue(Thing).Then(target => $"{target} ??= {g.Value(Thing):all}")) { IsStatement = true },
        new("??= of int?", Int, 2, g => g.TryLvalue(MaybeInt).Then(target => $"{target} ??= {g.Value(Int):all}")) { IsStatement = true },
        new("??= of array", Ints, 1, g => g.TryLvalue(Ints).Then(target => $"{target} ??= {g.Value(Ints):all}")) { IsStatement = true },
        new("chained assignment", Int, 3, g => $"{g.Lvalue(Int)} = {g.Unmoved(() => g.Lvalue(Int))} = {g.Unmoved(Int):all}") { IsStatement = true },
        new("deconstructing assignment", Pair, 3, g => g.TryLvalue(CsType.String).Then(text => $"({g.Lvalue(Int):all}, {text:all}) = ({g.Value(Int):all}, {g.Value(CsType.String):all})")) { IsExact = false },
        new("deconstructing assignment of a value", Pair, 2, g => g.TryLvalue(CsType.String).Then(text => $"({g.Lvalue(Int):all}, {text:all}) = {g.Value(g.Random.Any(Pair, Thing, Card)):all}")) { IsExact = false },
    ];

    private static ExpressionForm Simple(CsType type, int weight) =>
        new($"assignment of {type}", type, weight, g => g.TryLvalue(type).Then(target => $"{target} = {Assigned(g, target):all}")) { IsStatement = true };

    private static Expression Assigned(ProgramGenerator g, Expression target) =>
        Lvalues.IsMemberOfStruct(target) ? g.Unmoved(target.Type) : g.Value(target.Type);
}
