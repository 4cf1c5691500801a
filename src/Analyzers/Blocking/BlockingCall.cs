using System.Collections.Immutable;
using CoroGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Blocking;

/// <summary>A call in a coroutine that blocks.</summary>
/// <param name="Call">The operation that calls.</param>
/// <param name="Member">What it calls, by name.</param>
/// <param name="Rule">The rule it breaks.</param>
/// <param name="IsInfo">Whether it is mostly quick.</param>
/// <param name="Instead">What to write instead.</param>
/// <param name="Replacement">The method that does the same without blocking, if there is one.</param>
/// <param name="MayMove">Whether another thread may make the call.</param>
/// <param name="IsVague">Whether nobody knows what is behind the object: then a caller is not told.</param>
/// <param name="Path">How it gets to what blocks, when that is not itself.</param>
internal sealed record BlockingCall(IOperation Call, string Member, DiagnosticDescriptor Rule, bool IsInfo, string Instead, Replacement? Replacement, bool MayMove, bool IsVague = false, BlockingPath? Path = null)
{
    private const string MayMoveKey = nameof(MayMove);

    /// <summary>Whether a diagnostic is of a call that another thread may make.</summary>
    public static bool CanOffload(ImmutableDictionary<string, string?> facts) => facts.ContainsKey(MayMoveKey);

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Rule,
        NamePlace.Of(Call),
        IsInfo ? DiagnosticSeverity.Info : Rule.DefaultSeverity,
        additionalLocations: null,
        MayMove ? Facts.Add(MayMoveKey, null) : Facts,
        Member,
        Advice.At(Call, Instead),
        Path is null ? "" : $", by {Path}");

    private ImmutableDictionary<string, string?> Facts => Replacement?.Facts ?? ImmutableDictionary<string, string?>.Empty;
}
