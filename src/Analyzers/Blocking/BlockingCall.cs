using CoroGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Blocking;

/// <summary>A call in a coroutine that blocks.</summary>
/// <param name="Call">The operation that calls.</param>
/// <param name="Member">What it calls, by name.</param>
/// <param name="Rule">The rule it breaks.</param>
/// <param name="IsInfo">Whether it is mostly quick.</param>
/// <param name="Instead">What to write instead.</param>
/// <param name="Twin">The name of the awaitable method that does the same, or null.</param>
internal sealed record BlockingCall(IOperation Call, string Member, DiagnosticDescriptor Rule, bool IsInfo, string Instead, string? Twin)
{
    /// <summary>The property of a diagnostic that names the awaitable method.</summary>
    public const string TwinProperty = "Twin";

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Rule,
        NamePlace.Of(Call),
        IsInfo ? DiagnosticSeverity.Info : Rule.DefaultSeverity,
        additionalLocations: null,
        System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(TwinProperty, Twin),
        Member,
        Instead);
}
