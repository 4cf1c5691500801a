using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Reads of members and elements, with and without a null check.</summary>
internal static class AccessForms
{
    public static IEnumerable<ExpressionForm> All =>
    [
        .. new[] { Int, Long, UInt8, Bool, CsType.String, MaybeInt, Point, Thing, Ints }.Select(type => new ExpressionForm($"read of {type}", type, 4, g => g.TryLvalue(type, isAcrossSuspension: false).Then(read => $"{read}"))),
        new("Tail", Thing, 4, g => $"{g.Value(Thing)}.Tail"),
        new("Items", Ints, 3, g => $"{g.Value(Thing)}.Items"),
        new("Points", Points, 3, g => $"{g.Value(Thing)}.Points"),
        new("Numbers", List, 3, g => $"{g.Value(Thing)}.Numbers"),
        new("Length", Int, 2, g => $"{g.Value(Ints)}.Length"),
        new("Length of string", Int, 2, g => $"{g.Value(CsType.String)}.Length"),
        new("Count", Int, 1, g => $"{g.Value(List)}.Count"),
        new("property of struct value", Int, 2, g => $"{g.Value(Point)}.Sum"),
        new("field of tuple value", Int, 1, g => $"{g.Value(Pair)}.A"),
        new("item of tuple value", CsType.String, 1, g => $"{g.Value(Pair)}.Item2"),
        new("property of anonymous type", Int, 4, g => $"{g.Value(Anonymous)}.A"),
        new("text of anonymous type", CsType.String, 3, g => $"{g.Value(Anonymous)}.B"),
        new("property of record", Int, 2, g => $"{g.Value(Card)}.Number"),
        new("range of array", Ints, 2, g => $"{g.Value(Ints)}[{g.Index()}..^{g.Index()}]"),
        new("range of string", CsType.String, 2, g => $"{g.Value(CsType.String)}[..{g.Index()}]"),
        new("range of list", Int, 1, g => $"{g.Value(Ints)}[{g.Index()}..].Length"),
        new("?. field", MaybeInt, 3, g => $"{g.Value(Thing)}?.Value"),
        new("?. property", MaybeInt, 2, g => $"{g.Value(Thing)}?.Tail.Logged"),
        new("?. call", MaybeInt, 3, g => $"{g.Value(Thing)}?.Add({g.Value(Int):all}, {g.Value(Int):all})") { IsStatement = true },
        new("?. chain", MaybeInt, 2, g => $"{g.Value(Thing)}?.Next?.Tail?.Add({g.Value(Int):all})") { IsStatement = true },
        new("?[]", MaybeInt, 2, g => $"{g.Value(Ints)}?[{g.Index():all}]"),
        new("?. of string", CsType.String, 2, g => $"{g.Value(Thing)}?.Title?.Trim()"),
        new("?. of int?", CsType.String, 1, g => $"{g.Value(MaybeInt)}?.ToString()"),
        new("?. of thing", Thing, 2, g => $"{g.Value(Thing)}?.With({g.Value(Int):all}).Tail"),
        new("?. of struct method", MaybeInt, 1, g => $"{g.Value(Thing)}?.Point.Add({g.Value(Int):all})") { IsStatement = true },
        new("member of ?. in parentheses", CsType.String, 1, g => $"({g.Value(Thing)}?.Name + {g.Value(CsType.String)}).Trim()"),
    ];
}
