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
        var number = g.Coroutines.Count;
        var home = g.Random.Any("", "", "class", "struct");
        // A struct's method has no field that lambdas could capture, or that it may change.
        List<Variable> fields = home.Length == 0 ? [] : [new Variable("F" + number, Int) { IsAssignable = home == "class", IsCapturable = home == "class" }];
        var body = g.WithJumps([], () => g.Body([.. parameters, .. fields], 20, () => result is null ? Log(g) : new Statement("return", $"return {g.Value(result):all};")));
        g.Coroutines.Add(new Callable(home.Length == 0 ? $"C{number}" : $"new H{number}(3).C{number}", result, types));
        var list = string.Concat(parameters.Select(parameter => $", {parameter.Type} {parameter.Name}"));
        Template method = $"[Coroutine]\npublic {(home.Length == 0 ? "static" : home == "struct" ? "readonly" : "")} {result?.Name ?? "void"} C{number}(Co co, Trace t{list}){body}";
        return new Statement("coroutine", home.Length == 0 ? method : $"public partial {home} H{number}(int start) {{ public int F{number} = start;\n{method} }}");
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
