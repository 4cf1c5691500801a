using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>Calls of coroutines and of the loop.</summary>
internal static class CoroutineForms
{
    public static IEnumerable<ExpressionForm> Expressions =>
    [
        .. new[] { Int, CsType.String, Point, Thing, MaybeInt, Bool }.Select(type => new ExpressionForm("call of coroutine", type, 6, g => Call(g, type, "co, t")) { IsCall = true, IsStatement = true }),
        .. new[] { Int, CsType.String, Point, Thing }.Select(type => new ExpressionForm("await of coroutine", type, 2, g => Call(g, type, "t").Then(call => $"co.Await({call})")) { IsCall = true, IsStatement = true }),
        new("coroutine of class", Int, 3, g => $"{g.Value(Thing)}.Work(co, {g.Value(Int):all})") { IsCall = true, IsStatement = true },
        new("coroutine of struct", Int, 3, g => $"{g.Lvalue(Point)}.Work(co, t, {g.Unmoved(Int):all})") { IsCall = true, IsStatement = true },
        new("?. coroutine", MaybeInt, 2, g => $"{g.Value(Thing)}?.Work(co, {g.Value(Int):all})") { IsCall = true, IsStatement = true },
        new("coroutine that throws", Int, 2, g => $"t.Throw<int>(co, {g.Value(CsType.String):all})") { IsCall = true, IsStatement = true },
        new("await of task", Int, 1, g => $"co.Await(System.Threading.Tasks.Task.FromResult({g.Value(Int):all}))") { IsCall = true, IsStatement = true },
    ];

    public static IEnumerable<StatementForm> Statements =>
    [
        new("launch", 3, Launch) { IsCall = true },
        new("sleep", 1, g => $"co.Sleep(({g.Index():all}) & 3);") { IsCall = true },
        new("lock of a loop", 1, g => $"{{ var lock_ = new CoLock(); using (co.Lock(lock_)){g.Block()} }}") { IsCall = true },
        new("call of void coroutine", 5, g => Call(g, null, "co, t").Then(call => $"{call};")) { IsCall = true },
    ];

    /// <summary>A coroutine that runs beside the block, and is waited for.</summary>
    private static Template? Launch(ProgramGenerator g) => g.Concurrent(() =>
        Call(g, g.Random.Any(Int, CsType.String, Point), "t").Then(call => $"{{ var job_ = co.Launch({call}); {g.Block()} t.Log(co.Await(job_)); }}"));

    private static Template? Call(ProgramGenerator g, CsType? type, string first)
    {
        List<Callable> possible = [.. g.Coroutines.Where(coroutine => coroutine.Result == type)];
        if (possible.Count == 0)
            return null;
        var callee = g.Random.In(possible);
        Template arguments = $"";
        foreach (var parameter in callee.Parameters)
            arguments = $"{arguments}, {g.Value(parameter):all}";
        return $"{callee.Name}({first}{arguments})";
    }
}
