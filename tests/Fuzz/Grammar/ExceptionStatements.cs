using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary><c>try</c> with all its parts, and <c>using</c>. What a filter reads must not change while the exception passes: see docs/semantics.md.</summary>
internal static class ExceptionStatements
{
    private static readonly string[] Types = ["Exception", "OopsException", "BangException", "NullReferenceException", "InvalidCastException", "OverflowException", "IndexOutOfRangeException"];

    public static IEnumerable<StatementForm> All =>
    [
        new("try finally", 5, g => $"try{g.Block()}finally{Finally(g)}"),
        new("try catch", 5, g => $"try{g.Block()}{Catch(g, g.Random.In(Types))}"),
        new("try catch catch finally", 4, g => $"try{g.Block()}{Catch(g, "BangException")}{Catch(g, "Exception")}finally{Finally(g)}"),
        new("catch all", 3, g => $"try{g.Block()}catch{Handler(g)}"),
        new("catch with filter", 4, g => $"try{g.Block()}catch (Exception e_) when ({Filter(g)}){Handler(g)}"),
        new("catch with filter that assigns", 2, Assigning),
        new("try throw", 3, g => $"try{{ {g.Effect():all}; throw new {g.Random.Any("Oops", "Bang")}Exception({g.Value(CsType.String):all}); }}{Catch(g, "OopsException")}finally{Finally(g)}"),
        new("using", 3, g => Using(g)),
        new("using of struct", 2, g => $"using (var using_ = new ValueResource(t, {g.Value(Int):all})){g.Block()}"),
        new("using that suspends", 2, g => g.Alone(() => $"using (var using_ = new SuspendingResource(t, {g.Value(Int):all})){g.Block()}")) { IsCall = true },
        new("using of null", 1, g => $"using ({g.Value(Bool)} ? new Resource(t, {g.Value(Int):all}) : null){g.Block()}"),
        new("using declaration", 3, g => $"{{ using var using_ = new Resource(t, {g.Value(Int):all}); {g.Block() with { HasBraces = true }} }}"),
    ];

    private static Block Finally(ProgramGenerator g) => g.InHandler(() => g.WithJumps([], () => g.Block(2)));

    private static Block Handler(ProgramGenerator g) => g.InHandler(() => g.WithJumps(g.Jumps.Add("throw;"), () => g.Block()));

    private static Template Catch(ProgramGenerator g, string type) => $"catch ({type} e_){{ t.Log(e_); {Handler(g)} }}";

    private static string Filter(ProgramGenerator g) => g.Random.Any("e_ is BangException", "e_.Message.Length > 2", "e_ is not NullReferenceException", "e_.Message == \"x\"", "e_.Message[100] == 'x'");

    private static Template Assigning(ProgramGenerator g)
    {
        var variable = g.Scope.FreeName("i");
        var body = g.Block();
        var handler = g.InScope(() =>
        {
            g.Scope.Declare(new Variable(variable, Int));
            return Handler(g);
        });
        return $"int {variable} = 0; try{body}catch (Exception e_) when (({variable} = e_.Message.Length) > 2){handler}";
    }

    private static Template Using(ProgramGenerator g) => $"using (new Resource(t, {g.Value(Int):all})){g.Block()}";
}
