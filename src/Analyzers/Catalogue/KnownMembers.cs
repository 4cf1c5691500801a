using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>The catalogue as the symbols of a compilation, resolved when the first coroutine asks.</summary>
internal sealed class KnownMembers(Compilation compilation)
{
    private readonly Lazy<BlockingMembers> _blocking = new(() => new BlockingMembers(compilation));
    private readonly Lazy<DelegateKinds> _delegates = new(() => new DelegateKinds(compilation));
    private readonly Lazy<MemoryMembers> _memory = new(() => new MemoryMembers(compilation));

    public BlockingMembers Blocking => _blocking.Value;

    public DelegateKinds Delegates => _delegates.Value;

    public MemoryMembers Memory => _memory.Value;
}
