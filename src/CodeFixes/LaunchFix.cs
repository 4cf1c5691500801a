using System.Collections.Immutable;
using System.Composition;
using CoroGen.Analyzers;
using CoroGen.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>CORO300: <c>Serve("A");</c> becomes <c>co.Launch(Serve("A"));</c>, which runs concurrently.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LaunchFix)), Shared]
public sealed class LaunchFix : BodyFix
{
    private protected override string Id => DiagnosticDescriptors.DroppedCoroutine.Id;

    private protected override string Title => "Launch it";

    /// <summary>Of <c>kitchen?.Serve("A")</c> there may be nothing to launch.</summary>
    private protected override bool CanFix(SyntaxNode node, ImmutableDictionary<string, string?> facts) =>
        facts.ContainsKey(Facts.Handle) && !node.Ancestors().TakeWhile(around => around is ExpressionSyntax).Any(around => around is ConditionalAccessExpressionSyntax);

    private protected override void Fix(SyntaxNode node, ImmutableDictionary<string, string?> facts, DocumentEditor editor)
    {
        var call = node.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        var handle = facts[Facts.Handle]!;
        editor.ReplaceNode(call, (current, _) => SyntaxFactory.ParseExpression($"{handle}.Launch({current.WithoutTrivia()})").WithTriviaFrom(current));
    }
}
