using CoroGen.Fuzz.Oracles;
using CoroGen.Fuzz.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Fuzz.Reporting;

/// <summary>What a run says at its end.</summary>
internal static class Report
{
    private const int MaxShown = 10;

    /// <returns>The exit code: 0 when nothing was found.</returns>
    public static int Write(Campaign campaign, DirectoryInfo? keep, bool shrink)
    {
        Console.WriteLine("generated with suspension  form");
        foreach (var line in campaign.Coverage.Lines)
            Console.WriteLine(line);
        IReadOnlyList<Finding> findings = shrink ? [.. campaign.Findings.DistinctBy(finding => finding.Class).Select(campaign.Shrink)] : campaign.Findings;
        foreach (var finding in findings.Take(MaxShown))
            Console.WriteLine(Text(finding));
        keep?.Create();
        foreach (var finding in findings)
        {
            if (keep is not null)
                File.WriteAllText(Path.Combine(keep.FullName, finding.Program.Name + ".txt"), Text(finding) + "\n" + finding.Generated);
        }

        foreach (var kind in campaign.Findings.CountBy(finding => finding.Class))
            Console.WriteLine($"{kind.Value,6}  {kind.Key}");
        Console.WriteLine($"{campaign.Programs} programs, {campaign.Discarded} discarded, {campaign.Executions} executions, {campaign.Findings.Count} divergences");
        return campaign.Findings.Count == 0 ? 0 : 1;
    }

    public static int Print(Campaign campaign, int first, int count)
    {
        for (var index = first; index < first + count; index++)
            Console.WriteLine(Source(campaign.Program(index)));
        return 0;
    }

    public static string Text(Finding finding) => $"""

        ==== {finding.Class}
        {finding.Details}
        {finding.Program.Origin}
        {Source(finding.Program)}
        """;

    public static string Source(GeneratedProgram program) =>
        CSharpSyntaxTree.ParseText(Printer.Print(program, Marking.AsMarked)).GetRoot().NormalizeWhitespace().ToFullString();
}
