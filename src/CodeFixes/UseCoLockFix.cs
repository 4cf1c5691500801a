using System.Collections.Immutable;
using System.Composition;
using CoroGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>CORO103: <c>lock (gate) …</c> becomes <c>using (co.Lock(gate)) …</c>, and the gate a <c>CoLock</c>, in all places at once, where nothing but coroutines locks it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseCoLockFix)), Shared]
public sealed class UseCoLockFix : CodeFixProvider
{
    private const string LockType = "CoLock";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticDescriptors.ThreadLock.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create(static async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Gate.Of(diagnostic, root!, model!) is not null)
                context.RegisterCodeFix(CodeAction.Create("Use a 'CoLock'", cancellation => FixAsync(context.Document, [diagnostic], cancellation), nameof(UseCoLockFix)), diagnostic);
        }
    }

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var gates = diagnostics.Select(diagnostic => Gate.Of(diagnostic, editor.OriginalRoot, editor.SemanticModel)).OfType<Gate>().GroupBy(gate => gate.Declaration).Select(group => group.First());
        foreach (var gate in gates)
        {
            Declare(gate, editor);
            foreach (var (statement, handle) in gate.Locks)
                editor.ReplaceNode(statement, (current, _) => Using((LockStatementSyntax)current, handle));
        }

        return editor.GetChangedDocument();
    }

    private static void Declare(Gate gate, DocumentEditor editor)
    {
        var type = RuntimeNames.IsVisible(LockType, gate.Declaration.SpanStart, editor.SemanticModel) ? RuntimeNames.Simple(LockType) : RuntimeNames.Qualified(LockType);
        if (!gate.Declaration.Type.IsVar)
            editor.ReplaceNode(gate.Declaration.Type, type.WithTriviaFrom(gate.Declaration.Type));
        if (gate.Declaration.Variables[0].Initializer!.Value is ObjectCreationExpressionSyntax creation)
            editor.ReplaceNode(creation.Type, type.WithTriviaFrom(creation.Type));
    }

    private static UsingStatementSyntax Using(LockStatementSyntax statement, string handle) => SyntaxFactory.UsingStatement(
        attributeLists: default,
        awaitKeyword: default,
        SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTriviaFrom(statement.LockKeyword),
        statement.OpenParenToken,
        declaration: null,
        SyntaxFactory.ParseExpression($"{handle}.Lock({statement.Expression})"),
        statement.CloseParenToken,
        statement.Statement);
}
