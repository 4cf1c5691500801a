namespace CoroGen.Analyzers.Flow;

/// <summary>Numbers the facts of a body, so that what holds at a place is a set of bits, and tells which of them are of the same variable.</summary>
internal sealed class FactTable
{
    private static readonly IReadOnlyList<int> s_none = [];

    private readonly Dictionary<Fact, int> _numbers = [];
    private readonly List<Fact> _facts = [];
    private readonly Dictionary<object, List<int>> _ofVariables = [];
    private readonly Dictionary<object, List<int>> _ofMembers = [];
    private readonly Dictionary<Fact, List<int>> _following = [];

    public Fact this[int number] => _facts[number];

    /// <summary>The number of a fact.</summary>
    public int Of(Fact fact)
    {
        if (_numbers.TryGetValue(fact, out var number))
            return number;
        number = _facts.Count;
        _numbers.Add(fact, number);
        _facts.Add(fact);
        var parts = fact.Then is { } then ? new[] { fact.Place, then.Place } : [fact.Place];
        foreach (var variable in parts.SelectMany(place => place.Variables).Distinct())
            Append(_ofVariables, variable, number);
        foreach (var member in parts.Select(place => place.Member).OfType<object>().Distinct())
            Append(_ofMembers, member, number);
        if (fact.Then is not null)
            Append(_following, fact with { Then = null }, number);
        return number;
    }

    /// <summary>The number of a fact, or null when nobody has ever known it.</summary>
    public int? Find(Fact fact) => _numbers.TryGetValue(fact, out var number) ? number : null;

    /// <summary>The facts that mention a variable.</summary>
    public IReadOnlyList<int> OfVariable(object variable) => Numbers(_ofVariables, variable);

    /// <summary>The facts of a member, whatever it is a member of.</summary>
    public IReadOnlyList<int> OfMember(object member) => Numbers(_ofMembers, member);

    /// <summary>The facts that say what follows from this one.</summary>
    public IReadOnlyList<int> Following(Fact fact) => Numbers(_following, fact);

    private static IReadOnlyList<int> Numbers<T>(Dictionary<T, List<int>> lists, T key) => lists.TryGetValue(key, out var numbers) ? numbers : s_none;

    private static void Append<T>(Dictionary<T, List<int>> lists, T key, int number)
    {
        if (!lists.TryGetValue(key, out var numbers))
            lists.Add(key, numbers = []);
        numbers.Add(number);
    }
}
