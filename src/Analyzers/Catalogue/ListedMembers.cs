using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>
/// What <c>.editorconfig</c> lists: <c>corogen.blocking_methods = M:Shop.Load -> M:Shop.LoadAsync | M:Shop.Store</c>, and <c>corogen.nonblocking_methods</c>. As a <c>#</c> begins a
/// comment there, a constructor is written <c>M:Shop..ctor</c>.
/// </summary>
internal sealed class ListedMembers(Compilation compilation)
{
    private const string BlockingKey = "corogen.blocking_methods";
    private const string NonBlockingKey = "corogen.nonblocking_methods";

    private readonly ConcurrentDictionary<(string, string), Dictionary<ISymbol, BlockingMember>> _lists = new();

    /// <summary>The lists of a file, or null when it has none.</summary>
    public IReadOnlyDictionary<ISymbol, BlockingMember>? Of(AnalyzerConfigOptions options)
    {
        var hasBlocking = options.TryGetValue(BlockingKey, out var blocking);
        var hasNonBlocking = options.TryGetValue(NonBlockingKey, out var nonBlocking);
        return hasBlocking || hasNonBlocking ? _lists.GetOrAdd((blocking ?? "", nonBlocking ?? ""), Read) : null;
    }

    /// <summary>What a list says of the member, or null.</summary>
    public static BlockingMember? Find(ISymbol member, IReadOnlyDictionary<ISymbol, BlockingMember> list) =>
        SymbolTable.Declarations(SymbolTable.Definition(member)).Select(declared => list.TryGetValue(declared, out var known) ? known : null).FirstOrDefault(known => known is not null);

    private Dictionary<ISymbol, BlockingMember> Read((string Blocking, string NonBlocking) keys)
    {
        var list = new Dictionary<ISymbol, BlockingMember>(SymbolEqualityComparer.Default);
        Add(keys.Blocking, entry => new BlockingMember(entry, DiagnosticDescriptors.MarkedBlocking));
        Add(keys.NonBlocking, static _ => BlockingMember.Never);
        return list;

        void Add(string lines, Func<CatalogueEntry, BlockingMember> known)
        {
            foreach (var entry in lines.Split('|').Select(Parse).OfType<CatalogueEntry>())
            {
                foreach (var symbol in SymbolTable.Of(entry, compilation))
                    list[symbol] = known(entry);
            }
        }
    }

    private static CatalogueEntry? Parse(string line)
    {
        var parts = line.Replace("..ctor", ".#ctor").Split(["->"], StringSplitOptions.None);
        var id = parts[0].Trim();
        return id.Length < 3 || id[1] != ':' ? null : new CatalogueEntry(id, parts.Length > 1 ? [$"twin={parts[1].Trim()}"] : []);
    }
}
