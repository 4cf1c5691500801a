using Microsoft.CodeAnalysis;

namespace CoroGen.Generator.Discovery;

/// <summary>
/// Tells a type that is less accessible than the method whose signature has it. The compiler reports that once, where it is written (CS0050, CS0051, CS0703); it must not do so of the generated members, too.
/// </summary>
internal static class Visibility
{
    /// <summary>Who sees it.</summary>
    private enum Reach
    {
        Type,
        Assembly,
        Everyone,
    }

    public static bool IsMissing(ITypeSymbol type, ISymbol member) => ReachOf(type) < ReachOfMember(member);

    private static Reach ReachOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => ReachOf(array.ElementType),
        IPointerTypeSymbol pointer => ReachOf(pointer.PointedAtType),
        INamedTypeSymbol named => named.TypeArguments.Select(ReachOf).Append(ReachOfMember(named)).Min(),
        _ => Reach.Everyone,
    };

    private static Reach ReachOfMember(ISymbol member)
    {
        var reach = Reach.Everyone;
        for (var symbol = member; symbol is not null; symbol = symbol.ContainingType)
        {
            var own = symbol.DeclaredAccessibility switch
            {
                Accessibility.Private => Reach.Type,
                Accessibility.Internal or Accessibility.ProtectedAndInternal => Reach.Assembly,
                _ => Reach.Everyone,
            };
            reach = own < reach ? own : reach;
        }

        return reach;
    }
}
