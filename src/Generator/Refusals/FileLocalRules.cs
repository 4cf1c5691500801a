using CoroGen.Generator.Discovery;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Refusals;

/// <summary>CORO014 for what a body mentions: the lowered body stands in another file, where file-local types have no name.</summary>
internal static class FileLocalRules
{
    /// <summary>The first mention of each file-local type.</summary>
    public static IEnumerable<Refusal> Check(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        var body = (SyntaxNode?)method.Body ?? method.ExpressionBody;
        if (body is null || !FileLocalUsings.CanBeIn(method.SyntaxTree, cancellation))
            return [];
        return body.DescendantNodes().OfType<SimpleNameSyntax>()
            .Select(name => (Name: name, Type: TypeOf(model.GetSymbolInfo(name, cancellation).Symbol)))
            .Where(mention => mention.Type is not null)
            .GroupBy(mention => mention.Type, SymbolEqualityComparer.Default)
            .Select(mentions => new Refusal(Rules.FileLocalType, mentions.First().Name.GetLocation(), mentions.Key!.Name));
    }

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        INamedTypeSymbol type => TypeFacts.FileLocalPart(type),
        IMethodSymbol { ReducedFrom: { } extension } => TypeFacts.FileLocalPart(extension.ContainingType),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } or ILocalSymbol or IParameterSymbol or null => null,
        _ => TypeFacts.FileLocalPart(symbol.ContainingType),
    };
}
