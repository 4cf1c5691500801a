using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>Adds <c>partial</c> to types, where the language wants it: right before <c>class</c>, <c>struct</c>, <c>record</c> or <c>interface</c>.</summary>
internal static class PartialTypes
{
    /// <summary>Makes the types among the declarations, and those round them, partial.</summary>
    public static void MakeRound(IEnumerable<SyntaxNode> declarations, SyntaxEditor editor)
    {
        var types = declarations.SelectMany(declaration => declaration.AncestorsAndSelf()).OfType<TypeDeclarationSyntax>().Distinct();
        foreach (var type in types.Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)))
            editor.ReplaceNode(type, static (current, _) => Make((TypeDeclarationSyntax)current));
    }

    private static TypeDeclarationSyntax Make(TypeDeclarationSyntax type)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Count > 0
            ? type.WithModifiers(type.Modifiers.Add(partial))
            : type.WithKeyword(type.Keyword.WithLeadingTrivia()).WithModifiers([partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)]);
    }
}
