using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Discovery;

/// <summary>Recognises types by their names. Each call in a body asks for those of attributes, so nothing is written out for it.</summary>
internal static class FullNames
{
    /// <summary>Whether the type has the full name, such as <c>System.ObsoleteAttribute</c>: one that is neither nested nor generic.</summary>
    public static bool Is(INamedTypeSymbol? type, string fullName)
    {
        if (type is not { ContainingType: null, Arity: 0 } || !EndsWith(fullName, fullName.Length, type.Name))
            return false;
        var end = fullName.Length - type.Name.Length;
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            // A dot stands before what has been compared.
            if (end < 2 || fullName[end - 1] != '.' || !EndsWith(fullName, end - 1, space.Name))
                return false;
            end -= space.Name.Length + 1;
        }

        return end == 0;
    }

    private static bool EndsWith(string fullName, int end, string part) =>
        end >= part.Length && string.CompareOrdinal(fullName, end - part.Length, part, 0, part.Length) == 0;
}
