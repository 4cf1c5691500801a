using CoroGen.Analyzers.Catalogue;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;

namespace CoroGen.Analyzers.Bodies;

/// <summary>What the attribute <c>[Shielded]</c> is on: shields, and what waits in them.</summary>
internal static class ShieldMarks
{
    private const string Shielded = "CoroGen.ShieldedAttribute";

    /// <summary>Whether the method, one that it overrides, or one of an interface that it implements waits also in a cancelled coroutine.</summary>
    public static bool On(IMethodSymbol method) =>
        SymbolTable.Declarations(SymbolTable.Definition(method)).Any(declared => declared.GetAttributes().Any(attribute => FullNames.Is(attribute.AttributeClass, Shielded)));
}
