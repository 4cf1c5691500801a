using System.Collections.Concurrent;
using System.Collections.Immutable;
using CoroGen.Analyzers.Blocking;
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

/// <summary>Where the delegates run that are passed to the methods listed in delegates.txt, and to methods of the compilation, whose bodies tell it.</summary>
internal sealed class DelegateKinds
{
    private readonly MethodBodies _bodies;
    private readonly ConcurrentDictionary<IParameterSymbol, DelegateKind> _parameters = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, DelegateKind> _kinds = new(SymbolEqualityComparer.Default);

    public DelegateKinds(Compilation compilation)
    {
        _bodies = new MethodBodies(compilation);
        foreach (var entry in CatalogueFiles.Read(CatalogueFiles.Delegates))
        {
            foreach (var symbol in SymbolTable.Of(entry, compilation))
                _kinds[symbol] = entry.Has("here") ? DelegateKind.Here : DelegateKind.Elsewhere;
        }
    }

    /// <summary>Where a delegate runs that is passed as an argument.</summary>
    /// <param name="target">The method that is called.</param>
    /// <param name="parameter">Its parameter.</param>
    /// <param name="asked">The parameters that are being asked about: nothing is known of those, so that recursion ends.</param>
    public DelegateKind Of(IMethodSymbol target, IParameterSymbol? parameter, ImmutableHashSet<ISymbol> asked)
    {
        var listed = Listed(target);
        if (listed != DelegateKind.Unknown || parameter is null)
            return listed;
        parameter = parameter.OriginalDefinition;
        if (_parameters.TryGetValue(parameter, out var kind))
            return kind;
        if (asked.Contains(parameter) || parameter.ContainingSymbol is not IMethodSymbol { IsAbstract: false } method || !_bodies.Include(method))
            return DelegateKind.Unknown;
        kind = _bodies.Of(method, CancellationToken.None).Select(body => new DelegateUse(body.Body, this, asked.Add(parameter)).Of(parameter)).FirstOrDefault(found => found != DelegateKind.Unknown);
        return asked.IsEmpty ? _parameters.GetOrAdd(parameter, kind) : kind;
    }

    private DelegateKind Listed(IMethodSymbol target) =>
        _kinds.TryGetValue((target.ReducedFrom ?? target).OriginalDefinition, out var kind) || _kinds.TryGetValue(target.ContainingType.OriginalDefinition, out kind) ? kind : DelegateKind.Unknown;
}
