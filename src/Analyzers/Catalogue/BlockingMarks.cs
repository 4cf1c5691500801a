using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Catalogue;

/// <summary>What the attributes <c>[Blocking]</c> and <c>[NonBlocking]</c> say of a member: its own, those of its property, or those of its type.</summary>
internal static class BlockingMarks
{
    private const string Blocking = "CoroGen.BlockingAttribute";
    private const string NonBlocking = "CoroGen.NonBlockingAttribute";

    public static BlockingMember? Of(ISymbol member)
    {
        for (ISymbol? symbol = member; symbol is not null and not INamespaceSymbol; symbol = (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol.ContainingSymbol)
        {
            foreach (var attribute in symbol.GetAttributes())
            {
                if (FullNames.Is(attribute.AttributeClass, NonBlocking))
                    return BlockingMember.Never;
                if (FullNames.Is(attribute.AttributeClass, Blocking))
                    return new BlockingMember(new CatalogueEntry("", OptionsOf(attribute)), DiagnosticDescriptors.MarkedBlocking);
            }
        }

        return null;
    }

    private static IReadOnlyList<string> OptionsOf(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Replacement").Value.Value is string { Length: > 0 } name ? [$"twin={name}"] : [];
}
