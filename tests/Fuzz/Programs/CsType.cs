namespace CoroGen.Fuzz.Programs;

/// <summary>A type that generated programs use.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Letter">How its variables begin.</param>
/// <param name="Default">An expression of it that can stand for any other when a program is made smaller.</param>
public sealed record CsType(string Name, string Letter, string Default)
{
    public static readonly CsType Int = new("int", "i", "1");
    public static readonly CsType Long = new("long", "l", "2L");
    public static readonly CsType UInt8 = new("byte", "y", "(byte)3");
    public static readonly CsType Bool = new("bool", "b", "true");
    public static readonly CsType String = new("string", "s", "\"a\"");
    public static readonly CsType MaybeInt = new("int?", "q", "(int?)4");
    public static readonly CsType Object = new("object", "o", "(object)5");
    public static readonly CsType Point = new("Point", "p", "new Point(6, 7)");
    public static readonly CsType Thing = new("Thing", "t", "new Thing(t, 8)");
    public static readonly CsType Ints = new("int[]", "a", "new int[] { 9, 10 }");
    public static readonly CsType Points = new("Point[]", "ps", "new Point[2]");
    public static readonly CsType List = new("List<int>", "li", "new List<int> { 11 }");
    public static readonly CsType Pair = new("(int A, string B)", "w", "(A: 12, B: \"b\")");
    public static readonly CsType Card = new("Card", "c", "new Card(13, \"c\")");
    public static readonly CsType Func = new("Func<int>", "f", "(Func<int>)(() => 14)");
    public static readonly CsType Map = new("Func<int, int>", "m", "(Func<int, int>)(n => n)");

    /// <summary>A type without a name: variables of it are declared with <c>var</c> only.</summary>
    public static readonly CsType Anonymous = new("var", "n", "new { A = 15, B = \"d\" }");

    /// <summary>What parameters and all variables are declared of.</summary>
    public static readonly IReadOnlyList<CsType> All = [Int, Long, UInt8, Bool, String, MaybeInt, Object, Point, Thing, Ints, Points, List, Pair, Card, Func, Map];

    /// <summary>What variables with a first value are declared of.</summary>
    public static readonly IReadOnlyList<CsType> WithValue = [.. All, Anonymous, Anonymous];

    /// <summary>Types whose values have a readable text.</summary>
    public bool HasText => this != Func && this != Map;

    public override string ToString() => Name;
}
