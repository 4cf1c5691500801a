namespace CoroGen.BlockingMembers.Data;

/// <summary>A reason why members need no entry in the catalogue, and how many members it exempts.</summary>
internal sealed record ExemptGroup(string Name, string Reason)
{
    public int Members { get; set; }
}

/// <summary>A line of exempt.txt: a documentation id, without parameters for all overloads, with <c>()</c> for the one that has none, or with <c>*</c> at its end for all that begin with it.</summary>
internal sealed record Exemption(string Id, ExemptGroup Group)
{
    public bool IsUsed { get; set; }

    public bool Matches(string id) => Id switch
    {
        [.. var prefix, '*'] => id.StartsWith(prefix, StringComparison.Ordinal),
        [.. var member, '(', ')'] => id == member,
        _ => id == Id || (id.StartsWith(Id, StringComparison.Ordinal) && id[Id.Length] is '(' or '`'),
    };
}

/// <summary>What reaches something that waits, and yet blocks no one: groups of a name and a reason, <c>[name] reason</c>, and under each the ids.</summary>
internal sealed class Exemptions
{
    private readonly List<ExemptGroup> _groups = [];
    private readonly List<Exemption> _all = [];

    public Exemptions(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            if (line[0] == '[')
                _groups.Add(new(line[1..line.IndexOf(']', StringComparison.Ordinal)], line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].Trim()));
            else
                _all.Add(new(line.Split(' ')[0], _groups.Count > 0 ? _groups[^1] : throw new FormatException($"No group, no reason: {line}")));
        }
    }

    public IReadOnlyList<ExemptGroup> Groups => _groups;

    public IEnumerable<Exemption> Unused => _all.Where(each => !each.IsUsed);

    /// <summary>Whether the member is exempt. The first line that matches counts it.</summary>
    public bool Exempt(string id)
    {
        if (_all.Find(each => each.Matches(id)) is not { } found)
            return false;
        found.IsUsed = true;
        found.Group.Members++;
        return true;
    }
}
