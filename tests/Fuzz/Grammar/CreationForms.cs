using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Objects, arrays, collections, tuples, records, texts.</summary>
internal static class CreationForms
{
    public static IEnumerable<ExpressionForm> All =>
    [
        new("new struct", Point, 3, g => $"new Point({g.Value(Int):all}, {g.Value(Int):all})"),
        new("new", Thing, 3, g => $"new Thing(t, {g.Value(Int):all})"),
        new("object initializer", Thing, 3, g => $"new Thing(t, {g.Value(Int):all}) {{ Logged = {g.Value(Int):all}, Name = {g.Value(CsType.String):all} }}"),
        new("nested initializer", Thing, 3, g => $"new Thing(t, {g.Value(Int):all}) {{ Tail = {{ Logged = {g.Value(Int):all} }}, [{g.Index():all}] = {g.Value(Int):all} }}"),
        new("initializer of struct member", Thing, 1, g => $"new Thing(t, {g.Value(Int):all}) {{ Point = {{ X = {g.Value(Int):all}, Y = {g.Value(Int):all} }} }}"),
        new("collection in initializer", Thing, 1, g => $"new Thing(t, {g.Value(Int):all}) {{ Numbers = {{ {g.Value(Int)}, {g.Value(Int)} }}, Next = {g.Value(Thing):all} }}"),
        new("initializer of struct", Point, 2, g => $"new Point {{ X = {g.Value(Int):all}, Y = {g.Value(Int):all} }}"),
        new("collection initializer", List, 3, g => $"new List<int> {{ {g.Value(Int)}, {g.Value(Int)} }}"),
        new("dictionary initializer", Int, 1, g => $"new Dictionary<int, string> {{ {{ {g.Value(Int)}, {g.Value(CsType.String)} }}, {{ {g.Value(Int)}, \"\" }} }}.Count"),
        new("dictionary with indexers", Int, 1, g => $"new Dictionary<int, string> {{ [{g.Value(Int):all}] = {g.Value(CsType.String):all}, [{g.Value(Int):all}] = {g.Value(CsType.String):all} }}.Count"),
        new("array initializer", Ints, 3, g => $"new int[] {{ {g.Value(Int):all}, {g.Value(Int):all}, {g.Value(Int):all} }}"),
        new("implicit array", Ints, 2, g => $"new[] {{ {g.Value(Int):own}, {g.Value(Int):own} }}"),
        new("array by length", Ints, 1, g => $"new int[{g.Value(Int)} & 7]"),
        new("array of structs", Points, 2, g => $"new[] {{ {g.Value(Point):own}, {g.Value(Point):own} }}"),
        new("array of two dimensions", Int, 1, g => $"new int[,] {{ {{ {g.Value(Int):all}, {g.Value(Int):all} }}, {{ {g.Value(Int):all}, 1 }} }}[{g.Index():all}, {g.Index():all}]"),
        new("collection expression", Ints, 3, g => $"[{g.Value(Int):all}, {g.Value(Int):all}]") { IsExact = false },
        new("collection expression as list", List, 2, g => $"[{g.Value(Int):all}, {g.Value(Int):all}]") { IsExact = false },
        new("tuple", Pair, 4, g => $"({g.Value(Int):all}, {g.Value(CsType.String):all})") { IsExact = false },
        new("record", Card, 3, g => $"new Card({g.Value(Int):all}, {g.Value(CsType.String):all})"),
        new("with", Card, 4, g => $"{g.Value(Card)} with {{ Number = {g.Value(Int):all}, Text = {g.Value(CsType.String):all} }}"),
        new("with of struct", Point, 2, g => $"{g.Value(Point)} with {{ Y = {g.Value(Int):all} }}"),
        new("with of tuple", Pair, 1, g => $"{g.Value(Pair)} with {{ A = {g.Value(Int):all} }}"),
        new("anonymous object", CsType.String, 1, g => $"new {{ A = {g.Value(Int):own}, B = {g.Value(CsType.String):own} }}.ToString()"),
        new("anonymous type", Anonymous, 4, g => $"new {{ A = {g.Value(Int):own}, B = {g.Value(CsType.String):own} }}"),
        new("interpolation by a handler", CsType.String, 2, g => $"t.Show($\"<{{{g.Value(Int)}}}{{{g.Value(CsType.String)}}}>\")"),
        new("interpolation", CsType.String, 5, g => $"$\"<{{{g.Value(Int)}}}{{{g.Value(CsType.String)}}}>\""),
        new("interpolation of objects", CsType.String, 4, g => $"$\"{{{g.Value(Thing)}}} {{{g.Value(Point)}}} {{{g.Value(MaybeInt)}}}\""),
        new("interpolation with format", CsType.String, 2, g => $"$\"{{{g.Value(Int)},5:000}}|{{{g.Value(CsType.String)},-4}}{{{{x}}}}\""),
        new("FormattableString", CsType.String, 1, g => $"FormattableString.Invariant($\"{{{g.Value(Int)}}}-{{{g.Value(Thing)}}}\")"),
        new("verbatim interpolation", CsType.String, 1, g => $"$@\"a\\{{{g.Value(Int)}}}\""),
    ];
}
