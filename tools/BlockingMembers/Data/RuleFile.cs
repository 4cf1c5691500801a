namespace CoroGen.BlockingMembers.Data;

/// <summary>A line of a data file: what is said, of what, and why.</summary>
internal sealed record Line(string Kind, string Pattern, string Reason)
{
    /// <summary>Whether the name is meant; <c>*</c> at the beginning or at the end stands for anything.</summary>
    public bool Matches(string name) => (Pattern[0], Pattern[^1]) switch
    {
        _ when Pattern == "*" => true,
        ('*', '*') => name.Contains(Pattern[1..^1], StringComparison.Ordinal),
        ('*', _) => name.EndsWith(Pattern[1..], StringComparison.Ordinal),
        (_, '*') => name.StartsWith(Pattern[..^1], StringComparison.Ordinal),
        _ => name == Pattern,
    };
}

/// <summary>A data file of this project: lines of <c>kind pattern reason</c>. The first line that matches counts.</summary>
internal sealed class RuleFile
{
    private readonly Line[] _lines;
    private readonly Dictionary<(string, string), Line?> _found = [];

    public RuleFile(string text) => _lines = [.. Read(text)];

    public IReadOnlyList<Line> Lines => _lines;

    /// <summary>The lines that matched nothing so far.</summary>
    public IEnumerable<Line> Unused => _lines.Except(_found.Values.OfType<Line>());

    /// <summary>The first line of one of the kinds, that matches the name.</summary>
    public Line? Find(string kind, string name)
    {
        if (!_found.TryGetValue((kind, name), out var line))
            _found[(kind, name)] = line = _lines.FirstOrDefault(each => each.Kind == kind && each.Matches(name));
        return line;
    }

    public bool Says(string kind, string name) => Find(kind, name) is not null;

    private static IEnumerable<Line> Read(string text) =>
        from line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        where line[0] != '#'
        let words = line.Split(' ', 3, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select words.Length == 3 ? new Line(words[0], words[1], words[2]) : throw new FormatException($"A line has a kind, a name and a reason: {line}");
}
