using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Tests.Conformance;

/// <summary>A source, whole or part, with the rules that are marked in it.</summary>
internal sealed partial class MarkedSource(string text)
{
    /// <summary>The source without the marks, or null when it is no C# by itself.</summary>
    private readonly SyntaxNode? _code = CSharpFragment.Parse(Begin().Replace(text, "").Replace("|}", "", StringComparison.Ordinal));

    /// <summary>CoroGen's rules; the compiler's own only where it refuses the form alone.</summary>
    public IReadOnlyCollection<string> Rules { get; } = RulesIn(text);

    public bool Has(Sketch form) => _code is not null && form.OccursIn(_code);

    private static List<string> RulesIn(string text)
    {
        var ids = Begin().Matches(text).Select(mark => mark.Groups[1].Value).Distinct().ToList();
        return ids.Exists(IsOurs) ? ids.FindAll(IsOurs) : ids;
    }

    private static bool IsOurs(string id) => id.StartsWith("CORO", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\|([A-Z]+\d+):")]
    private static partial Regex Begin();
}
