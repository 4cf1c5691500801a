using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator;

/// <summary>Tells whether a body compiles as it is written. One that does not is not lowered: only its own errors are to be seen.</summary>
internal static class BodyErrors
{
    public static bool Exist(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation) =>
        method.ContainsDiagnostics && method.GetDiagnostics().Any(IsError)
        || model.GetMethodBodyDiagnostics(method.Span, cancellation).Any(diagnostic => IsError(diagnostic) && method.Span.Contains(diagnostic.Location.SourceSpan))
        || CallsWithoutMembers(method, model, cancellation);

    /// <summary>Whether it calls a coroutine that gets no members at all, and for which an error is reported there.</summary>
    private static bool CallsWithoutMembers(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation) =>
        method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } target
            && Discovery.CoroutineSymbols.IsCoroutine(target)
            && !SignatureRules.HasMembers(target.ReducedFrom ?? target, cancellation));

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
