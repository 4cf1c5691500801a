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

/// <summary>CORO300: <c>Serve("A");</c> becomes <c>Serve(co, "A");</c>, which runs inside of the same coroutine.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallWithHandleFix)), Shared]
public sealed class CallWithHandleFix : BodyFix
{
    private protected override string Id => DiagnosticDescriptors.DroppedCoroutine.Id;

    private protected override string Title => "Call it with the handle";

    /// <summary>A local of a stated type is one of a coroutine, and stays so.</summary>
    private protected override bool CanFix(SyntaxNode node, ImmutableDictionary<string, string?> facts) =>
        facts.ContainsKey(Facts.Handle) && facts.ContainsKey(Facts.Position) && HolderOf(node) switch
        {
            LocalDeclarationStatementSyntax local => local.Declaration is { Variables.Count: 1, Type.IsVar: true },
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: not IdentifierNameSyntax { Identifier.ValueText: "_" } } } => false,
            _ => true,
        };

    private protected override void Fix(SyntaxNode node, ImmutableDictionary<string, string?> facts, DocumentEditor editor)
    {
        var call = node.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        var position = int.Parse(facts[Facts.Position]!, CultureInfo.InvariantCulture);
        var arguments = AddHandle(call.ArgumentList, facts[Facts.Handle]!, facts[Facts.Parameter]!, position);
        // A result that is none cannot be assigned: then the whole statement becomes the call.
        if (facts.ContainsKey(Facts.Void) && HolderOf(node) is StatementSyntax statement && ValueOf(statement) is { } value)
            editor.ReplaceNode(statement, SyntaxFactory.ExpressionStatement(value.ReplaceNode(call.ArgumentList, arguments)).WithTriviaFrom(statement));
        else
            editor.ReplaceNode(call.ArgumentList, arguments);
    }

    /// <summary>The statement that drops it, or the function whose body it is.</summary>
    private static SyntaxNode HolderOf(SyntaxNode node) => node.Ancestors().First(around => around is StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax);

    /// <summary>What the statement assigns, or null when it is a call alone.</summary>
    private static ExpressionSyntax? ValueOf(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax local => local.Declaration.Variables[0].Initializer!.Value,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => assignment.Right,
        _ => null,
    };

    /// <summary>Where an argument before is named, or omitted, the handle is named, too.</summary>
    private static ArgumentListSyntax AddHandle(ArgumentListSyntax list, string handle, string parameter, int position)
    {
        var arguments = list.Arguments;
        var isNamed = position > arguments.Count || arguments.Take(position).Any(other => other.NameColon is not null);
        var argument = SyntaxFactory.ParseArgumentList(isNamed ? $"({parameter}: {handle})" : $"({handle})").Arguments[0];
        var index = isNamed ? arguments.Count : position;
        var separators = arguments.GetSeparators().ToList();
        if (arguments.Count > 0)
            separators.Insert(Math.Max(index - 1, 0), SyntaxFactory.ParseToken(", "));
        // The first of several lines begins with the handle.
        var others = index == 0 && arguments.Count > 0 ? arguments.Replace(arguments[0], arguments[0].WithoutLeadingTrivia()) : arguments;
        return list.WithArguments(SyntaxFactory.SeparatedList(others.Insert(index, index == 0 && arguments.Count > 0 ? argument.WithLeadingTrivia(arguments[0].GetLeadingTrivia()) : argument), separators));
    }
}
