using CoroGen.Generator.Model;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Discovery;

/// <summary>
/// A signature and the declaration it was read from. It lives only between two steps of the pipeline: the signature alone goes on to the
/// stubs, and the declaration to the lowering.
/// </summary>
internal sealed record Candidate(SignatureModel Signature, MethodDeclarationSyntax Syntax)
{
    /// <summary>The candidate, or null for a method to which nothing can be added.</summary>
    public static Candidate? Of(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
    {
        if (found is not { TargetNode: MethodDeclarationSyntax declaration, TargetSymbol: IMethodSymbol symbol }
            || CoroutineMethod.Of(declaration, symbol, found.SemanticModel, cancellation) is not { } method)
            return null;
        return SignatureReader.Read(method, SignatureRules.Judge(method)) is { } signature ? new Candidate(signature, method.Syntax) : null;
    }
}
