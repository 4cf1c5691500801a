using System.Text;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Tests.Conformance;

/// <summary>
/// docs/conformance.md says of every form what becomes of it, and which test holds that. It is made here, of Forms.txt and of what the tests themselves say; with the environment
/// variable REFRESH_PAGES it is written, else compared.
/// </summary>
public sealed class ConformancePageTests
{
    private const string Page = "docs/conformance.md";

    private static readonly TestSources s_tests = new();
    private static readonly List<(string Title, List<Row> Rows)> s_sections = Catalogue.Read().Select(section => (section.Title, section.Forms.Select(form => Row.Of(form, s_tests)).ToList())).ToList();
    private static readonly List<Row> s_rows = s_sections.SelectMany(section => section.Rows).ToList();

    [Fact]
    public void Every_form_is_held_by_tests_that_agree() => AssertNone(s_rows.SelectMany(row => row.Errors));

    [Fact]
    public void No_form_stands_twice()
    {
        var forms = s_sections.SelectMany(section => section.Rows.Select(row => $"{section.Title}: {row.Form}")).ToList();
        Assert.Equal(forms.Distinct(), forms);
    }

    [Fact]
    public void Every_kind_of_the_support_table_occurs_in_a_form_of_its_status()
    {
        static bool IsShown(SyntaxKind kind) => s_rows.Exists(row => row.Shows(kind, SupportTable.Of(kind)));
        AssertNone(SupportTable.Kinds.Where(kind => !IsShown(kind)).Select(kind => kind.ToString()));
    }

    [Fact]
    public void The_page_shows_them()
    {
        var fresh = Write();
        if (Environment.GetEnvironmentVariable("REFRESH_PAGES") is { Length: > 0 })
            File.WriteAllText(Repository.Full(Page), fresh);
        else
            Assert.Equal(fresh, File.ReadAllText(Repository.Full(Page)));
    }

    private static void AssertNone(IEnumerable<string> wrong)
    {
        if (string.Join('\n', wrong) is { Length: > 0 } all)
            Assert.Fail(all);
    }

    private static string Write()
    {
        var page = new StringBuilder("""
            # What is supported

            Every form of C# in which a suspension can stand, and what becomes of it. In a form, `S` is something that suspends, as `G(co)`; other letters are anything.
            *Lowered* forms mean what they mean in plain C#: their tests run them in both executions, as plain code and as a state machine, with suspensions that happen and that do
            not, and compare all that can be seen. *Refused* forms are errors on the user's own line, by the rule that is linked.

            This page is made by [a test](../tests/Generator.Tests/Conformance/ConformancePageTests.cs) of [a list of forms](../tests/Generator.Tests/Conformance/Forms.txt) and of the tests that
            they name; it fails when a form is not in its test, or when its test says something else of it.

            """.ReplaceLineEndings("\n"));
        foreach (var (title, rows) in s_sections)
        {
            page.Append($"\n## {title}\n\n| form | | held by |\n| --- | --- | --- |\n");
            foreach (var row in rows)
                page.Append(row).Append('\n');
        }

        return page.ToString();
    }
}
