using CoroGen.Analyzers.Blocking;
using CoroGen.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>The catalogue as the symbols of a compilation, resolved when the first coroutine asks, and what the user adds to it.</summary>
internal sealed class KnownMembers(Compilation compilation)
{
    private readonly Lazy<BlockingMembers> _blocking = new(() => new BlockingMembers(compilation));
    private readonly Lazy<DelegateKinds> _delegates = new(() => new DelegateKinds(compilation));
    private readonly ListedMembers _listed = new(compilation);

    public DelegateKinds Delegates => _delegates.Value;

    /// <summary>What is known of the classes of objects.</summary>
    public ExactTypes Exact { get; } = new(compilation);

    /// <summary>What does not block where it stands.</summary>
    public HarmlessCalls Harmless { get; } = new(compilation);

    /// <summary>What is known of a member, where a body calls it.</summary>
    /// <param name="options">What is configured for the file of the body: its lists win over marks, and these over the catalogue.</param>
    public Func<ISymbol, BlockingMember?> In(AnalyzerConfigOptions options) =>
        _listed.Of(options) is { } list ? member => ListedMembers.Find(member, list) ?? _blocking.Value.Find(member) : _blocking.Value.Find;
}
