using CoroGen.Fuzz.Programs;
using static CoroGen.Fuzz.Programs.CsType;

namespace CoroGen.Fuzz.Grammar;

/// <summary>A coroutine that a program calls.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Result">Its result's type, or null.</param>
/// <param name="Parameters">Its parameters, without the handle and the trace.</param>
public sealed record Callable(string Name, CsType? Result, IReadOnlyList<CsType> Parameters);

/// <summary>The coroutines of a program.</summary>
internal static class Members
{
    public static Statement Helper(ProgramGenerator g)
    {
        var result = g.Random.Chance(0.25) ? null : g.Random.Any(Int, Int, CsType.String, Point, Thing, MaybeInt, Bool);
        List<CsType> types = [.. Enumerable.Range(0, g.Random.Next(4)).Select(_ => g.Random.In(CsType.All))];
        var parameters = types.Select((type, index) => new Variable(type.Letter + "_p" + index, type)).ToList();
        var callable = new Callable("C" + g.Coroutines.Count, result, types);
        var body = g.WithJumps([], () => g.Body(parameters, 20, () => result is null ? Log(g) : new Statement("return", $"return {g.Value(result):all};")));
        g.Coroutines.Add(callable);
        var list = string.Concat(parameters.Select(parameter => $", {parameter.Type} {parameter.Name}"));
        return new Statement("coroutine", $"[Coroutine]\nprivate static {result?.Name ?? "void"} {callable.Name}(Co co, Trace t{list}){body}");
    }

    public static Statement Root(ProgramGenerator g)
    {
        var body = g.Body([], 60, () => new Statement("return", $"return {End(g)};"));
        return new Statement("coroutine", $"[Coroutine]\npublic static string Main(Co co, Trace t){body}");
    }

    private static Statement Log(ProgramGenerator g) => new("log", $"t.Log({End(g)});");

    /// <summary>The final values of all variables.</summary>
    private static string End(ProgramGenerator g) => string.Join(" + \" \" + ", g.Scope.Visible.Where(v => v.Type.HasText).Select(v => $"Trace.Text({v.Name})").Append("\"\""));
}
