using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Forms that skip operands.</summary>
internal static class ConditionalForms
{
    private static readonly CsType[] Types = [Int, Long, Bool, CsType.String, Point, Thing, MaybeInt, Ints, CsType.Object, Anonymous];

    public static IEnumerable<ExpressionForm> All =>
    [
        .. Types.Select(type => new ExpressionForm($"?: of {type}", type, 3, g => $"{g.Value(Bool)} ? {g.Value(type)} : {g.Value(type)}")),
        .. Types.Select(type => new ExpressionForm($"switch of int", type, 1, g => SwitchOfInt(g, type))),
        new("?: with conversion", Long, 1, g => $"{g.Value(Bool)} ? {g.Value(Int)} : {g.Value(Long)}"),
        new("?: target-typed", MaybeInt, 1, g => $"{g.Value(Bool)} ? {g.Value(Int)} : null") { IsExact = false },
        new("?? of string", CsType.String, 3, g => $"{g.Value(CsType.String)} ?? {g.Value(CsType.String)}"),
        new("?? of int?", Int, 4, g => $"{g.Value(MaybeInt)} ?? {g.Value(Int)}"),
        new("?? of thing", Thing, 3, g => $"{g.Value(Thing)} ?? {g.Value(Thing)}"),
        new("?? of two int?", MaybeInt, 1, g => $"{g.Value(MaybeInt)} ?? {g.Value(MaybeInt)}"),
        new("?? throw", CsType.String, 1, g => $"{g.Value(CsType.String)} ?? throw new BangException({g.Value(CsType.String):all})"),
        new("?: throw", Int, 1, g => $"{g.Value(Bool)} ? {g.Value(Int)} : throw new OopsException({g.Value(CsType.String):all})"),
        new("?? with conversion", Long, 1, g => $"{g.Value(MaybeInt)} ?? {g.Value(Long)}"),
    ];

    private static Template SwitchOfInt(ProgramGenerator g, CsType type) =>
        $"({g.Value(Int)} switch {{ {g.Random.Next(3)} => {g.Value(type):own}, < {3 + g.Random.Next(3)} => {g.Value(type):own}, _ => {g.Value(type):own} }})";
}
