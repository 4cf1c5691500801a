using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Loops. Each turn consumes fuel.</summary>
internal static class LoopStatements
{
    public static IEnumerable<StatementForm> All =>
    [
        new("while", 3, g => $"while (t.Turn() && {g.Value(Bool)}){g.LoopBody()}"),
        new("while with pattern", 1, WhileWithPattern),
        new("do", 3, g => $"do{g.LoopBody()}while (t.Turn() && {g.Value(Bool)});"),
        new("for", 5, g => g.InScope(() => For(g))),
        new("for with effects", 2, g => $"for ({g.Effect():all}; t.Turn() && {g.Value(Bool)}; {g.Effect():all}, {g.Effect():all}){g.LoopBody()}"),
        new("for without condition", 1, g => $"for (;;){{ if (!t.Turn()) break; {g.LoopBody()} if ({g.Value(Bool):all}) break; }}"),
        new("foreach of array", 3, g => ForEach(g, Int, g.Value(Ints))),
        new("foreach of list", 2, g => ForEach(g, Int, g.Value(List))),
        new("foreach of string", 1, g => $"foreach (var c_ in {g.Value(CsType.String):own}){g.LoopBody()}"),
        new("foreach of iterator", 3, g => ForEach(g, Int, new Expression("iterator", Ints, $"t.Count({g.Value(Int):all})"))),
        new("foreach of structs", 2, g => ForEach(g, Point, g.Value(Points))),
        new("foreach with conversion", 1, g => ForEach(g, Long, g.Value(Ints))),
        new("foreach with deconstruction", 1, Deconstructing),
        new("foreach of two dimensions", 1, g => ForEach(g, Int, new Expression("array of two dimensions", Ints, $"new int[,] {{ {{ {g.Value(Int):all}, 1 }}, {{ {g.Value(Int):all}, 2 }} }}"))),
        new("foreach by extension", 2, g => ForEach(g, Int, g.Value(Thing))),
        new("foreach that suspends", 2, g => g.Alone(() => ForEach(g, Int, new Expression("suspending sequence", Ints, $"new Countdown(t, {g.Index():all})")))) { IsCall = true },
    ];

    private static Template For(ProgramGenerator g)
    {
        var start = g.Value(Int);
        var variable = g.Declare(Int);
        return g.Random.Chance(0.8)
            ? $"for (int {variable} = {start:all}; t.Turn() && {variable} < {g.Value(Int)}; {variable}++){g.LoopBody()}"
            : (Template)$"for (int {variable} = {start:own}, end_ = {g.Value(Int):own}; t.Turn() && {variable} < end_; {g.Effect():own}, {variable}++){g.LoopBody()}";
    }

    private static Template ForEach(ProgramGenerator g, CsType type, Expression items) => g.InScope<Template>(() =>
    {
        var variable = g.Declare(type, isAssignable: false);
        return $"foreach ({type} {variable} in {items:own}){g.LoopBody()}";
    });

    private static Template Deconstructing(ProgramGenerator g)
    {
        Template items = $"new[] {{ {g.Value(Pair):own}, {g.Value(Pair):own} }}";
        return g.InScope<Template>(() => $"foreach (var ({g.Declare(Int, isAssignable: false)}, {g.Declare(CsType.String, isAssignable: false)}) in {items}){g.LoopBody()}");
    }

    private static Template WhileWithPattern(ProgramGenerator g)
    {
        var input = g.Value(CsType.Object);
        return g.InScope<Template>(() =>
        {
            var variable = g.Scope.Declare(new Variable(g.PatternName("i"), Int));
            return $"while (t.Turn() && {input} is int {variable}){g.LoopBody()}";
        });
    }
}
