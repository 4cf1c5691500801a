using System.Collections.Immutable;
using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Discovery;

/// <summary><c>using static Plates;</c> of a type that is <c>file</c>: in generated files it would be an error. A body that needs it is refused (CORO014).</summary>
internal static class FileLocalUsings
{
    /// <summary>Those of the file and of the namespaces that the method is in.</summary>
    public static ImmutableArray<UsingDirectiveSyntax> Round(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        var ofTypes = method.Ancestors().SelectMany(static node => UsingsOf(node)).Where(directive => directive.Alias is not null || directive.StaticKeyword.RawKind != 0).ToList();
        return ofTypes.Count > 0 && CanBeIn(method.SyntaxTree, cancellation)
            ? [.. ofTypes.Where(directive => TypeFacts.FileLocalPart(model.GetTypeInfo(directive.NamespaceOrType, cancellation).Type) is not null)]
            : [];
    }

    /// <summary>Whether the file declares file-local types: they can be used in their own file only.</summary>
    public static bool CanBeIn(SyntaxTree tree, CancellationToken cancellation) =>
        tree.GetRoot(cancellation).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Any(member => member.Modifiers.Any(SyntaxKind.FileKeyword));

    private static SyntaxList<UsingDirectiveSyntax> UsingsOf(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax file => file.Usings,
        BaseNamespaceDeclarationSyntax space => space.Usings,
        _ => [],
    };
}
