using System.Collections.Immutable;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Refusals;

/// <summary>
/// CORO010: in its coroutine the handle is a receiver or an argument, and nothing else: so every place that may suspend is visible. In a
/// lambda or a local function it cannot even be that (CORO203), for that one runs on its own.
/// </summary>
internal static class HandleRules
{
    private const string OwnCoroutine = "it runs outside the coroutine: call it from the coroutine's own body, or launch a coroutine of its own";

    public static ImmutableArray<Refusal> Check(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        var handle = model.GetDeclaredSymbol(method, cancellation)?.Parameters.FirstOrDefault(p => CoroutineSymbols.IsHandle(p.Type));
        var body = (SyntaxNode?)method.Body ?? method.ExpressionBody;
        if (handle is null || body is null)
            return [];
        var names = body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name =>
            name.Identifier.ValueText == handle.Name
            && name.Parent is not NameColonSyntax
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, handle));
        return [.. names.Select(name => Check(name, body, model)).OfType<Refusal>()];
    }

    private static Refusal? Check(IdentifierNameSyntax name, SyntaxNode body, SemanticModel model)
    {
        if (IsInNameOf(name))
            return null;
        var use = HandleUse.Of(name, model);
        if (DeferredCode.FunctionAround(name, body) is not { } function)
            return use.Misuse is null ? null : new(Rules.HandleEscapes, name.GetLocation(), name.Identifier.ValueText, use.Misuse);
        return use.Suspension is { } suspension
            ? new(Rules.MisplacedSuspension, suspension.GetLocation(), function, OwnCoroutine)
            : new(Rules.HandleEscapes, name.GetLocation(), name.Identifier.ValueText, "captured by " + function);
    }

    private static bool IsInNameOf(IdentifierNameSyntax name) => name.Ancestors().OfType<InvocationExpressionSyntax>().Any(call =>
        call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && call.ArgumentList.Arguments.Count == 1);
}
