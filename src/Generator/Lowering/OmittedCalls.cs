using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering;

/// <summary>
/// Calls that C# leaves out with all that is in them: of a <c>[Conditional]</c> method none of whose symbols is defined, and of a partial method that nobody implements. Nothing
/// suspends there, so they are copied, and the compiler leaves them out of the generated file, which has the <c>#define</c>s of the user's.
/// <code>
/// Log(S(co, 1));     becomes     Log(S(co, 1));
/// </code>
/// </summary>
internal static class OmittedCalls
{
    /// <summary>Whether the node is in such a call.</summary>
    public static bool Contain(SyntaxNode node, SyntaxNode body, SemanticModel model)
    {
        for (var outer = node; outer != body.Parent; outer = outer.Parent!)
        {
            if (HasNoResult(outer) && CallOf(outer) is { } call && call != node && model.GetSymbolInfo(call).Symbol is IMethodSymbol target && AreOmitted(target, node.SyntaxTree))
                return true;
        }

        return false;
    }

    private static bool HasNoResult(SyntaxNode node) => node.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or ForStatementSyntax;

    /// <summary>Of <c>a?.F(x)</c> nothing is left either when <c>F</c> is left out.</summary>
    private static InvocationExpressionSyntax? CallOf(SyntaxNode node) =>
        node is ConditionalAccessExpressionSyntax access ? CallOf(access.WhenNotNull) : node as InvocationExpressionSyntax;

    private static bool AreOmitted(IMethodSymbol method, SyntaxTree tree)
    {
        if (method.OriginalDefinition is { IsPartialDefinition: true, PartialImplementationPart: null })
            return true;
        var symbols = SymbolsOf(method);
        return symbols.Count > 0 && !symbols.Any(symbol => DefinedSymbols.Contain(symbol, tree));
    }

    /// <summary>An override is as conditional as what it overrides.</summary>
    private static List<string> SymbolsOf(IMethodSymbol method)
    {
        var symbols = new List<string>();
        for (var current = (method.ReducedFrom ?? method).OriginalDefinition; current is not null; current = current.OverriddenMethod?.OriginalDefinition)
        {
            symbols.AddRange(current.GetAttributes()
                .Where(attribute => FullNames.Is(attribute.AttributeClass, "System.Diagnostics.ConditionalAttribute"))
                .Select(attribute => attribute.ConstructorArguments is [{ Value: string name }] ? name : ""));
        }

        return symbols;
    }
}
