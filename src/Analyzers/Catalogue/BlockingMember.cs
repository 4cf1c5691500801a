using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>What is known of a member: the entry of what blocks, and its rule; or that it never blocks.</summary>
internal sealed record BlockingMember(CatalogueEntry Entry, DiagnosticDescriptor? Rule)
{
    /// <summary>What is marked <c>[NonBlocking]</c>, or listed so.</summary>
    public static readonly BlockingMember Never = new(new CatalogueEntry("", []), Rule: null);
}
