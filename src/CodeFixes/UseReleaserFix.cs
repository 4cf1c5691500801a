using System.Collections.Immutable;
using System.Composition;
using CoroGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>
/// CORO201: <c>co.Lock(machine);</c> becomes <c>using var releaser = co.Lock(machine);</c>, so that the lock is held to the end of the block. In a section of a switch, where no such declaration can stand, it becomes
/// <c>using (co.Lock(machine)) { … }</c> round what follows.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseReleaserFix)), Shared]
public sealed class UseReleaserFix : BodyFix
{
    private protected override string Id => DiagnosticDescriptors.DroppedReleaser.Id;

    private protected override string Title => "Hold it to the end of the block: 'using'";

    private protected override bool CanFix(SyntaxNode node, ImmutableDictionary<string, string?> facts) => StatementOf(node) switch
    {
        { Parent: BlockSyntax } statement => statement is LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } || CallIn(statement) is not null,
        { Parent: SwitchSectionSyntax section } statement => CallIn(statement) is not null && SectionUsing.CanHold(section, statement),
        _ => false,
    };

    private protected override void Fix(SyntaxNode node, ImmutableDictionary<string, string?> facts, DocumentEditor editor)
    {
        var statement = StatementOf(node)!;
        if (statement is LocalDeclarationStatementSyntax)
        {
            editor.ReplaceNode(statement, static (current, _) => AddUsing((LocalDeclarationStatementSyntax)current));
            return;
        }

        if (statement.Parent is SwitchSectionSyntax section)
        {
            editor.ReplaceNode(section, (current, _) => SectionUsing.Hold((SwitchSectionSyntax)current, statement, CallIn(statement)!));
            return;
        }

        var name = FreeName(statement, editor.SemanticModel);
        editor.ReplaceNode(statement, (current, _) => Declare((ExpressionStatementSyntax)current, name));
    }

    private static StatementSyntax? StatementOf(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>();

    private static ExpressionSyntax? CallIn(StatementSyntax statement) => (statement as ExpressionStatementSyntax)?.Expression switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } assignment => assignment.Right,
        InvocationExpressionSyntax call => call,
        _ => null,
    };

    private static StatementSyntax AddUsing(LocalDeclarationStatementSyntax statement) => Parse($"using {statement.WithoutTrivia()}", statement);

    private static StatementSyntax Declare(ExpressionStatementSyntax statement, string name) => Parse($"using var {name} = {CallIn(statement)!.WithoutTrivia()};", statement);

    private static StatementSyntax Parse(string text, StatementSyntax original) => SyntaxFactory.ParseStatement(text).WithTriviaFrom(original);

    /// <summary>A name of its own for each that the method drops, the same when they are fixed one by one or all at once.</summary>
    private static string FreeName(StatementSyntax statement, SemanticModel model)
    {
        var method = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        var taken = new HashSet<string>(method.DescendantTokens().Select(token => token.ValueText));
        var before = method.DescendantNodes().OfType<ExpressionStatementSyntax>().TakeWhile(other => other != statement).Count(other => other.Parent is BlockSyntax && IsDropped(other, model));
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? "releaser" : $"releaser{number}").Where(name => !taken.Contains(name)).ElementAt(before);
    }

    private static bool IsDropped(ExpressionStatementSyntax statement, SemanticModel model) =>
        CallIn(statement) is { } call && model.GetTypeInfo(call).Type is { Name: "LockReleaser" or "SemaphoreReleaser" };
}
