using CoroGen.Generator.Discovery;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Refusals;

/// <summary>CORO004 and CORO014 on the name of a type that contains coroutines, once, for the first of them.</summary>
internal static class ContainingTypes
{
    public static Refusal? Check(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword) && !type.Modifiers.Any(SyntaxKind.FileKeyword)
            ? null
            : Coroutines(type, model, cancellation)
                .SelectMany(method => SignatureRules.Judge(method).Refusals)
                .FirstOrDefault(refusal => refusal.Location.SourceSpan == type.Identifier.Span && refusal.Location.SourceTree == type.SyntaxTree);

    private static IEnumerable<CoroutineMethod> Coroutines(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation) =>
        type.DescendantNodes(static node => node is TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>()
            .Select(method => model.GetDeclaredSymbol(method, cancellation) is { } symbol && CoroutineSymbols.IsCoroutine(symbol)
                ? CoroutineMethod.Of(symbol, cancellation)
                : null)
            .OfType<CoroutineMethod>();
}
