using System.Collections.Immutable;
using System.Composition;
using CoroGen.Analyzers;
using CoroGen.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace CoroGen.CodeFixes;

/// <summary>CORO204: lets the others run in each turn of a loop: <c>while (true) { co.Yield(); … }</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(YieldFix)), Shared]
public sealed class YieldFix : BodyFix
{
    private protected override string Id => DiagnosticDescriptors.EndlessLoop.Id;

    private protected override string Title => "Let others run: 'co.Yield()'";

    private protected override bool CanFix(SyntaxNode node, ImmutableDictionary<string, string?> facts) => facts.ContainsKey(Facts.Handle) && BodyOf(node) is not null;

    private protected override void Fix(SyntaxNode node, ImmutableDictionary<string, string?> facts, DocumentEditor editor)
    {
        var call = $"{facts[Facts.Handle]}.Yield();";
        var endOfLine = RuntimeNames.EndOfLine(editor.OriginalRoot);
        editor.ReplaceNode(BodyOf(node)!, (current, _) => Prepend((StatementSyntax)current, SyntaxFactory.ParseStatement(call), endOfLine));
    }

    private static StatementSyntax? BodyOf(SyntaxNode loop) => loop switch
    {
        WhileStatementSyntax { Statement: var body } => body,
        DoStatementSyntax { Statement: var body } => body,
        ForStatementSyntax { Statement: var body } => body,
        CommonForEachStatementSyntax { Statement: var body } => body,
        _ => null,
    };

    private static StatementSyntax Prepend(StatementSyntax body, StatementSyntax yield, SyntaxTrivia endOfLine) => body switch
    {
        EmptyStatementSyntax => yield.WithTriviaFrom(body),
        BlockSyntax { Statements: [var first, ..] } block => block.WithStatements(block.Statements.Insert(0, OnItsLine(yield, first, endOfLine))),
        BlockSyntax block => block.AddStatements(yield).WithAdditionalAnnotations(Formatter.Annotation),
        _ => SyntaxFactory.Block(yield.WithTrailingTrivia(endOfLine), body).WithAdditionalAnnotations(Formatter.Annotation),
    };

    /// <summary>On a line of its own where the statement after it has one, above the comments of that.</summary>
    private static StatementSyntax OnItsLine(StatementSyntax yield, StatementSyntax next, SyntaxTrivia endOfLine)
    {
        var indentation = next.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1).ToList();
        return indentation.Count > 0 ? yield.WithLeadingTrivia(indentation).WithTrailingTrivia(endOfLine) : yield.WithTrailingTrivia(SyntaxFactory.Space);
    }
}
