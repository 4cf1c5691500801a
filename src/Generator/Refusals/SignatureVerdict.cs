using System.Collections.Immutable;

namespace CoroGen.Generator.Refusals;

/// <summary>What the rules say of a coroutine's signature.</summary>
/// <param name="Refusals">The refusals, the most telling first.</param>
/// <param name="ForbidsMembers">Whether not even signatures can be generated.</param>
/// <param name="IsBare">Whether they must not repeat the head, because it is wrong.</param>
/// <param name="HasFactory">Whether there can be a factory.</param>
/// <param name="ResultIsUnusable">Whether the result's type cannot be that of a <c>Coroutine&lt;T&gt;</c>.</param>
internal sealed record SignatureVerdict(ImmutableArray<Refusal> Refusals, bool ForbidsMembers, bool IsBare, bool HasFactory, bool ResultIsUnusable)
{
    /// <summary>The rule that says it, or null.</summary>
    public string? RefusedBy => Refusals.FirstOrDefault()?.Rule.Id;
}
