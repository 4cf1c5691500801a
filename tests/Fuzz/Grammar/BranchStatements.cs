using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary><c>if</c>, <c>switch</c>, and blocks.</summary>
internal static class BranchStatements
{
    public static IEnumerable<StatementForm> All =>
    [
        new("if", 6, g => $"if ({g.Value(Bool):all}){g.Block()}"),
        new("if else", 5, g => $"if ({g.Value(Bool):all}){g.Block()}else{g.Block()}"),
        new("if with pattern", 3, g => Pattern(g)),
        new("if not pattern", 1, IfNot),
        new("if assigns", 2, IfAssigns),
        new("block", 2, g => $"{g.Block()}"),
        new("switch", 3, Switch),
        new("switch of string", 2, g => g.WithJumps(g.Jumps.Add("break;"), () => (Template)$"switch ({g.Value(CsType.String):own}){{ case \"x\":{Section(g)}case null: case \"\":{Section(g)}default:{Section(g)}}}")),
        new("switch of patterns", 4, SwitchOfPatterns),
        new("switch with goto", 2, SwitchWithGoto),
    ];

    /// <summary>The statements of a section, which ends.</summary>
    private static Block Section(ProgramGenerator g, string end = "break;")
    {
        var block = g.Block();
        return block with { Statements = block.Statements.Add(new Statement("end of section", $"{end}")) };
    }

    private static Template Pattern(ProgramGenerator g)
    {
        var type = g.Random.Any(Int, CsType.String, Point, Thing);
        var input = g.Value(CsType.Object);
        return g.InScope<Template>(() =>
        {
            var variable = g.Scope.Declare(new Variable(g.PatternName(type.Letter), type));
            return $"if ({input} is {type} {variable} && {g.Value(Bool)}){g.Block()}";
        });
    }

    private static Template? IfNot(ProgramGenerator g)
    {
        if (g.Jumps.Count == 0)
            return null;
        var input = g.Value(CsType.Object);
        var variable = new Variable(g.PatternName("i"), Int);
        Template text = $"if ({input} is not int {variable}) {{ {g.Random.In(g.Jumps)} }}";
        g.Scope.Declare(variable);
        return text;
    }

    /// <summary>A variable that is assigned in both branches, and not where it is declared.</summary>
    private static Template IfAssigns(ProgramGenerator g)
    {
        var type = g.Random.In(CsType.All);
        var name = g.Scope.FreeName(type.Letter);
        var (condition, yes, no) = (g.Value(Bool), g.Value(type), g.Value(type));
        g.Scope.Declare(new Variable(name, type));
        return $"{type} {name}; if ({condition:all}) {name} = {yes:all}; else {{ {name} = {no:all}; }}";
    }

    private static Template Switch(ProgramGenerator g)
    {
        var value = g.Value(Int);
        return g.WithJumps<Template>(g.Jumps.Add("break;"), () => $"switch ({value:own}){{ case 0: case 1:{Section(g)}case 2:{Section(g)}case > 3 and < 7:{Section(g)}default:{Section(g)}}}");
    }

    private static Template SwitchWithGoto(ProgramGenerator g)
    {
        var value = g.Value(Int);
        return g.WithJumps<Template>(g.Jumps.Add("break;"), () =>
            $"switch ({value:own}){{ case 0:{Section(g, $"if (t.Turn()) goto case {g.Random.Any("1", "2")}; break;")}case 1:{Section(g, "goto default;")}case 2:{Section(g, "if (t.Turn()) goto case 0; goto default;")}default:{Section(g)}}}");
    }

    private static Template SwitchOfPatterns(ProgramGenerator g)
    {
        var value = g.Value(CsType.Object);
        return g.WithJumps<Template>(g.Jumps.Add("break;"), () =>
            $"switch ({value:own}){{ case int {Case(g, Int)}case string {Case(g, CsType.String)}case Point {Case(g, Point)}case Thing {{ Tail: var tail_ }}:{Section(g)}case null: default:{Section(g)}}}");
    }

    private static Template Case(ProgramGenerator g, CsType type) => g.InScope<Template>(() =>
    {
        var variable = g.Scope.Declare(new Variable(g.PatternName(type.Letter), type));
        return g.Random.Chance(0.5) ? $"{variable} when {(g.Random.Chance(0.5) ? g.Plain(Bool) : g.Value(Bool)):all}:{Section(g)}" : (Template)$"{variable}:{Section(g)}";
    });
}
