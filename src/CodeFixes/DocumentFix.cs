using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>
/// A fix that edits declarations in the diagnostic's own document. One diagnostic or all of a document go through the same edit, so that Fix All
/// gives what fixing one by one gives.
/// </summary>
public abstract class DocumentFix : CodeFixProvider
{
    private protected abstract string Id { get; }

    private protected abstract string Title { get; }

    /// <summary>The type of the runtime that the edit names, if any.</summary>
    private protected virtual string? RuntimeType => null;

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
            if (root is not null && CanFix(DeclarationAt(root, diagnostic)))
                context.RegisterCodeFix(CodeAction.Create(Title, cancellation => FixAsync(context.Document, [diagnostic], cancellation), equivalenceKey: Id), diagnostic);
        }
    }

    /// <summary>Whether the declaration is one to edit.</summary>
    private protected abstract bool CanFix(SyntaxNode declaration);

    /// <summary>Edits a declaration.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="name">How to name the runtime's type there.</param>
    /// <param name="editor">What makes the edits.</param>
    private protected abstract void Fix(SyntaxNode declaration, NameSyntax? name, SyntaxEditor editor);

    /// <summary>Edits what stands round the declarations.</summary>
    private protected virtual void FixRound(IEnumerable<SyntaxNode> declarations, SyntaxEditor editor)
    {
    }

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var declarations = diagnostics.Select(diagnostic => DeclarationAt(editor.OriginalRoot, diagnostic)).Where(CanFix).Distinct().ToList();
        foreach (var declaration in declarations)
            Fix(declaration, NameAt(declaration, editor.SemanticModel), editor);
        FixRound(declarations, editor);
        var root = (CompilationUnitSyntax)editor.GetChangedRoot();
        return document.WithSyntaxRoot(declarations.Any(declaration => NeedsUsing(declaration, editor.SemanticModel)) ? RuntimeNames.AddUsing(root) : root);
    }

    private NameSyntax? NameAt(SyntaxNode declaration, SemanticModel model) => RuntimeType switch
    {
        null => null,
        var type when RuntimeNames.IsTaken(type, declaration.SpanStart, model) => RuntimeNames.Qualified(ShortName(type)),
        var type => RuntimeNames.Simple(ShortName(type)),
    };

    private bool NeedsUsing(SyntaxNode declaration, SemanticModel model) =>
        RuntimeType is { } type && !RuntimeNames.IsVisible(type, declaration.SpanStart, model) && !RuntimeNames.IsTaken(type, declaration.SpanStart, model);

    private static string ShortName(string type) =>
        type.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? type.Substring(0, type.Length - nameof(Attribute).Length) : type;

    /// <summary>The declaration whose name the diagnostic is on.</summary>
    private static SyntaxNode DeclarationAt(SyntaxNode root, Diagnostic diagnostic) => root.FindToken(diagnostic.Location.SourceSpan.Start).Parent ?? root;
}
