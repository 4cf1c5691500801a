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

/// <summary>CORO207: <c>Close(co)</c> becomes <c>co.Shield(co => Close(co))</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShieldFix)), Shared]
public sealed class ShieldFix : BodyFix
{
    private protected override string Id => DiagnosticDescriptors.UnshieldedCleanup.Id;

    private protected override string Title => "Shield it: 'co.Shield(…)'";

    /// <summary>A call among the arguments of another one that is shielded moves along with it.</summary>
    private protected override bool CanFix(SyntaxNode node, ImmutableDictionary<string, string?> facts) => facts.ContainsKey(Facts.Handle) && CallAt(node) is not null;

    private protected override void Fix(SyntaxNode node, ImmutableDictionary<string, string?> facts, DocumentEditor editor)
    {
        var handle = facts[Facts.Handle]!;
        editor.ReplaceNode(CallAt(node)!, (current, _) => Shield((ExpressionSyntax)current, handle));
    }

    private static InvocationExpressionSyntax? CallAt(SyntaxNode name) => name.FirstAncestorOrSelf<InvocationExpressionSyntax>();

    private static ExpressionSyntax Shield(ExpressionSyntax call, string handle) =>
        SyntaxFactory.ParseExpression($"{handle}.Shield({handle} => {call.WithoutTrivia()})").WithTriviaFrom(call);
}
