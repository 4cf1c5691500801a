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
    /// The refusals. Of a partial method only the part that has the body is looked at. What is refused on a type's name is reported by
    /// <see cref="ContainingTypes"/>, so that every diagnostic stands in the declaration that was analysed: editors need that.
    /// </summary>
    public static IEnumerable<Refusal> Check(
        MethodDeclarationSyntax declaration, IMethodSymbol symbol, SemanticModel model, GeneratorOutput output, CancellationToken cancellation)
    {
        if (CoroutineMethod.Of(symbol, cancellation) is not { } method || method.Syntax != declaration)
            return [];

        var verdict = SignatureRules.Judge(method);
        if (SignatureReader.Read(method, verdict) is not { } signature || !verdict.Refusals.IsEmpty)
            return verdict.Refusals.Where(refusal => declaration.Span.Contains(refusal.Location.SourceSpan));

        var compiled = MethodCompiler.Compile(signature, declaration, model, cancellation);
        return compiled.Machine is not null && output.Lacks(method, signature)
            ? [new Refusal(Rules.NotGenerated, method.NameLocation, method.Name)]
            : compiled.Refusals;
    }
}
