using CoroGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Blocking;

/// <summary>The awaitable method that does the same.</summary>
internal static class Twins
{
    /// <summary>Its name, or null when there is none.</summary>
    public static string? NameOf(ISymbol member, CatalogueEntry entry)
    {
        if (member is not IMethodSymbol { MethodKind: not MethodKind.Constructor } method)
            return null;
        var name = entry.Twin ?? method.Name + "Async";
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IMethodSymbol>().Any(twin => twin.IsStatic == method.IsStatic && IsAwaitable(twin.ReturnType)))
                return name;
        }

        return null;
    }

    private static bool IsAwaitable(ITypeSymbol type) =>
        type is { Name: nameof(Task) or nameof(ValueTask), ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };
}
