using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>The types, fields and wrappers of memory.txt.</summary>
internal sealed class MemoryMembers
{
    private readonly HashSet<ISymbol> _own = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _wrapping = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol?[] _streams;
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _areStreams = new(SymbolEqualityComparer.Default);

    public MemoryMembers(Compilation compilation)
    {
        foreach (var entry in CatalogueFiles.Read(CatalogueFiles.Memory))
            (entry.Has("wraps") ? _wrapping : _own).UnionWith(SymbolTable.Of(entry, compilation));
        _streams = [.. s_streams.Select(compilation.GetTypeByMetadataName)];
    }

    private static readonly string[] s_streams =
    [
        "System.IO.Stream", "System.IO.TextReader", "System.IO.TextWriter", "System.IO.BinaryReader", "System.IO.BinaryWriter", "System.Xml.XmlReader", "System.Xml.XmlWriter",
        "System.Text.Json.Utf8JsonWriter", "System.IO.Compression.ZipArchive", "System.Net.Http.HttpContent",
    ];

    /// <summary>Whether all that has the type is in memory.</summary>
    public bool IsMemory(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (_own.Contains(type.OriginalDefinition))
                return true;
        }

        return false;
    }

    /// <summary>Whether the field is a stream that does nothing.</summary>
    public bool IsNull(IFieldSymbol field) => _own.Contains(field.OriginalDefinition);

    /// <summary>Whether what the constructor or method makes is in memory when its arguments are.</summary>
    public bool Wraps(IMethodSymbol method) =>
        _wrapping.Contains(method.MethodKind == MethodKind.Constructor ? method.ContainingType.OriginalDefinition : method.OriginalDefinition);

    /// <summary>Whether the type is one through which streams are read or written.</summary>
    public bool IsStream(ITypeSymbol? type) => type is not null && _areStreams.GetOrAdd(type, IsOrDerives);

    private bool IsOrDerives(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (_streams.Any(stream => SymbolEqualityComparer.Default.Equals(stream, type.OriginalDefinition)))
                return true;
        }

        return false;
    }
}
