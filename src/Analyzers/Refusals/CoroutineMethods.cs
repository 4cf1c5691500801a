using CoroGen.Generator;
using CoroGen.Generator.Discovery;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Refusals;

/// <summary>The refusals of a method that is marked <c>[Coroutine]</c>: of its signature, else of its body, else of what the generator could not see.</summary>
internal static class CoroutineMethods
{
    /// <summary>
    /// The refusals. Of a partial method the part that has the body is looked at, unless another generator wrote it. What is refused on a type's name is reported by
    /// <see cref="ContainingTypes"/>, so that every diagnostic stands in the declaration that was analysed: editors need that.
    /// </summary>
    public static IEnumerable<Refusal> Check(
        MethodDeclarationSyntax declaration, IMethodSymbol symbol, SemanticModel model, GeneratorOutput output, CancellationToken cancellation)
    {
        if (CoroutineMethod.Of(symbol, cancellation) is not { } method)
            return [];
        if (method.Syntax != declaration)
            return GeneratorOutput.IsOfAnother(method.Syntax.SyntaxTree) && output.Exists && !GeneratorOutput.Has(method) ? [NotGenerated(declaration)] : [];

        // What the generator has lowered is not refused, and need not be judged and lowered again to see that.
        if (GeneratorOutput.Has(method))
            return InterceptedCalls.Check(declaration, model, cancellation);
        var verdict = SignatureRules.Judge(method);
        if (SignatureReader.Read(method, verdict) is not { } signature || !verdict.Refusals.IsEmpty)
            return verdict.Refusals.Where(refusal => !IsOnTypeAround(declaration, refusal.Location));
        var compiled = MethodCompiler.Compile(signature, declaration, model, cancellation);
        if (compiled.Machine is not null)
            return !output.Exists ? compiled.Refusals : HasWrongDeclarations(model.Compilation, cancellation) ? [] : [NotGenerated(declaration)];
        return compiled.Refusals.IsEmpty && signature.HasBody ? Unexplained(declaration, model, cancellation) : compiled.Refusals;
    }

    /// <summary>
    /// The last resort: a body that mentions a type that nobody knows, where no declaration has an error that would explain it, and the body has none. The method would throw when it runs.
    /// </summary>
    private static IEnumerable<Refusal> Unexplained(MethodDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation) =>
        model.GetOperation(declaration, cancellation) is { } body
        && BodyErrors.UnknownTypeIn(body) is { } place
        && !HasError(model.GetMethodBodyDiagnostics(declaration.Span, cancellation))
        && !HasWrongDeclarations(model.Compilation, cancellation)
            ? [new Refusal(Rules.Failure, place.GetLocation(), declaration.Identifier.ValueText, $"it does not know the type of '{place}'")]
            : [];

    private static bool HasWrongDeclarations(Compilation compilation, CancellationToken cancellation) =>
        HasError(compilation.GetParseDiagnostics(cancellation)) || HasError(compilation.GetDeclarationDiagnostics(cancellation));

    private static bool HasError(IEnumerable<Diagnostic> diagnostics) => diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static bool IsOnTypeAround(MethodDeclarationSyntax declaration, Location location) =>
        location.SourceTree == declaration.SyntaxTree
        && declaration.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.Identifier.Span == location.SourceSpan);

    private static Refusal NotGenerated(MethodDeclarationSyntax declaration) =>
        new(Rules.NotGenerated, declaration.Identifier.GetLocation(), declaration.Identifier.ValueText);
}
