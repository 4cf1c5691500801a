using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>Where a delegate runs that is passed to a method.</summary>
internal enum DelegateKind
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>During the call, or later on the loop's thread.</summary>
    Here,

    /// <summary>On another thread.</summary>
    Elsewhere,
}

/// <summary>Where the delegates run that are passed to the methods listed in delegates.txt.</summary>
internal sealed class DelegateKinds
{
    private readonly Dictionary<ISymbol, DelegateKind> _kinds = new(SymbolEqualityComparer.Default);

    public DelegateKinds(Compilation compilation)
    {
        foreach (var entry in CatalogueFiles.Read(CatalogueFiles.Delegates))
        {
            foreach (var symbol in SymbolTable.Of(entry, compilation))
                _kinds[symbol] = entry.Has("here") ? DelegateKind.Here : DelegateKind.Elsewhere;
        }
    }

    public DelegateKind Of(IMethodSymbol target) =>
        _kinds.TryGetValue((target.ReducedFrom ?? target).OriginalDefinition, out var kind) || _kinds.TryGetValue(target.ContainingType.OriginalDefinition, out kind) ? kind : DelegateKind.Unknown;
}
