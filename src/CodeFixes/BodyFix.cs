using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>A fix inside of a coroutine's body, in the diagnostic's own document. One diagnostic or all of a document go through the same edit.</summary>
public abstract class BodyFix : CodeFixProvider
{
    private protected abstract string Id { get; }

    private protected abstract string Title { get; }

    /// <summary>Tells the fixes of one rule apart.</summary>
    private protected virtual string Key => GetType().Name;

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => [Id];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && CanFix(NodeAt(root, diagnostic), diagnostic.Properties))
                context.RegisterCodeFix(CodeAction.Create(Title, cancellation => FixAsync(context.Document, [diagnostic], cancellation), Key), diagnostic);
        }
    }

    /// <summary>Whether the fix can be applied there.</summary>
    /// <param name="node">What the diagnostic is on.</param>
    /// <param name="facts">What the analyzer tells of it.</param>
    private protected abstract bool CanFix(SyntaxNode node, ImmutableDictionary<string, string?> facts);

    /// <summary>Makes the edits.</summary>
    private protected abstract void Fix(SyntaxNode node, ImmutableDictionary<string, string?> facts, DocumentEditor editor);

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (var diagnostic in diagnostics)
        {
            var node = NodeAt(editor.OriginalRoot, diagnostic);
            if (CanFix(node, diagnostic.Properties))
                Fix(node, diagnostic.Properties, editor);
        }

        return editor.GetChangedDocument();
    }

    private static SyntaxNode NodeAt(SyntaxNode root, Diagnostic diagnostic) => root.FindToken(diagnostic.Location.SourceSpan.Start).Parent ?? root;
}
