using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Tests.Conformance;

/// <summary>A form with what its tests say of it.</summary>
internal sealed class Row
{
    private readonly Sketch? _sketch;
    private readonly List<HeldBy> _tests = [];
    private readonly SortedSet<string> _rules = [];
    private readonly List<string> _errors = [];
    private bool _runs;

    private Row(Form form) => (Form, _sketch) = (form, form.Code.Length == 0 ? null : Sketch.Parse(form.Code));

    public Form Form { get; }

    /// <summary>Why the row cannot stand in the table.</summary>
    public IEnumerable<string> Errors => _errors;

    private bool IsRefused => _rules.Count > 0;

    public static Row Of(Form form, TestSources sources)
    {
        var row = new Row(form);
        foreach (var name in form.Tests)
            row.Add(name, sources.Find(name));
        if (row._sketch is null && form.Code.Length > 0)
            row._errors.Add($"{form}: no C#");
        if (form.Tests.Count == 0)
            row._errors.Add($"{form}: no test");
        if (row._runs && row.IsRefused)
            row._errors.Add($"{form}: one test runs it, another one refuses it");
        return row;
    }

    /// <summary>Whether the row is an example of what the generator's table says of a kind of syntax.</summary>
    public bool Shows(SyntaxKind kind, Support support) => _sketch is { } sketch && support switch
    {
        Support.Lowered => !IsRefused && sketch.HasSuspensionIn(kind),
        Support.Verbatim => !IsRefused && sketch.Has(kind),
        _ => IsRefused && sketch.Has(kind),
    };

    /// <summary>The row in Markdown.</summary>
    public override string ToString()
    {
        var code = Form.Code.Length == 0 ? "" : $"`` {Form.Code.Replace("|", "\\|", StringComparison.Ordinal)} `` ";
        var status = IsRefused ? string.Join(", ", _rules.Select(rule => rule.StartsWith("CORO", StringComparison.Ordinal) ? $"refused: [{rule}](rules/{rule}.md)" : $"refused by C#: {rule}")) : "lowered";
        return $"| {code}{Form.Words} | {status} | {string.Join(", ", _tests.Select(test => $"[{test.Name}](../{test.Path})"))} |";
    }

    private void Add(string name, HeldBy? test)
    {
        if (test is null)
            _errors.Add($"{Form}: there is no test '{name}'");
        else if (test.RefusedBy(_sketch) is not { } rules)
            _errors.Add($"{Form}: it does not occur in '{name}'");
        else
        {
            _tests.Add(test);
            _rules.UnionWith(rules);
            _runs |= rules.Count == 0;
        }
    }
}
