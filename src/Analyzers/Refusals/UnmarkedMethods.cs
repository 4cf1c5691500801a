using CoroGen.Generator.Lowering;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Analyzers.Refusals;

/// <summary>CORO002: a method that takes a handle is meant as a coroutine. Its callers are not reported as well. What takes a frame as well, and what the runtime itself has of the kind, is what coroutines are compiled to.</summary>
internal static class UnmarkedMethods
{
    /// <summary>The refusal, if any; of a partial method, on the defining part.</summary>
    public static IEnumerable<Refusal> Check(MethodDeclarationSyntax declaration, IMethodSymbol method)
    {
        if (method.PartialDefinitionPart is null && !declaration.Identifier.IsMissing && RefusedCallees.NeedMark(method) && !IsCompiled(method))
            yield return new Refusal(Rules.MissingAttribute, declaration.Identifier.GetLocation(), $"method '{method.Name}'", "mark it '[Coroutine]'");
    }

    private static bool IsCompiled(IMethodSymbol method) =>
        method.Parameters.Any(parameter => parameter is { RefKind: RefKind.Ref, Type: { Name: "Frame", ContainingNamespace: { Name: "CompilerServices", ContainingNamespace.Name: "CoroGen" } } })
        || method.ContainingAssembly.GetTypeByMetadataName(WellKnownAttributes.Coroutine) is not null;
}
