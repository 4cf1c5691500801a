namespace CoroGen.Generator.Lowering.Locals;

/// <summary>A set of variables, as bits at their indices: what the dataflow passes compute with.</summary>
internal sealed class LiveSet
{
    private const int WordBits = 64;
    private ulong[] _words = [];

    public LiveSet()
    {
    }

    public LiveSet(IEnumerable<Variable> variables) => Union(variables);

    public bool Contains(Variable variable)
    {
        var word = variable.Index / WordBits;
        return word < _words.Length && (_words[word] & Bit(variable)) != 0;
    }

    public void Add(Variable variable)
    {
        var word = variable.Index / WordBits;
        if (word >= _words.Length)
            Array.Resize(ref _words, word + 1);
        _words[word] |= Bit(variable);
    }

    public void Remove(Variable variable)
    {
        var word = variable.Index / WordBits;
        if (word < _words.Length)
            _words[word] &= ~Bit(variable);
    }

    /// <summary>Adds the variables of another set.</summary>
    /// <returns>Whether one was missing.</returns>
    public bool Union(LiveSet other)
    {
        if (other._words.Length > _words.Length)
            Array.Resize(ref _words, other._words.Length);
        var missing = 0ul;
        for (var i = 0; i < other._words.Length; i++)
        {
            missing |= other._words[i] & ~_words[i];
            _words[i] |= other._words[i];
        }

        return missing != 0;
    }

    public void Union(IEnumerable<Variable> variables)
    {
        foreach (var variable in variables)
            Add(variable);
    }

    public void Except(IEnumerable<Variable> variables)
    {
        foreach (var variable in variables)
            Remove(variable);
    }

    public LiveSet Copy() => new() { _words = [.. _words] };

    private static ulong Bit(Variable variable) => 1ul << (variable.Index % WordBits);
}
