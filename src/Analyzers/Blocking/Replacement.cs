using System.Collections.Immutable;
using CoroGen.Analyzers.Catalogue;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Blocking;

/// <summary>How the method that does the same without blocking is called.</summary>
internal enum ReplacementKind
{
    /// <summary>It returns a task.</summary>
    Awaitable,

    /// <summary>It takes the handle.</summary>
    Coroutine,

    /// <summary>Like the other one.</summary>
    Plain,
}

/// <summary>The method that does the same without blocking: the one that is named, or the one with <c>Async</c> after the name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it is called.</param>
/// <param name="OtherType">Its type, when that is another one: then it is static.</param>
internal sealed record Replacement(string Name, ReplacementKind Kind, string? OtherType)
{
    private const string NameKey = "Replacement";
    private const string KindKey = "ReplacementKind";
    private const string TypeKey = "ReplacementType";

    /// <summary>As the message shows it.</summary>
    public string Advice => Kind switch
    {
        ReplacementKind.Awaitable => $"co.Await({Name}(…))",
        ReplacementKind.Coroutine => $"{Name}(co, …)",
        _ => $"{Name}(…)",
    };

    /// <summary>What a diagnostic tells its code fix.</summary>
    public ImmutableDictionary<string, string?> Facts => ImmutableDictionary<string, string?>.Empty.Add(NameKey, Name).Add(KindKey, Kind.ToString()).Add(TypeKey, OtherType);

    /// <summary>That of a diagnostic, or null.</summary>
    public static Replacement? Of(ImmutableDictionary<string, string?> facts) =>
        facts.TryGetValue(NameKey, out var name) && name is not null && Enum.TryParse<ReplacementKind>(facts[KindKey], out var kind) ? new Replacement(name, kind, facts[TypeKey]) : null;

    /// <summary>That of a member that blocks, or null when it has none.</summary>
    public static Replacement? Of(ISymbol member, CatalogueEntry entry, Compilation compilation)
    {
        if (entry.Twin is { } id && id.StartsWith("M:", StringComparison.Ordinal))
            return SymbolTable.Of(new CatalogueEntry(id, []), compilation).OfType<IMethodSymbol>().FirstOrDefault() is { } other ? Of(other, member) : null;
        if (member is not IMethodSymbol { MethodKind: not MethodKind.Constructor } method || entry.Has("offload"))
            return null;
        var name = entry.Twin ?? method.Name + "Async";
        var twin = TypesOf(method.ContainingType).SelectMany(type => type.GetMembers(name)).OfType<IMethodSymbol>()
            .FirstOrDefault(twin => twin.IsStatic == method.IsStatic && (entry.Twin is not null || IsAwaitable(twin.ReturnType)));
        return twin is null ? null : Of(twin, member);
    }

    /// <summary>That of a member, when the other method is known.</summary>
    public static Replacement Of(IMethodSymbol twin, ISymbol member)
    {
        var kind = CoroutineSymbols.IsCoroutine(twin) ? ReplacementKind.Coroutine : IsAwaitable(twin.ReturnType) ? ReplacementKind.Awaitable : ReplacementKind.Plain;
        var isHere = TypesOf(member.ContainingType).Contains(twin.ContainingType, SymbolEqualityComparer.Default);
        return new Replacement(twin.Name, kind, isHere ? null : twin.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
    }

    /// <summary>The type and those that it is derived from.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesOf(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }

    /// <summary>Whether a coroutine can await what has the type.</summary>
    public static bool IsAwaitable(ITypeSymbol type) =>
        type is { Name: nameof(Task) or nameof(ValueTask), ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };
}
