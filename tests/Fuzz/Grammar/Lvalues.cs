using CoroGen.Fuzz.Programs;

namespace CoroGen.Fuzz.Grammar;

/// <summary>What can be assigned. A suspension may stand in its parts; it is none itself.</summary>
public static class Lvalues
{
    private static readonly LvalueForm[] s_all =
    [
        new("variable", CsType.Int, true, g => Variable(g, CsType.Int)) { Weight = 5 },
        new("field", CsType.Int, true, g => $"{g.Value(CsType.Thing)}.Value"),
        new("element", CsType.Int, true, g => $"{g.Value(CsType.Ints)}[{g.Index():all}]"),
        new("element ^", CsType.Int, true, g => $"Trace.Four({g.Value(CsType.Ints):all})[^(1 + (({g.Index():all}) & 3))]"),
        new("element of list", CsType.Int, false, g => $"{g.Value(CsType.List)}[{g.Index():all}]"),
        new("property", CsType.Int, false, g => $"{g.Value(CsType.Thing)}.Logged"),
        new("indexer", CsType.Int, false, g => $"{g.Value(CsType.Thing)}[{g.Index():all}]"),
        new("field of struct", CsType.Int, true, g => $"{g.Lvalue(CsType.Point, true)}.{g.Random.Any("X", "Y")}"),
        new("property of struct", CsType.Int, false, g => $"{g.Lvalue(CsType.Point, true)}.Twice"),
        new("indexer of struct", CsType.Int, false, g => $"{g.Lvalue(CsType.Point, true)}[{g.Index():all}]"),
        new("field of tuple", CsType.Int, true, g => g.Variable(CsType.Pair, v => v.IsAssignable).Then(pair => $"{pair}.A")),
        new("element of inline array", CsType.Int, true, g => $"({g.Value(CsType.Thing)} ?? new Thing(t, 1)).Cells[({g.Index():all}) & 1]"),
        new("ref conditional", CsType.Int, true, g => Conditional(g, CsType.Int)) { Weight = 2 },
        new("reference returned", CsType.Int, true, g => g.WithoutSuspensions<Template>(() => $"{g.Value(CsType.Thing)}.Ref({g.Index():all})")) { IsAcrossSuspension = false },

        new("variable", CsType.Long, true, g => Variable(g, CsType.Long)) { Weight = 3 },
        new("field", CsType.Long, true, g => $"{g.Value(CsType.Thing)}.Big"),
        new("variable", CsType.UInt8, true, g => Variable(g, CsType.UInt8)) { Weight = 3 },
        new("field", CsType.UInt8, true, g => $"{g.Value(CsType.Thing)}.Small"),
        new("variable", CsType.Bool, true, g => Variable(g, CsType.Bool)) { Weight = 3 },
        new("field", CsType.Bool, true, g => $"{g.Value(CsType.Thing)}.Flag"),
        new("variable", CsType.String, true, g => Variable(g, CsType.String)) { Weight = 3 },
        new("field", CsType.String, true, g => $"{g.Value(CsType.Thing)}.Name"),
        new("property", CsType.String, false, g => $"{g.Value(CsType.Thing)}.Title"),
        new("field of tuple", CsType.String, true, g => g.Variable(CsType.Pair, v => v.IsAssignable).Then(pair => $"{pair}.B")),
        new("variable", CsType.MaybeInt, true, g => Variable(g, CsType.MaybeInt)) { Weight = 3 },
        new("field", CsType.MaybeInt, true, g => $"{g.Value(CsType.Thing)}.Maybe"),
        new("variable", CsType.Point, true, g => Variable(g, CsType.Point)) { Weight = 4 },
        new("field", CsType.Point, true, g => $"{g.Value(CsType.Thing)}.Point"),
        new("field of property", CsType.Point, true, g => $"{g.Value(CsType.Thing)}.Tail.Point"),
        new("element", CsType.Point, true, g => $"{g.Value(CsType.Points)}[{g.Index():all}]"),
        new("property", CsType.Point, false, g => $"{g.Value(CsType.Thing)}.Spot"),
        new("ref conditional", CsType.Point, true, g => Conditional(g, CsType.Point)) { Weight = 2 },
        new("variable", CsType.Thing, true, g => Variable(g, CsType.Thing)) { Weight = 3 },
        new("field", CsType.Thing, true, g => $"{g.Value(CsType.Thing)}.Next"),
        new("variable", CsType.Ints, true, g => Variable(g, CsType.Ints)) { Weight = 3 },
        new("field", CsType.Ints, true, g => $"{g.Value(CsType.Thing)}.Items"),
        new("ref conditional", CsType.String, true, g => Conditional(g, CsType.String)),
        new("variable", CsType.Anonymous, true, g => Variable(g, CsType.Anonymous)),
        new("variable", CsType.Object, true, g => Variable(g, CsType.Object)),
        new("variable", CsType.Points, true, g => Variable(g, CsType.Points)),
        new("variable", CsType.List, true, g => Variable(g, CsType.List)),
        new("variable", CsType.Pair, true, g => Variable(g, CsType.Pair)),
        new("variable", CsType.Card, true, g => Variable(g, CsType.Card)),
        new("variable", CsType.Func, true, g => Variable(g, CsType.Func)),
        new("variable", CsType.Map, true, g => Variable(g, CsType.Map)),
    ];

