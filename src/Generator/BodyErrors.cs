using CoroGen.Generator.Discovery;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator;

/// <summary>Tells whether a method compiles as it is written. One that does not is not lowered: only its own errors are to be seen.</summary>
internal static class BodyErrors
{
    public static bool Exist(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation) =>
        method.ContainsDiagnostics && method.GetDiagnostics().Any(IsError)
        || model.GetMethodBodyDiagnostics(method.Span, cancellation).Any(diagnostic => IsError(diagnostic) && method.Span.Contains(diagnostic.Location.SourceSpan))
        || HasUnknownTypes(model.GetDeclaredSymbol(method, cancellation))
        || RefusedCallees.AreCalledIn(method, model, cancellation);

    /// <summary>Errors of a signature are none of its body, and what an unknown type is used for is no error either.</summary>
    private static bool HasUnknownTypes(IMethodSymbol? method) =>
        method is null
        || HalfTyped.HasError(method.ReturnType)
        || method.Parameters.Any(p => HalfTyped.HasError(p.Type))
        || method.TypeParameters.Any(p => p.ConstraintTypes.Any(HalfTyped.HasError));

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
