using CoroGen.Fuzz.Programs;

namespace CoroGen.Fuzz.Grammar;

/// <content>Expressions without parts.</content>
public sealed partial class ProgramGenerator
{
    private Expression Leaf(CsType type)
    {
        if (Random.Chance(0.7) && Variable(type) is { } variable)
            return new Expression("variable", type, $"{variable}");
        var isNull = CanBeNull(type) && Random.Chance(0.08);
        return new Expression(isNull ? "null" : "literal", type, isNull ? $"({type})null" : (Template)$"{Literal(type)}");
    }

    private static bool CanBeNull(CsType type) => type == CsType.String || type == CsType.Thing || type == CsType.MaybeInt || type == CsType.Object || type == CsType.Card || type == CsType.Ints;

    private string Literal(CsType type) => type switch
    {
        _ when type == CsType.Int => Number(),
        _ when type == CsType.Long => $"{Random.Next(9)}L",
        _ when type == CsType.UInt8 => $"(byte){Random.Next(255)}",
        _ when type == CsType.Bool => Random.Chance(0.5) ? "true" : "false",
        _ when type == CsType.String => $"\"{Random.Any("", "x", "yz", "abc")}\"",
        _ when type == CsType.MaybeInt => $"(int?){Random.Next(5)}",
        _ when type == CsType.Object => Random.Any("(object)7", "(object)\"text\"", "(object)2.5", "(object)new Point(1, 2)", "(object)true", "(object)9L"),
        _ when type == CsType.Point => $"new Point({Number()}, {Number()})",
        _ when type == CsType.Thing => $"new Thing(t, {Number()})",
        _ when type == CsType.Ints => "new[] { 1, 2, 3 }",
        _ when type == CsType.Points => "new Point[3]",
        _ when type == CsType.List => "new List<int> { 1, 2, 3 }",
        _ when type == CsType.Pair => $"(A: {Number()}, B: \"b\")",
        _ when type == CsType.Card => $"new Card({Number()}, \"c\")",
        _ when type == CsType.Func => "((Func<int>)(() => 3))",
        _ when type == CsType.Map => "((Func<int, int>)(n => n + 1))",
        _ => type.Default,
    };

    private string Number() => Random.Chance(0.05) ? "int.MaxValue" : $"{Random.Next(12)}";
}
