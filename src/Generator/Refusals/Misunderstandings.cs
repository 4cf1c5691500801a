using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Refusals;

/// <summary>What does not compile in a coroutine because it is thought of as something else. C# says that it is wrong; this says what to write instead. Asked only of bodies that have errors.</summary>
internal static class Misunderstandings
{
    public static IEnumerable<Refusal> In(MethodDeclarationSyntax method, SyntaxNodes nodes, SemanticModel model, CancellationToken cancellation) =>
        [.. Awaits(method, nodes), .. CallsForCoroutines(nodes, model, cancellation)];

    /// <summary>CORO005: <c>await</c>, which needs an <c>async</c> method. Inside of a function that is one it is right.</summary>
    private static IEnumerable<Refusal> Awaits(MethodDeclarationSyntax method, SyntaxNodes nodes) =>
        from node in nodes.Outside(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
        let await = node as AwaitExpressionSyntax
        where await is not null
        select new Refusal(Rules.AsyncOrIterator, await.AwaitKeyword.GetLocation(), method.Identifier.ValueText, "'async'", "'co.Await'");

    /// <summary>CORO026: <c>co.Launch(Work(co))</c> passes the result of <c>Work</c>, and not a coroutine.</summary>
    private static IEnumerable<Refusal> CallsForCoroutines(SyntaxNodes nodes, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var argument in nodes.OfType<ArgumentSyntax>())
        {
            if (argument is { Expression: InvocationExpressionSyntax call, Parent.Parent: InvocationExpressionSyntax outer }
                && HandleOf(call, model, cancellation) is { } handle
                && model.GetSymbolInfo(outer, cancellation) is { Symbol: null, CandidateSymbols: var candidates }
                && candidates.OfType<IMethodSymbol>().FirstOrDefault(TakesCoroutines) is { } method)
                yield return new Refusal(Rules.CallForCoroutine, handle.Expression.GetLocation(), method.Name, call.ToString(), model.GetSymbolInfo(call, cancellation).Symbol!.Name);
        }
    }

    private static ArgumentSyntax? HandleOf(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol target && CoroutineSymbols.IsCoroutine(target)
            ? call.ArgumentList.Arguments.FirstOrDefault(argument => CoroutineSymbols.IsHandle(model.GetTypeInfo(argument.Expression, cancellation).Type))
            : null;

    private static bool TakesCoroutines(IMethodSymbol method) => method.Parameters.Any(parameter => IsCoroutine(parameter.Type)
        || parameter.Type is IArrayTypeSymbol { ElementType: var element } && IsCoroutine(element)
        || parameter.Type is INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments: [var item] } && IsCoroutine(item));

    private static bool IsCoroutine(ITypeSymbol type) =>
        type is { Name: "Coroutine", ContainingType: null, ContainingNamespace: { Name: "CoroGen", ContainingNamespace.IsGlobalNamespace: true } };
}
