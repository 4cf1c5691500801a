using CoroGen.Fuzz.World;

namespace CoroGen.Fuzz.Execution;

/// <summary>What an execution did: its trace, and how it ended.</summary>
internal sealed record Outcome(IReadOnlyList<string> Lines, bool IsEndless = false)
{
    public static Outcome Of(Trace trace, Func<string> run)
    {
        string end;
        try
        {
            end = "returned " + run();
        }
        catch (Exception e)
        {
            end = $"threw {Trace.Text(e)}";
        }

        return new Outcome([.. trace.Lines, end], trace.IsEndless);
    }

    /// <summary>The same without what only a program with suspensions has.</summary>
    public Outcome WithoutSuspensions => new([.. Lines.Where(line => !line.StartsWith(Trace.SuspensionMark))], IsEndless);

    /// <summary>Where two executions part; null when they are the same.</summary>
    public string? DifferenceTo(Outcome other)
    {
        var place = Lines.Zip(other.Lines).TakeWhile(pair => pair.First == pair.Second).Count();
        if (place == Lines.Count && place == other.Lines.Count)
            return null;
        return string.Join("\n", Lines.Take(place).TakeLast(5).Select(line => "    " + line)
            .Append("  expected: " + Lines.ElementAtOrDefault(place)).Append("  found:    " + other.Lines.ElementAtOrDefault(place)));
    }
}
