namespace CoroGen.Analyzers.Catalogue;

/// <summary>A line of a catalogue file: a documentation id, then options.</summary>
/// <param name="Id">The documentation id. Without parameters it means all overloads.</param>
/// <param name="Options">What follows: words, and <c>name=value</c>.</param>
internal sealed record CatalogueEntry(string Id, IReadOnlyList<string> Options)
{
    /// <summary>Mostly quick: reported as information.</summary>
    public bool IsInfo => Options.Contains("info");

    /// <summary>Of the overloads only those that have a timeout block.</summary>
    public bool OnlyWithTimeout => Options.Contains("timeout");

    /// <summary>Blocks no more than a stream does that one gets of it.</summary>
    public bool IsSource => Options.Contains("source");

    /// <summary>The type of a parameter that the overloads have which block.</summary>
    public string? With => Value("with=");

    /// <summary>The name of the awaitable method, where it is not that of this one with <c>Async</c> after it.</summary>
    public string? Twin => Value("twin=");

    /// <summary>The key of <c>.editorconfig</c>, after <c>corogen.</c>, that has to be <c>true</c>.</summary>
    public string? OnlyIf => Value("only-if=");

    public bool Has(string option) => Options.Contains(option);

    /// <summary>The entry of a line, or null for a comment.</summary>
    public static CatalogueEntry? Parse(string line) =>
        !line.StartsWith("#", StringComparison.Ordinal) && line.Split([' '], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
            ? new CatalogueEntry(words[0], [.. words.Skip(1)])
            : null;

    private string? Value(string name) => Options.FirstOrDefault(option => option.StartsWith(name, StringComparison.Ordinal))?.Substring(name.Length);
}
