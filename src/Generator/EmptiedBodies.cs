using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroGen.Generator;

/// <summary>
/// A file without the bodies that need not be bound, so that the compiler can bind all others in one go. A body means nothing to others; where it does, it is kept.
/// <code>
/// before    int Ordinary() { return Find(); }    [Coroutine] int Work(Co co) { … }
/// becomes   int Ordinary() {·············· }    [Coroutine] int Work(Co co) { … }
/// </code>
/// What is left out is trivia now, as between <c>#if false</c> and <c>#endif</c>: the text is the same, and all that is left stands where it stood.
/// </summary>
internal static class EmptiedBodies
{
    /// <summary>The file with the bodies of some methods only.</summary>
    public static SyntaxTree Except(SyntaxTree tree, ICollection<SyntaxNode> methods, CancellationToken cancellation)
    {
        var (root, text) = (tree.GetRoot(cancellation), tree.GetText(cancellation));
        var emptied = Members(root).Where(member => !methods.Contains(member)).Select(Body).OfType<SyntaxNode>().Where(body => IsOwnBusiness(body, text));
        // Of documentation the compiler has nothing to say but warnings.
        return tree.WithRootAndOptions(root.ReplaceNodes(emptied, (body, _) => Empty(body, text)), tree.Options.WithDocumentationMode(DocumentationMode.None));
    }

    /// <summary>What may have a body. That of a struct's member may tell which of the constructor's parameters are fields.</summary>
    private static IEnumerable<SyntaxNode> Members(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BasePropertyDeclarationSyntax or AccessorListSyntax
            || node is TypeDeclarationSyntax type && (type.ParameterList is null || type.Kind() is SyntaxKind.ClassDeclaration or SyntaxKind.RecordDeclaration))
        .Where(static node => node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or AccessorDeclarationSyntax);

    private static SyntaxNode? Body(SyntaxNode member) => member switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression,
        AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody?.Expression,
        PropertyDeclarationSyntax property => property.ExpressionBody?.Expression,
        IndexerDeclarationSyntax indexer => indexer.ExpressionBody?.Expression,
        _ => null,
    };

    /// <summary>Whether a body means nothing outside of it: no directive, and no mention of the field that would make its property have one.</summary>
    private static bool IsOwnBusiness(SyntaxNode body, SourceText text) =>
        !body.ContainsDirectives && !body.ContainsDiagnostics && (body.Parent is BaseMethodDeclarationSyntax or { Parent: BaseMethodDeclarationSyntax } || !text.ToString(body.Span).Contains("field"));

    private static SyntaxNode Empty(SyntaxNode body, SourceText text)
    {
        if (body is not BlockSyntax block)
            return SyntaxFactory.IdentifierName(SyntaxFactory.MissingToken(SyntaxKind.IdentifierToken).WithLeadingTrivia(SyntaxFactory.DisabledText(text.ToString(body.FullSpan))));
        var (open, close) = (block.OpenBraceToken, block.CloseBraceToken);
        var inside = SyntaxFactory.DisabledText(text.ToString(TextSpan.FromBounds(open.Span.End, close.SpanStart)));
        return SyntaxFactory.Block(open.WithTrailingTrivia(inside), default, close.WithLeadingTrivia());
    }
}
