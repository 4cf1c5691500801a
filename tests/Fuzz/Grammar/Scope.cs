using CoroGen.Fuzz.Programs;

namespace CoroGen.Fuzz.Grammar;

/// <summary>The variables that are visible and definitely assigned, and the names that a new one may not have.</summary>
public sealed class Scope
{
    private readonly Stack<Level> _levels = new([new Level(0)]);
    private readonly List<Variable> _variables = [];

    /// <summary>Where capturing is: references cannot be mentioned there.</summary>
    public bool IsInLambda { get; set; }

    public IEnumerable<Variable> Visible => _variables.Where(variable => variable.IsCapturable || !IsInLambda);

    public void Open() => _levels.Push(new Level(_variables.Count));

    /// <summary>Forgets the variables of the scope. Their names may be used again in scopes beside it, and not in those round it.</summary>
    public void Close()
    {
        var closed = _levels.Pop();
        _levels.Peek().Taken.UnionWith(closed.Taken);
        _variables.RemoveRange(closed.Start, _variables.Count - closed.Start);
    }

    /// <summary>A name that is free here: often one that a scope beside this one has used, too.</summary>
    public string FreeName(string letter)
    {
        for (var number = 0; ; number++)
        {
            var name = letter + number;
            if (!_levels.Any(level => level.Taken.Contains(name)))
            {
                _levels.Peek().Taken.Add(name);
                return name;
            }
        }
    }

    public Variable Declare(Variable variable)
    {
        _variables.Add(variable);
        return variable;
    }

    private sealed record Level(int Start)
    {
        public HashSet<string> Taken { get; } = [];
    }
}
