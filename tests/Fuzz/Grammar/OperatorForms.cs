using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Unary and binary operators, short-circuiting ones too.</summary>
internal static class OperatorForms
{
    private static readonly string[] Shifts = ["<<", ">>", ">>>"];
    private static readonly string[] Unary = ["-", "~", "+"];
    private static readonly string[] Comparisons = ["<", ">", "<=", ">=", "==", "!="];

    public static IEnumerable<ExpressionForm> All =>
    [
        .. Binary(Int, 4, "+", "-", "*"), .. Binary(Int, 1, "/", "%", "&", "|", "^"),
        .. Shifts.Select(op => new ExpressionForm("operator " + op, Int, 1, g => $"{g.Value(Int)} {op} {g.Index()}")),
        .. Unary.Select(op => new ExpressionForm("unary " + op, Int, 1, g => $"{op}{g.Value(Int)}")),
        .. Binary(Long, 2, "+", "-", "*", "^"),
        new("operator + of int and long", Long, 3, g => $"{g.Value(Int)} + {g.Value(Long)}"),
        new("operator - of byte and long", Long, 1, g => $"{g.Value(UInt8)} - {g.Value(Long)}"),
        new("operator + of byte", Int, 1, g => $"{g.Value(UInt8)} + {g.Value(UInt8)}"),
        new("operator + of struct", Point, 3, g => $"{g.Value(Point)} + {g.Value(Point)}"),
        new("operator - with in", Point, 3, g => $"{g.Value(Point)} - {g.Value(Point)}"),
        new("operator * with in and int", Point, 2, g => $"{g.Value(Point)} * {g.Value(Int)}"),
        new("unary - with in", Point, 1, g => $"-{g.Value(Point)}"),
        new("user-defined &&", Point, 2, g => $"{g.Value(Point)} && {g.Value(Point)}"),
        new("user-defined ||", Point, 2, g => $"{g.Value(Point)} || {g.Value(Point)}"),
        new("operator true", Int, 1, g => $"{g.Value(Point)} ? {g.Value(Int)} : {g.Value(Int)}"),
        new("checked", Int, 1, g => $"checked({g.Value(Int)} + {g.Value(Int)} * {g.Value(Int)})"),
        new("unchecked", Int, 1, g => $"unchecked({g.Value(Int)} * {g.Value(Int)})"),
        new("lifted +", MaybeInt, 2, g => $"{g.Value(MaybeInt)} + {g.Value(MaybeInt)}"),
        new("lifted * of int", MaybeInt, 1, g => $"{g.Value(MaybeInt)} * {g.Value(Int)}"),
        new("lifted -", MaybeInt, 1, g => $"-{g.Value(MaybeInt)}"),
        new("lifted <", Bool, 1, g => $"{g.Value(MaybeInt)} < {g.Value(Int)}"),
        new("lifted ==", Bool, 1, g => $"{g.Value(MaybeInt)} == {g.Value(MaybeInt)}"),
        .. Comparisons.Select(op => new ExpressionForm("comparison", Bool, 1, g => $"{g.Value(Int)} {op} {g.Value(Int)}")),
        new("comparison of int and long", Bool, 1, g => $"{g.Value(Int)} <= {g.Value(Long)}"),
        new("== of string", Bool, 2, g => $"{g.Value(CsType.String)} == {g.Value(CsType.String)}"),
        new("== of struct", Bool, 1, g => $"{g.Value(Point)} == {g.Value(Point)}"),
        new("== of tuple", Bool, 2, g => $"({g.Value(Int):late}, {g.Value(CsType.String):late}) == ({g.Value(Int):late}, {g.Value(CsType.String):late})"),
        new("!= of tuple", Bool, 1, g => $"{g.Value(Pair)} != ({g.Value(Int):late}, {g.Value(CsType.String):late})"),
        new("== of object", Bool, 1, g => $"{g.Value(CsType.Object)} == (object){g.Value(Thing)}"),
        new("&&", Bool, 5, g => $"{g.Value(Bool)} && {g.Value(Bool)}"),
        new("||", Bool, 5, g => $"{g.Value(Bool)} || {g.Value(Bool)}"),
        new("!", Bool, 2, g => $"!{g.Value(Bool)}"),
        .. Binary(Bool, 1, "&", "|", "^"),
        new("+ of string", CsType.String, 4, g => $"{g.Value(CsType.String)} + {g.Value(CsType.String)}"),
        new("+ of string and int", CsType.String, 2, g => $"{g.Value(CsType.String)} + {g.Value(Int)} + {g.Value(CsType.String)}"),
        new("+ of string and object", CsType.String, 3, g => $"{g.Value(Thing)} + {g.Value(CsType.String)} + {g.Value(CsType.Object)}"),
        new("+ of int? and string", CsType.String, 1, g => $"{g.Value(MaybeInt)} + {g.Value(CsType.String)} + {g.Value(Point)}"),
        new("+ of delegate", Func, 1, g => $"{g.Value(Func)} + {g.Value(Func)}"),
    ];

    private static IEnumerable<ExpressionForm> Binary(CsType type, int weight, params string[] operators) =>
        operators.Select(op => new ExpressionForm($"operator {op} of {type}", type, weight, g => $"{g.Value(type)} {op} {g.Value(type)}"));
}
