using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using CoroGen.Analyzers;
using CoroGen.Analyzers.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>CORO401: <c>client.GetStringAsync(url)</c> becomes <c>client.GetStringAsync(url, co.CancellationToken)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForwardTokenFix)), Shared]
public sealed class ForwardTokenFix : BodyFix
{
    private protected override string Id => DiagnosticDescriptors.TokenNotForwarded.Id;

    private protected override string Title => "Forward the coroutine's token";

    private protected override bool CanFix(SyntaxNode node, ImmutableDictionary<string, string?> facts) => node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not null;

    private protected override void Fix(SyntaxNode node, ImmutableDictionary<string, string?> facts, DocumentEditor editor)
    {
        var position = int.Parse(facts[Facts.Position]!, CultureInfo.InvariantCulture);
        var token = $"{facts[Facts.Handle]}.CancellationToken";
        editor.ReplaceNode(node.FirstAncestorOrSelf<InvocationExpressionSyntax>()!.ArgumentList, (current, _) => Add((ArgumentListSyntax)current, token, facts[Facts.Parameter]!, position));
    }

    /// <summary>By its name where an argument before it is left out or named.</summary>
    private static ArgumentListSyntax Add(ArgumentListSyntax list, string token, string parameter, int position)
    {
        var isNamed = list.Arguments.Count != position || list.Arguments.Any(argument => argument.NameColon is not null);
        var argument = SyntaxFactory.ParseArgumentList(isNamed ? $"({parameter}: {token})" : $"({token})").Arguments[0];
        var separators = list.Arguments.GetSeparators().ToList();
        if (list.Arguments.Count > 0)
            separators.Add(SyntaxFactory.ParseToken(", "));
        return list.WithArguments(SyntaxFactory.SeparatedList(list.Arguments.Add(argument), separators));
    }
}
