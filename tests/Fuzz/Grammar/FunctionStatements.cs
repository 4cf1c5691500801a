using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Lambdas and local functions, which share the variables that they capture.</summary>
internal static class FunctionStatements
{
    public static IEnumerable<StatementForm> All =>
    [
        new("lambdas collected in a loop", 3, Collected),
        new("lambda that writes", 3, Writing),
        new("lambda with a body", 2, g => $"{{ Func<int> f_ = () => {{ {g.InLambda(() => g.Effect()):all}; return {g.InLambda(() => g.Value(Int)):all}; }}; {g.Block()} t.Log(f_()); }}"),
        new("local function", 3, LocalFunction),
        new("static local function", 1, g => $"{{ static int L_(int a, int b) => a * 2 - b; t.Log(L_({g.Value(Int):all}, {g.Value(Int):all})); }}"),
        new("event", 2, g => $"{{ var owner_ = {g.Value(Thing):own}; owner_.Changed += n => t.V(n); owner_.Raise({g.Value(Int):all}); {g.Block()} owner_.Changed += {g.Value(Bool)} ? null : n => t.V(-n); owner_.Raise({g.Value(Int):all}); }}"),
        new("query", 1, g => $"t.Log(from n in {g.Value(Ints):own} where n > 0 select unchecked(n + {g.InLambda(() => g.Value(Int))}));"),
    ];

    private static Template Collected(ProgramGenerator g)
    {
        var items = g.Value(Ints);
        return g.InScope<Template>(() =>
        {
            var variable = g.Declare(Int, isAssignable: false);
            return $"{{ var fs_ = new List<Func<int>>(); foreach (var {variable} in {items:own}) {{ int own_ = {g.Value(Int):all}; fs_.Add(() => own_ += {variable}); {g.LoopBody()} own_++; }} foreach (var f_ in fs_) t.Log(f_()); }}";
        });
    }

    private static Template? Writing(ProgramGenerator g)
    {
        if (g.Variable(Int, v => v is { IsAssignable: true, IsCapturable: true }) is not { } variable)
            return null;
        var function = g.Declare(Func);
        return $"Func<int> {function} = () => {variable} += {g.Random.Next(5)};";
    }

    private static Template LocalFunction(ProgramGenerator g)
    {
        var name = "L" + g.PatternName("");
        var body = g.InLambda<Template>(() =>
        {
            var parameter = g.Declare(Int);
            return $"int {name}(int {parameter}) {{ {g.Effect():all}; return {g.Value(Int):all}; }}";
        });
        return g.Random.Chance(0.5)
            ? $"{{ {body} {g.Block()} t.Log({name}({g.Value(Int):all})); }}"
            : (Template)$"{{ {g.Block()} t.Log({name}({g.Value(Int):all})); {body} }}";
    }
}
