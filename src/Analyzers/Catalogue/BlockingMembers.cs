using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>An entry of what blocks, and its rule.</summary>
internal sealed record BlockingMember(CatalogueEntry Entry, DiagnosticDescriptor Rule);

/// <summary>What blocks, by symbol: resolved once in a compilation. Overrides and implementations of what is listed block as well.</summary>
internal sealed class BlockingMembers
{
    private static readonly IReadOnlyList<BlockingMember> s_all =
        [.. CatalogueFiles.Rules.SelectMany(file => CatalogueFiles.Read(file.Key).Select(entry => new BlockingMember(entry, file.Value)))];
    private static readonly BlockingMember s_end = new(new CatalogueEntry("", []), DiagnosticDescriptors.TaskWait);

    private readonly Dictionary<ISymbol, BlockingMember> _listed = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, BlockingMember?> _found = new(SymbolEqualityComparer.Default);

    public BlockingMembers(Compilation compilation)
    {
        foreach (var member in s_all)
        {
            foreach (var symbol in SymbolTable.Of(member.Entry, compilation))
                _listed[symbol] = member;
        }
    }

    /// <summary>The entry of a method, constructor or property, or null when it is in no file.</summary>
    public BlockingMember? Find(ISymbol member) => _found.GetOrAdd(Definition(member), Look);

    private BlockingMember? Look(ISymbol member) =>
        Listed(member) ?? (member is IMethodSymbol method && IsEndOfPair(method) ? s_end : null);

    private BlockingMember? Listed(ISymbol member)
    {
        for (ISymbol? declared = member; declared is not null; declared = Overridden(declared))
        {
            if (_listed.TryGetValue(declared.OriginalDefinition, out var entry))
                return entry;
        }

        return Implemented(member).Select(declared => _listed.TryGetValue(declared.OriginalDefinition, out var entry) ? entry : null).FirstOrDefault(entry => entry is not null);
    }

    private static IEnumerable<ISymbol> Implemented(ISymbol member) => member.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } type && !member.IsStatic
        ? type.AllInterfaces.SelectMany(i => i.GetMembers(SimpleName(member))).Where(declared => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), member))
        : [];

    private static string SimpleName(ISymbol member) => member.Name.Substring(member.Name.LastIndexOf('.') + 1);

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static ISymbol Definition(ISymbol member) => (member is IMethodSymbol { ReducedFrom: { } extension } ? extension : member).OriginalDefinition;

    /// <summary>The end of a begin/end pair waits for what was begun.</summary>
    private static bool IsEndOfPair(IMethodSymbol method) =>
        method.Name.StartsWith("End", StringComparison.Ordinal)
        && method.Parameters.Any(parameter => parameter.Type.Name == nameof(IAsyncResult))
        && method.ContainingType.GetMembers("Begin" + method.Name.Substring(3)).OfType<IMethodSymbol>().Any(begin => begin.ReturnType.Name == nameof(IAsyncResult));
}
