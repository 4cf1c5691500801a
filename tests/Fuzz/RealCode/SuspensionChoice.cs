using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Fuzz.RealCode;

/// <summary>What is to suspend in a body.</summary>
/// <param name="Places">Expressions.</param>
/// <param name="Calls">Calls of methods that may be coroutines.</param>
/// <param name="Functions">Lambdas and local functions.</param>
internal sealed record SuspensionChoice(HashSet<SyntaxNode> Places, Dictionary<SyntaxNode, IMethodSymbol> Calls, Dictionary<SyntaxNode, IMethodSymbol> Functions)
{
    /// <summary>Only expressions, and those of the body itself.</summary>
    public SuspensionChoice Simple => new([.. Places.Where(place => !place.Ancestors().Any(Functions.ContainsKey))], [], []);

    public bool IsSimple => Calls.Count == 0 && Functions.Count == 0;

    public bool IsEmpty => IsSimple && Places.Count == 0;

    public static SuspensionChoice Nothing() => new([], [], []);
}
