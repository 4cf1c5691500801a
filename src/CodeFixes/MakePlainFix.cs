using System.Collections.Immutable;
using System.Composition;
using CoroGen.Analyzers;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;

namespace CoroGen.CodeFixes;

/// <summary>CORO206: makes a coroutine that never suspends a plain method: attribute and handle go, at its calls, too. Where something makes coroutines of it, it is not offered.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePlainFix)), Shared]
public sealed class MakePlainFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [DiagnosticDescriptors.NeverSuspends.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new All();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ChangesAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } changes)
                context.RegisterCodeFix(CodeAction.Create("Make it a plain method", cancellation => ApplyAsync(context.Document.Project.Solution, changes, cancellation), nameof(MakePlainFix)), diagnostic);
        }
    }

    /// <summary>What is to be removed, or null when a use of the method is none that it can be removed from.</summary>
    private static async Task<IReadOnlyList<(DocumentId Document, SyntaxNode Node)>?> ChangesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan) is not MethodDeclarationSyntax declaration || model?.GetDeclaredSymbol(declaration, cancellation) is not IMethodSymbol method)
            return null;
        if (method.Parameters.FirstOrDefault(p => CoroutineSymbols.IsHandle(p.Type)) is not { } handle)
            return null;
        var changes = new List<(DocumentId, SyntaxNode)> { (document.Id, declaration.ParameterList.Parameters[handle.Ordinal]), (document.Id, Mark(declaration, method)) };
        foreach (var member in method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Where(member => SymbolEqualityComparer.Default.Equals(member, method) || SameSignature.OfFactory(member, method)))
        {
            foreach (var place in (await SymbolFinder.FindReferencesAsync(member, document.Project.Solution, cancellation).ConfigureAwait(false)).SelectMany(found => found.Locations))
            {
                // Generated code goes with the attribute.
                if (place.Document is SourceGeneratedDocument)
                    continue;
                if (!SymbolEqualityComparer.Default.Equals(member, method) || await ArgumentAsync(place, handle, cancellation).ConfigureAwait(false) is not { } argument)
                    return null;
                changes.Add((place.Document.Id, argument));
            }
        }

        return changes;
    }

    /// <summary>The attribute, with its list when it stands there alone.</summary>
    private static SyntaxNode Mark(MethodDeclarationSyntax declaration, IMethodSymbol method)
    {
        var mark = declaration.FindNode(CoroutineSymbols.AttributeOf(method)!.ApplicationSyntaxReference!.Span);
        return mark.Parent is AttributeListSyntax { Attributes.Count: 1 } list ? list : mark;
    }

    /// <summary>The handle among the arguments of a call, or null when the method is used otherwise.</summary>
    private static async Task<SyntaxNode?> ArgumentAsync(ReferenceLocation place, IParameterSymbol handle, CancellationToken cancellation)
    {
        var root = await place.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await place.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var name = root?.FindToken(place.Location.SourceSpan.Start).Parent;
        var called = name?.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? name.Parent : name;
        return called?.Parent is InvocationExpressionSyntax call && call.Expression == called
            ? call.ArgumentList.Arguments.FirstOrDefault(argument => CoroutineSymbols.IsHandle(model!.GetTypeInfo(argument.Expression, cancellation).Type))
            : null;
    }

    private static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<(DocumentId Document, SyntaxNode Node)> changes, CancellationToken cancellation)
    {
        foreach (var inDocument in changes.Distinct().GroupBy(change => change.Document))
        {
            var document = solution.GetDocument(inDocument.Key)!;
            var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
            foreach (var (_, node) in inDocument)
                Remove(node, editor);
            solution = solution.WithDocumentSyntaxRoot(document.Id, editor.GetChangedRoot());
        }

        return solution;
    }

    /// <summary>An attribute that stands first leaves the method's comments and its place in the line to what comes next.</summary>
    private static void Remove(SyntaxNode node, DocumentEditor editor)
    {
        if (node is AttributeListSyntax { Parent: MethodDeclarationSyntax method } list && method.AttributeLists[0] == list)
            editor.ReplaceNode(method, (current, _) => ((MethodDeclarationSyntax)current) is var bare ? bare.WithAttributeLists(bare.AttributeLists.RemoveAt(0)).WithLeadingTrivia(bare.GetLeadingTrivia()) : current);
        else
            editor.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia);
    }

    /// <summary>All at once: what is removed for one does not touch what is removed for another.</summary>
    private sealed class All : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var changes = new List<(DocumentId, SyntaxNode)>();
            foreach (var diagnostic in await DiagnosticsAsync(context).ConfigureAwait(false))
            {
                var document = context.Solution.GetDocument(diagnostic.Location.SourceTree);
                if (document is not null && await ChangesAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } found)
                    changes.AddRange(found);
            }

            return CodeAction.Create("Make them plain methods", cancellation => ApplyAsync(context.Solution, changes, cancellation), nameof(MakePlainFix));
        }

        private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context) => context.Scope switch
        {
            FixAllScope.Document when context.Document is { } document => await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false),
            FixAllScope.Project => await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false),
            _ => (await Task.WhenAll(context.Solution.Projects.Select(context.GetAllDiagnosticsAsync)).ConfigureAwait(false)).SelectMany(found => found),
        };
    }
}
