using System.Composition;
using CoroGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>CORO400: lets cancellations pass a <c>catch</c>: <c>catch (Exception e) when (e is not CoroutineCanceledException)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddFilterFix)), Shared]
public sealed class AddFilterFix : DocumentFix
{
    private static readonly string[] Names = ["e", "exception", "error"];

    private protected override string Id => DiagnosticDescriptors.SwallowedCancellation.Id;

    private protected override string Title => "Let cancellation pass: 'when (… is not CoroutineCanceledException)'";

    private protected override string RuntimeType => "CoroutineCanceledException";

    private protected override bool CanFix(SyntaxNode declaration) => declaration is CatchClauseSyntax;

    private protected override void Fix(SyntaxNode declaration, NameSyntax? name, SyntaxEditor editor)
    {
        var original = (CatchClauseSyntax)declaration;
        var model = ((DocumentEditor)editor).SemanticModel;
        var exception = model.LookupNamespacesAndTypes(original.SpanStart, name: nameof(Exception)).Any() ? nameof(Exception) : "System.Exception";
        var variable = FreeName(original, model);
        editor.ReplaceNode(original, (current, _) => AddFilter((CatchClauseSyntax)current, exception, variable, name!));
    }

    private static CatchClauseSyntax AddFilter(CatchClauseSyntax clause, string exception, string free, NameSyntax canceled)
    {
        var variable = clause.Declaration is { Identifier.RawKind: not 0 } declared ? declared.Identifier.Text : free;
        var test = $"{variable} is not {canceled}" + (clause.Filter is { FilterExpression: var old } ? $" && {Operand(old)}" : "");
        var text = $"try {{ }} catch ({clause.Declaration?.Type.ToString() ?? exception} {variable}) when ({test}) {{ }}";
        var made = ((TryStatementSyntax)SyntaxFactory.ParseStatement(text)).Catches[0];
        // What stood after the head of the clause, as the end of its line, stands after the filter.
        var head = clause.Filter?.CloseParenToken ?? clause.Declaration?.CloseParenToken ?? clause.CatchKeyword;
        return clause
            .WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space))
            .WithDeclaration(made.Declaration)
            .WithFilter(made.Filter!.WithTrailingTrivia(head.TrailingTrivia));
    }

    /// <summary>As an operand of <c>&amp;&amp;</c>.</summary>
    private static string Operand(ExpressionSyntax filter) =>
        filter is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } or ConditionalExpressionSyntax or AssignmentExpressionSyntax ? $"({filter})" : filter.ToString();

    /// <summary>A name that means nothing in the clause or round it.</summary>
    private static string FreeName(CatchClauseSyntax clause, SemanticModel model)
    {
        var taken = new HashSet<string>(clause.DescendantTokens().Select(token => token.ValueText));
        taken.UnionWith(model.LookupSymbols(clause.Block.SpanStart).Where(symbol => symbol is ILocalSymbol or IParameterSymbol).Select(symbol => symbol.Name));
        return Names.FirstOrDefault(name => !taken.Contains(name)) ?? Names[0] + "_";
    }
}
