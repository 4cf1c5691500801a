using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Conversions, also those that fail.</summary>
internal static class ConversionForms
{
    public static IEnumerable<ExpressionForm> All =>
    [
        new("int to long", Long, 3, g => $"{g.Value(Int):own}") { IsExact = false },
        new("byte to int", Int, 2, g => $"{g.Value(UInt8):own}") { IsExact = false },
        new("int to int?", MaybeInt, 3, g => $"{g.Value(Int):own}") { IsExact = false },
        new("cast to int", Int, 2, g => $"unchecked((int){g.Value(Long)})"),
        new("cast to byte", UInt8, 3, g => $"unchecked((byte){g.Value(Int)})"),
        new("checked cast", UInt8, 1, g => $"checked((byte){g.Value(Int)})"),
        new("unboxing", Int, 1, g => $"(int){g.Value(CsType.Object)}"),
        new("unboxing of struct", Point, 1, g => $"(Point){g.Value(CsType.Object)}"),
        new("cast of int?", Int, 2, g => $"(int){g.Value(MaybeInt)}"),
        .. new[] { Int, CsType.String, Point, Thing, Bool, MaybeInt, Ints }.Select(type => new ExpressionForm($"{type} to object", CsType.Object, 2, g => $"{g.Value(type):own}") { IsExact = false }),
        new("user-defined conversion with in", Int, 2, g => $"(int){g.Value(Point)}"),
        new("user-defined conversion", Point, 1, g => $"{g.Value(CsType.Pair):own}") { IsExact = false },
        new("cast to string", CsType.String, 1, g => $"(string){g.Value(CsType.Object)}"),
        new("as", CsType.String, 1, g => $"{g.Value(CsType.Object)} as string"),
        new("as of thing", Thing, 1, g => $"{g.Value(CsType.Object)} as Thing"),
        new("as int?", MaybeInt, 1, g => $"{g.Value(CsType.Object)} as int?"),
        new("is type", Bool, 2, g => $"{g.Value(CsType.Object)} is {g.Random.Any("int", "string", "Thing", "Point")}"),
        new("typeof", CsType.String, 1, g => $"(typeof({g.Random.Any("int", "Thing", "List<string>")}).Name + {g.Value(CsType.String)})"),
        new("nameof", CsType.String, 1, g => g.Variable(Int).Then(variable => $"nameof({variable})")),
        new("default", Point, 1, _ => $"default(Point)"),
        new("sizeof", Int, 1, g => $"sizeof(long) + {g.Value(Int)}"),
    ];
}