    private static readonly ILookup<CsType, LvalueForm> ByType = s_all.ToLookup(lvalue => lvalue.Type);

    public static IEnumerable<string> Names => s_all.Select(NameOf).Distinct();

    /// <summary>Something of the type that can be assigned, or null when nothing is at hand.</summary>
    /// <param name="g">The generator.</param>
    /// <param name="type">The type.</param>
    /// <param name="isReference">Whether it has to be a variable: what <c>ref</c> can be written before.</param>
    /// <param name="isAcrossSuspension">Whether a suspension may come between its evaluation and its use.</param>
    public static Expression? TryLvalue(this ProgramGenerator g, CsType type, bool isReference = false, bool isAcrossSuspension = true)
    {
        var possible = ByType[type].Where(lvalue => (lvalue.IsReference || !isReference) && (lvalue.IsAcrossSuspension || !isAcrossSuspension))
            .SelectMany(lvalue => Enumerable.Repeat(lvalue, lvalue.Weight)).ToList();
        for (var attempt = 0; attempt < 4 && possible.Count > 0; attempt++)
        {
            var chosen = g.Random.In(possible);
            if (chosen.Make(g) is { } text)
                return new Expression(NameOf(chosen), type, text) { IsPrimary = true };
        }

        return null;
    }

    /// <summary>As <see cref="TryLvalue"/>, of a type that things have fields of.</summary>
    public static Expression Lvalue(this ProgramGenerator g, CsType type, bool isReference = false) =>
        g.TryLvalue(type, isReference) ?? new Expression("lvalue: field", type, type == CsType.Point ? (Template)$"{g.Value(CsType.Thing)}.Point" : (Template)$"{g.Value(CsType.Thing)}.Value") { IsPrimary = true };

    /// <summary>Whether a setter is called on a struct, which may be a field of what is not there.</summary>
    public static bool IsMemberOfStruct(Expression lvalue) => lvalue.Name is "lvalue: property of struct" or "lvalue: indexer of struct";

    private static string NameOf(LvalueForm lvalue) => "lvalue: " + lvalue.Name;

    private static Template? Variable(ProgramGenerator g, CsType type) => g.Variable(type, variable => variable.IsAssignable).Then(variable => $"{variable}");

    private static Template? Conditional(ProgramGenerator g, CsType type)
    {
        var condition = g.Value(CsType.Bool);
        return g.TryLvalue(type, isReference: true).Then(yes => g.TryLvalue(type, isReference: true).Then(no => $"({condition} ? ref {yes:all} : ref {no:all})"));
    }

    /// <param name="Name">What the coverage calls it.</param>
    /// <param name="Type">Its type.</param>
    /// <param name="IsReference">Whether it is a variable.</param>
    /// <param name="Make">Fills the holes.</param>
    private sealed record LvalueForm(string Name, CsType Type, bool IsReference, Func<ProgramGenerator, Template?> Make)
    {
        public int Weight { get; init; } = 1;

        public bool IsAcrossSuspension { get; init; } = true;
    }
}
