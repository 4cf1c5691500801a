using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Functions;

/// <summary>Functions inside a coroutine that are coroutines themselves: marked local functions, and lambdas that become a <c>CoAction</c> or <c>CoFunc</c>.</summary>
internal static class CoroutineFunctions
{
    /// <summary>Whether the node is such a function.</summary>
    public static bool Is(SyntaxNode node, SemanticModel model) => node switch
    {
        LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } function => model.GetDeclaredSymbol(function) is IMethodSymbol symbol && CoroutineSymbols.IsCoroutine(symbol),
        AnonymousFunctionExpressionSyntax lambda => HasOneParameter(lambda) && CoroutineSymbols.IsCoroutineDelegate(model.GetTypeInfo(lambda).ConvertedType),
        _ => false,
    };

    /// <summary>The symbol of a local function or lambda.</summary>
    public static IMethodSymbol? SymbolOf(SyntaxNode function, SemanticModel model) =>
        (function is LocalFunctionStatementSyntax ? model.GetDeclaredSymbol(function) : model.GetSymbolInfo(function).Symbol) as IMethodSymbol;

    /// <summary>The block or expression of a function, or null when it has none.</summary>
    public static SyntaxNode? BodyOf(SyntaxNode function) => function switch
    {
        BaseMethodDeclarationSyntax method => method.Body as SyntaxNode ?? method.ExpressionBody,
        LocalFunctionStatementSyntax local => local.Body as SyntaxNode ?? local.ExpressionBody,
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        _ => null,
    };

    private static bool HasOneParameter(AnonymousFunctionExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax => true,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 1 } => true,
        AnonymousMethodExpressionSyntax { ParameterList.Parameters.Count: 1 } => true,
        _ => false,
    };
}
