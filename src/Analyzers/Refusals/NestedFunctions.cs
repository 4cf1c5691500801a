using CoroGen.Generator.Discovery;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Refusals;

/// <summary>CORO018 for lambdas and local functions that have the attribute or a handle of their own.</summary>
internal static class NestedFunctions
{
    public static Refusal? Check(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (!IsWorthBinding(function) || SymbolOf(function, model, cancellation) is not { } symbol)
            return null;
        var handle = symbol.Parameters.FirstOrDefault(p => CoroutineSymbols.IsHandle(p.Type));
        var mark = CoroutineSymbols.AttributeOf(symbol)?.ApplicationSyntaxReference?.GetSyntax(cancellation);
        var place = function is LocalFunctionStatementSyntax local ? local.Identifier.GetLocation() : handle?.Locations[0] ?? mark?.GetLocation();
        return place is null || (handle is null && mark is null)
            ? null
            : new Refusal(Rules.NestedCoroutine, place, NameOf(function));
    }

    /// <summary>
    /// Whether it is marked, or a parameter can be a handle: one with a declared type, or one whose members are called or that is passed on.
    /// Binding a lambda binds the whole method round it.
    /// </summary>
    private static bool IsWorthBinding(SyntaxNode function) => function switch
    {
        LocalFunctionStatementSyntax local => local.AttributeLists.Count > 0 || local.ParameterList.Parameters.Count > 0,
        LambdaExpressionSyntax { AttributeLists.Count: > 0 } => true,
        SimpleLambdaExpressionSyntax lambda => IsUsedByCalls(lambda.Parameter, lambda.Body),
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters.Any(p => p.Type is { } type ? IsTypeName(type) : IsUsedByCalls(p, lambda.Body)),
        AnonymousMethodExpressionSyntax method => method.ParameterList?.Parameters.Any(p => p.Type is { } type && IsTypeName(type)) == true,
        _ => false,
    };

    private static bool IsTypeName(TypeSyntax type) => type is IdentifierNameSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax;

    private static bool IsUsedByCalls(ParameterSyntax parameter, SyntaxNode body) =>
        body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == parameter.Identifier.ValueText
            && name.Parent is ArgumentSyntax or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax });

    private static IMethodSymbol? SymbolOf(SyntaxNode function, SemanticModel model, CancellationToken cancellation) => function is LocalFunctionStatementSyntax local
        ? model.GetDeclaredSymbol(local, cancellation) as IMethodSymbol
        : model.GetSymbolInfo(function, cancellation).Symbol as IMethodSymbol;

    private static string NameOf(SyntaxNode function) => function switch
    {
        LocalFunctionStatementSyntax local => $"local function '{local.Identifier.ValueText}'",
        AnonymousMethodExpressionSyntax => "anonymous method",
        _ => "lambda",
    };
}
