using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>What blocks, by symbol: resolved once in a compilation. Overrides and implementations of what is listed or marked block as well.</summary>
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

        foreach (var entry in CatalogueFiles.Read(CatalogueFiles.NonBlocking))
        {
            foreach (var symbol in SymbolTable.Of(entry, compilation))
                _listed[symbol] = BlockingMember.Never;
        }
    }

    /// <summary>What is known of a method, constructor or property; null when it is in no file and has no mark.</summary>
    public BlockingMember? Find(ISymbol member) => _found.GetOrAdd(SymbolTable.Definition(member), Look);

    private BlockingMember? Look(ISymbol member) =>
        SymbolTable.Declarations(member).Select(declared => BlockingMarks.Of(declared) ?? Listed(declared)).FirstOrDefault(known => known is not null)
        ?? (member is IMethodSymbol method && IsEndOfPair(method) ? s_end : null);

    private BlockingMember? Listed(ISymbol declared) =>
        _listed.TryGetValue(declared, out var known) || (declared.ContainingType is { } type && _listed.TryGetValue(type.OriginalDefinition, out known)) ? known : null;

    /// <summary>The end of a begin/end pair waits for what was begun.</summary>
    private static bool IsEndOfPair(IMethodSymbol method) =>
        method.Name.StartsWith("End", StringComparison.Ordinal)
        && method.Parameters.Any(parameter => parameter.Type.Name == nameof(IAsyncResult))
        && method.ContainingType.GetMembers("Begin" + method.Name.Substring(3)).OfType<IMethodSymbol>().Any(begin => begin.ReturnType.Name == nameof(IAsyncResult));
}
