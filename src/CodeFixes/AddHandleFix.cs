using System.Composition;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>CORO001: gives a coroutine its handle, <c>Co co</c>, as the first parameter, or as the second of an extension method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddHandleFix)), Shared]
public sealed class AddHandleFix : DocumentFix
{
    private static readonly string[] Names = ["co", "handle", "coroutine"];

    private protected override string Id => Rules.MissingHandle.Id;

    private protected override string Title => "Add the handle 'Co co'";

    /// <summary>Both parts of a partial method would need the handle.</summary>
    private protected override bool CanFix(SyntaxNode declaration) =>
        declaration is MethodDeclarationSyntax method && !method.Modifiers.Any(SyntaxKind.PartialKeyword);

    private protected override string RuntimeType => "Co";

    private protected override void Fix(SyntaxNode declaration, NameSyntax? name, SyntaxEditor editor)
    {
        var method = (MethodDeclarationSyntax)declaration;
        var isExtension = method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;
        editor.InsertParameter(method, isExtension ? 1 : 0, editor.Generator.ParameterDeclaration(FreeName(method), name));
    }

    private static string FreeName(MethodDeclarationSyntax method)
    {
        var taken = new HashSet<string>(method.DescendantTokens().Select(token => token.ValueText));
        return Names.FirstOrDefault(name => !taken.Contains(name)) ?? Names[0] + "_";
    }
}
