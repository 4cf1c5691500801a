using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Refusals;

/// <summary>The rules for lambdas and local functions with a handle or the attribute: inside a coroutine they can be coroutines, like methods of a type.</summary>
internal static class FunctionRules
{
    /// <summary>What is wrong with the function, or null when it is fine or has nothing to do with coroutines.</summary>
    public static Refusal? Check(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (!IsWorthBinding(function) || CoroutineFunctions.SymbolOf(function, model) is not { } symbol)
            return null;
        var handles = symbol.Parameters.Where(p => CoroutineSymbols.IsHandle(p.Type)).ToList();
        var mark = CoroutineSymbols.AttributeOf(symbol)?.ApplicationSyntaxReference?.GetSyntax(cancellation);
        var place = function is LocalFunctionStatementSyntax local ? local.Identifier.GetLocation() : handles.FirstOrDefault()?.Locations[0] ?? mark?.GetLocation();
        if (place is null || (handles.Count == 0 && mark is null))
            return null;
        return IsInCoroutine(function, model, cancellation) && (function is LocalFunctionStatementSyntax || CoroutineFunctions.Is(function, model))
            ? Check(function, symbol, handles, mark is not null, place)
            : new Refusal(Rules.NestedCoroutine, place, NameOf(function), "make it an ordinary method of the type, or a 'CoAction' or 'CoFunc' inside a coroutine");
    }

    /// <summary>Whether the method contains a function that is refused, which is reported there.</summary>
    public static bool RefuseAny(SyntaxNodes method, SemanticModel model, CancellationToken cancellation) =>
        method.Any(node => node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax && Check(node, model, cancellation) is not null);

    private static Refusal? Check(SyntaxNode function, IMethodSymbol symbol, List<IParameterSymbol> handles, bool isMarked, Location place)
    {
        var name = function is LocalFunctionStatementSyntax ? symbol.Name : "lambda";
        if (function is LocalFunctionStatementSyntax && !isMarked)
            return new Refusal(Rules.MissingAttribute, place, NameOf(function), "mark it '[Coroutine]'");
        if (handles.Count == 0)
            return new Refusal(Rules.MissingHandle, place, name);
        if (handles.Count > 1 || handles[0].RefKind != RefKind.None || handles[0].IsOptional)
            return new Refusal(Rules.BadHandle, place, name);
        if (symbol.IsAsync)
            return new Refusal(Rules.AsyncOrIterator, place, name, "'async'", "'co.Await'");
        if (IsIterator(function))
            return new Refusal(Rules.AsyncOrIterator, place, name, "an iterator", "a 'CoChannel<T>' or a list");
        if (symbol.Parameters.FirstOrDefault(p => !CoroutineSymbols.IsHandle(p.Type) && (p.RefKind != RefKind.None || ByValueRules.IsRefLike(p.Type))) is { } parameter)
            return new Refusal(Rules.ByReference, place, name, $"the reference or ref struct '{parameter.Name}'");
        return symbol.RefKind != RefKind.None || ByValueRules.IsNoTypeArgument(symbol.ReturnType)
            ? new Refusal(Rules.ByReference, place, name, "what it returns")
            : null;
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

    private static bool IsInCoroutine(SyntaxNode function, SemanticModel model, CancellationToken cancellation) =>
        function.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() is MethodDeclarationSyntax method
        && model.GetDeclaredSymbol(method, cancellation) is { } symbol
        && CoroutineSymbols.IsCoroutine(symbol);

    private static bool IsIterator(SyntaxNode function) =>
        function.DescendantNodes(node => node == function || node is not (ExpressionSyntax or LocalFunctionStatementSyntax)).OfType<YieldStatementSyntax>().Any();

    private static string NameOf(SyntaxNode function) => function switch
    {
        LocalFunctionStatementSyntax local => $"local function '{local.Identifier.ValueText}'",
        AnonymousMethodExpressionSyntax => "anonymous method",
        _ => "lambda",
    };
}
