using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>
/// A fix that replaces calls which block. It is offered where what it writes binds and has the same type. One diagnostic or all of a document go through the same edit.
/// </summary>
public abstract class CallFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (CallSite.Of(diagnostic, root!, model!) is { } site && RewriteOf(site) is { } rewrite)
                context.RegisterCodeFix(CodeAction.Create(TitleOf(rewrite(site.Call)), cancellation => FixAsync(context.Document, [diagnostic], cancellation), GetType().Name), diagnostic);
        }
    }

    /// <summary>The ways to replace the call, the best one first. Each is given the call, in which others may have been replaced already.</summary>
    private protected abstract IEnumerable<Func<ExpressionSyntax, ExpressionSyntax>> Rewrites(CallSite site);

    private Func<ExpressionSyntax, ExpressionSyntax>? RewriteOf(CallSite site) =>
        Rewrites(site).FirstOrDefault(rewrite => site.Allows(rewrite(site.Call)));

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (var site in diagnostics.Select(diagnostic => CallSite.Of(diagnostic, editor.OriginalRoot, editor.SemanticModel)).OfType<CallSite>())
        {
            if (RewriteOf(site) is { } rewrite)
                editor.ReplaceNode(site.Call, (current, _) => rewrite((ExpressionSyntax)current).WithTriviaFrom(current));
        }

        return editor.GetChangedDocument();
    }

    private static string TitleOf(ExpressionSyntax written) =>
        written is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } ? $"Use '{called}(…)'" : $"Use '{written}'";
}
