using CoroGen.BlockingMembers.Data;

namespace CoroGen.BlockingMembers.Report;

/// <summary>What the program prints, and its exit code.</summary>
internal static class Summary
{
    public static int Print(TextWriter output, string framework, Findings findings, Exemptions exemptions, IReadOnlyList<string> unknown, IReadOnlyList<Line> unused)
    {
        foreach (var finding in findings.Open)
            output.WriteLine($"{finding.Id}\n    {string.Join("\n    → ", finding.Path)}");
        foreach (var native in unknown)
            output.WriteLine($"primitives.txt does not say whether this waits: {native}");
        foreach (var exemption in exemptions.Unused)
            output.WriteLine($"exempt.txt exempts nothing with: {exemption.Id}");
        foreach (var line in unused)
            output.WriteLine($"Matches nothing: {line.Kind} {line.Pattern}");
        foreach (var member in findings.Missing)
            output.WriteLine($"Not found in the implementation: {member}");

        output.WriteLine($"{framework}: {findings.Examined} members examined, {findings.Reaching} reach what waits: {findings.Listed} in the catalogue, {findings.Reaching - findings.Listed - findings.Open.Count} exempt, {findings.Open.Count} open.");
        foreach (var group in exemptions.Groups)
            output.WriteLine($"  {group.Members,5}  {group.Name}");
        return findings.Open.Count + unknown.Count + unused.Count + findings.Missing.Count == 0 && !exemptions.Unused.Any() ? 0 : 1;
    }
}
