using CoroGen.Fuzz.Grammar;
using CoroGen.Fuzz.Programs;

namespace CoroGen.Fuzz.Reporting;

/// <summary>How often each form of the grammar was generated, and how often with a suspension inside.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, (int All, int Suspending)> _counts = Forms.Names.ToDictionary(name => name, _ => (0, 0));

    public void Add(GeneratedProgram program)
    {
        foreach (var form in program.Nodes.OfType<Form>())
        {
            var (all, suspending) = _counts.GetValueOrDefault(form.Name);
            _counts[form.Name] = (all + 1, suspending + (form.Suspends ? 1 : 0));
        }
    }

    /// <summary>Three columns, and a mark where there is nothing.</summary>
    public IEnumerable<string> Lines => _counts.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{pair.Value.All,9} {pair.Value.Suspending,9}  {pair.Key}{(pair.Value.All == 0 ? "   <-- never" : "")}");
}
