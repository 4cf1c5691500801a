namespace CoroGen.Generator.Tests.Conformance;

/// <summary>
/// Reads Forms.txt: a heading begins with <c>#</c>; a form stands at the beginning of a line, its words after <c>//</c>; the tests that hold it stand below it, indented.
/// </summary>
internal static class Catalogue
{
    public static IReadOnlyList<Section> Read()
    {
        var sections = new List<Section>();
        var forms = new List<Form>();
        foreach (var line in Repository.Lines("tests/Generator.Tests/Conformance/Forms.txt").Where(line => line.Trim().Length > 0))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                sections.Add(new Section(line[2..], forms = []));
            else if (line.StartsWith(' '))
                forms[^1] = forms[^1] with { Tests = [.. forms[^1].Tests, .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)] };
            else
                forms.Add(Row(line));
        }

        return sections;
    }

    private static Form Row(string line)
    {
        var at = line.IndexOf("//", StringComparison.Ordinal);
        return at < 0 ? new Form(line.Trim(), "", []) : new Form(line[..at].Trim(), line[(at + 2)..].Trim(), []);
    }
}
