using System.Collections.Immutable;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Lowering.Functions;
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

    public static ImmutableArray<Refusal> Check(MethodDeclarationSyntax method, SyntaxNodes nodes, SemanticModel model, CancellationToken cancellation)
    {
        if (CoroutineFunctions.BodyOf(method) is not { } body)
            return [];
        var coroutines = nodes.Where(node => CoroutineFunctions.Is(node, model)).Select(function => (CoroutineFunctions.SymbolOf(function, model), CoroutineFunctions.BodyOf(function)));
        return [.. coroutines.Prepend((model.GetDeclaredSymbol(method, cancellation), body)).SelectMany(function => Check(function.Item1, function.Item2, nodes, model, cancellation))];
    }

    private static IEnumerable<Refusal> Check(IMethodSymbol? function, SyntaxNode? body, SyntaxNodes nodes, SemanticModel model, CancellationToken cancellation)
    {
        var handle = function is null ? null : ExtensionBlocks.Handle(function);
        if (handle is null || body is null)
            return [];
        return nodes.In(body).OfType<IdentifierNameSyntax>()
            .Where(name =>
                name.Identifier.ValueText == handle.Name
                && name.Parent is not NameColonSyntax
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, handle))
            .Select(name => Check(name, body, model))
            .OfType<Refusal>();
    }

    private static Refusal? Check(IdentifierNameSyntax name, SyntaxNode body, SemanticModel model)
    {
        if (NameOf.Contains(name))
            return null;
        var use = HandleUse.Of(name, model);
        if (DeferredCode.FunctionAround(name, body) is not { } function)
            return use.Misuse is null ? null : new(Rules.HandleEscapes, name.GetLocation(), name.Identifier.ValueText, use.Misuse);
        return use.Suspension is { } suspension
            ? new(Rules.MisplacedSuspension, suspension.GetLocation(), function, OwnCoroutine)
            : new(Rules.HandleEscapes, name.GetLocation(), name.Identifier.ValueText, "captured by " + function);
    }
}
