using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Lambdas and local functions that are coroutines themselves, and share what they capture.</summary>
internal static class CoroutineFunctions
{
    private static readonly CsType[] Results = [Int, CsType.String, Point, Anonymous];

    public static IEnumerable<ExpressionForm> Expressions =>
    [
        .. Results.Select(type => new ExpressionForm("await of coroutine lambda", type, 2, g => $"co.Await(co.Launch(co => {Body(g, type)}))") { IsCall = true, IsStatement = true }),
        .. Results.Select(type => new ExpressionForm("coroutine lambda with a limit", type, 2, g => $"co.Timeout(TimeSpan.FromDays(1), co => {Body(g, type)})") { IsCall = true, IsStatement = true }),
    ];

    public static IEnumerable<StatementForm> Statements =>
    [
        new("coroutine lambda", 3, g => $"{{ CoFunc<int> body_ = co => {Body(g, Int)}; {g.Block()} t.Log(body_(co)); {g.Block(1)} t.Log(body_(co)); }}") { IsCall = true },
        new("coroutine lambda without result", 2, g => $"{{ CoAction body_ = co => {g.InCoroutine(() => g.Block())}; body_(co); {g.Block()} body_(co); }}") { IsCall = true },
        new("coroutine lambdas collected in a loop", 2, Collected) { IsCall = true },
        new("launch of lambda", 2, Launch) { IsCall = true },
        new("coroutine local function", 4, LocalFunction) { IsCall = true },
        new("coroutine local function of an expression", 2, Short) { IsCall = true },
        new("coroutine function that only throws", 1, Throwing) { IsCall = true },
        new("local function that runs later", 3, RunningLater) { IsCall = true },
    ];

    /// <summary>An expression, or a block that ends with one.</summary>
    private static Template Body(ProgramGenerator g, CsType type) => g.InCoroutine(() => g.Random.Chance(0.5)
        ? $"{g.Value(type):own}"
        : (Template)$"{{ {g.Block()} {g.Effect():all}; return {g.Value(type):own}; }}");

    private static Template Collected(ProgramGenerator g)
    {
        var items = g.Value(Ints);
        return g.InScope<Template>(() =>
        {
            var variable = g.Declare(Int, isAssignable: false);
            return $"{{ var fs_ = new List<CoFunc<int>>(); foreach (var {variable} in {items:own}) {{ var own_ = new {{ N = {g.Value(Int):own} }}; fs_.Add(co => {{ own_ = new {{ N = unchecked(own_.N + {variable} + {g.InCoroutine(() => g.Value(Int))}) }}; return own_.N; }}); {g.LoopBody()} }} foreach (var f_ in fs_) t.Log(f_(co)); }}";
        });
    }

    private static Template? Launch(ProgramGenerator g) => g.Concurrent(() => $"{{ var job_ = co.Launch(co => {Body(g, g.Random.In(Results))}); {g.Block()} t.Log(co.Await(job_)); }}");

    private static Template LocalFunction(ProgramGenerator g)
    {
        var name = "K" + g.PatternName("");
        var body = g.InCoroutine<Template>(() =>
        {
            var parameter = g.Declare(Int);
            return $"[Coroutine] int {name}(Co co, int {parameter}) {{ {g.Block()} return {parameter} > 0 && t.Turn() ? {g.Value(Int)} : {g.Value(Int)}; }}";
        });
        return $"{{ {g.Block()} t.Log({name}(co, {g.Value(Int):all})); {g.Block(1)} t.Log(co.Await(co.Launch(co => {name}(co, {g.InCoroutine(() => g.Plain(Int)):all})))); {body} }}";
    }

    private static Template Short(ProgramGenerator g)
    {
        var name = "K" + g.PatternName("");
        var type = g.Random.Any(Int, CsType.String, Point);
        var body = g.InCoroutine<Template>(() => $"[Coroutine] {type.Name} {name}(Co co) => {g.Value(type):own};");
        return $"{{ {g.Block()} t.Log({name}(co)); {body} }}";
    }

    private static Template Throwing(ProgramGenerator g)
    {
        var name = "K" + g.PatternName("");
        var exception = g.InCoroutine<Template>(() => $"throw new {g.Random.Any("Oops", "Bang")}Exception({g.Value(CsType.String):all})");
        return g.Random.Chance(0.5)
            ? $"try {{ t.Log({name}(co)); [Coroutine] int {name}(Co co) => {exception}; }} catch (OopsException e_) {{ t.Log(e_.Message); {g.InHandler(() => g.Block(1))} }}"
            : (Template)$"{{ CoFunc<int> body_ = co => {exception}; try {{ t.Log(body_(co)); }} catch (OopsException e_) {{ t.Log(e_.Message); {g.InHandler(() => g.Block(1))} }} }}";
    }

    /// <summary>A local function that is used as a delegate, or an iterator.</summary>
    private static Template RunningLater(ProgramGenerator g)
    {
        var name = "R" + g.PatternName("");
        if (g.Random.Chance(0.5))
        {
            var function = g.InLambda<Template>(() => $"int {name}() {{ {g.Effect():all}; return {g.Value(Int):all}; }}");
            return $"{{ Func<int> later_ = {name}; {g.Block()} t.Log(later_()); later_ += {name}; later_ -= {name}; {g.Block(1)} t.Log(later_()); {function} }}";
        }

        var iterator = g.InLambda<Template>(() => $"IEnumerable<int> {name}() {{ yield return {g.Value(Int):all}; {g.Effect():all}; yield return {g.Value(Int):all}; }}");
        return $"{{ foreach (var item_ in {name}()) {{ {g.LoopBody()} t.Log(item_); }} {iterator} }}";
    }
}
