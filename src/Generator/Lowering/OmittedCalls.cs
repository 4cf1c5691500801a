using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    /// <summary>The <c>#define</c>s and <c>#undef</c>s of a file, one a line: only they can differ from those of the whole compilation.</summary>
    public static string Definitions(SyntaxTree tree) =>
        string.Concat(Directives(tree).Select(directive => directive is DefineDirectiveTriviaSyntax ? $"#define {NameOf(directive)}\n" : $"#undef {NameOf(directive)}\n"));

    private static bool HasNoResult(SyntaxNode node) => node.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or ForStatementSyntax;

    /// <summary>Of <c>a?.F(x)</c> nothing is left either when <c>F</c> is left out.</summary>
    private static InvocationExpressionSyntax? CallOf(SyntaxNode node) =>
        node is ConditionalAccessExpressionSyntax access ? CallOf(access.WhenNotNull) : node as InvocationExpressionSyntax;

    private static bool AreOmitted(IMethodSymbol method, SyntaxTree tree)
    {
        if (method.OriginalDefinition is { IsPartialDefinition: true, PartialImplementationPart: null })
            return true;
        var symbols = SymbolsOf(method);
        return symbols.Count > 0 && !symbols.Any(symbol => IsDefined(symbol, tree));
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

    private static bool IsDefined(string symbol, SyntaxTree tree)
    {
        var isDefined = tree.Options.PreprocessorSymbolNames.Contains(symbol);
        foreach (var directive in Directives(tree))
        {
            if (NameOf(directive) == symbol)
                isDefined = directive is DefineDirectiveTriviaSyntax;
        }

        return isDefined;
    }

    private static IEnumerable<DirectiveTriviaSyntax> Directives(SyntaxTree tree)
    {
        var root = tree.GetCompilationUnitRoot();
        if (!root.ContainsDirectives)
            return [];
        return root.GetFirstToken(includeZeroWidth: true).LeadingTrivia
            .Select(trivia => trivia.GetStructure())
            .OfType<DirectiveTriviaSyntax>()
            .Where(directive => directive is DefineDirectiveTriviaSyntax or UndefDirectiveTriviaSyntax && directive.IsActive && !directive.ContainsDiagnostics);
    }

    private static string NameOf(DirectiveTriviaSyntax directive) => directive switch
    {
        DefineDirectiveTriviaSyntax define => define.Name.ValueText,
        UndefDirectiveTriviaSyntax undef => undef.Name.ValueText,
        _ => "",
    };
}
