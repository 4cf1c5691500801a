using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>What blocks, by symbol: resolved when it is asked for. Overrides and implementations of what is listed or marked block as well.</summary>
internal sealed class BlockingMembers(Compilation compilation)
{
    /// <summary>What is listed, by its simple name: few names are ever asked for, so only their entries become symbols. Of several that mean the same the last decides.</summary>
    private static readonly ILookup<string, BlockingMember> s_byName = CatalogueFiles.Rules
        .SelectMany(file => CatalogueFiles.Read(file.Key).Select(entry => new BlockingMember(entry, file.Value)))
        .Concat(CatalogueFiles.Read(CatalogueFiles.NonBlocking).Select(entry => BlockingMember.Never with { Entry = entry }))
        .ToLookup(member => SymbolTable.SimpleName(member.Entry.Id));

    private static readonly BlockingMember s_end = new(new CatalogueEntry("", []), DiagnosticDescriptors.TaskWait);

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<ISymbol, BlockingMember>> _listed = new();
    private readonly ConcurrentDictionary<ISymbol, BlockingMember?> _found = new(SymbolEqualityComparer.Default);

    /// <summary>What is known of a method, constructor or property; null when it is in no file and has no mark.</summary>
    public BlockingMember? Find(ISymbol member) => _found.GetOrAdd(SymbolTable.Definition(member), Look);

    private BlockingMember? Look(ISymbol member) =>
        SymbolTable.Declarations(member).Select(declared => BlockingMarks.Of(declared) ?? Listed(declared)).FirstOrDefault(known => known is not null)
        ?? (member is IMethodSymbol method && IsEndOfPair(method) ? s_end : null);

    private BlockingMember? Listed(ISymbol declared) =>
        Named(declared).TryGetValue(declared, out var known) || (declared.ContainingType?.OriginalDefinition is { } type && Named(type).TryGetValue(type, out known)) ? known : null;

    private IReadOnlyDictionary<ISymbol, BlockingMember> Named(ISymbol symbol) => _listed.GetOrAdd(SymbolTable.SimpleName(symbol), Resolve);

    private IReadOnlyDictionary<ISymbol, BlockingMember> Resolve(string name)
    {
        var listed = new Dictionary<ISymbol, BlockingMember>(SymbolEqualityComparer.Default);
        foreach (var member in s_byName[name])
        {
            foreach (var symbol in SymbolTable.Of(member.Entry, compilation))
                listed[symbol] = member;
        }

        return listed;
    }

    /// <summary>The end of a begin/end pair waits for what was begun.</summary>
    private static bool IsEndOfPair(IMethodSymbol method) =>
        method.Name.StartsWith("End", StringComparison.Ordinal)
        && method.Parameters.Any(parameter => parameter.Type.Name == nameof(IAsyncResult))
        && method.ContainingType.GetMembers("Begin" + method.Name.Substring(3)).OfType<IMethodSymbol>().Any(begin => begin.ReturnType.Name == nameof(IAsyncResult));
}
