using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Blocking;

/// <summary>How messages name members.</summary>
internal static class MemberNames
{
    /// <summary>With the type: <c>File.ReadAllText</c>.</summary>
    public static string Full(ISymbol member) => IsConstructor(member) || member.ContainingType is null ? Short(member) : $"{member.ContainingType.Name}.{Short(member)}";

    /// <summary>Without the type: <c>Load</c>, <c>new Menu</c>, <c>operator +</c>.</summary>
    public static string Short(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => $"new {member.ContainingType.Name}",
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => $"static {member.ContainingType.Name}",
        IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
        IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } method => method.ToDisplayString(s_operator),
        _ => member.Name.Substring(member.Name.LastIndexOf('.') + 1),
    };

    private static readonly SymbolDisplayFormat s_operator = new();

    private static bool IsConstructor(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor };
}
