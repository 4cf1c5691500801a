using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.CodeFixes;

/// <summary>How a file can name a type of the runtime: by its simple name, after <c>using CoroGen;</c> if need be, unless that name is another type's.</summary>
internal static class RuntimeNames
{
    private const string Namespace = "CoroGen";

    /// <summary>Whether the simple name already means the runtime's type there.</summary>
    public static bool IsVisible(string type, int position, SemanticModel model) =>
        model.LookupNamespacesAndTypes(position, name: type) is [INamedTypeSymbol { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } }];

    /// <summary>Whether the simple name means something else there, so that a using would not help.</summary>
    public static bool IsTaken(string type, int position, SemanticModel model) =>
        !model.LookupNamespacesAndTypes(position, name: type).IsEmpty && !IsVisible(type, position, model);

    public static NameSyntax Simple(string name) => SyntaxFactory.IdentifierName(name);

    public static NameSyntax Qualified(string name) => SyntaxFactory.ParseName($"global::{Namespace}.{name}");

    /// <summary>The file with <c>using CoroGen;</c> in its place among the usings, below the comment that heads the file.</summary>
    public static CompilationUnitSyntax AddUsing(CompilationUnitSyntax file)
    {
        var endOfLine = EndOfLine(file);
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(Namespace))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(endOfLine);
        var before = file.Usings.TakeWhile(ComesBefore).Count();
        if (before > 0)
            return file.WithUsings(file.Usings.Insert(before, directive));
        var header = file.Usings.Count > 0 || HasHeader(file) ? file.GetFirstToken().LeadingTrivia : [];
        var rest = header.Count > 0 ? file.ReplaceToken(file.GetFirstToken(), file.GetFirstToken().WithLeadingTrivia()) : file;
        if (file.Usings.Count == 0)
            rest = rest.ReplaceToken(rest.GetFirstToken(), rest.GetFirstToken().WithLeadingTrivia(rest.GetLeadingTrivia().Insert(0, endOfLine)));
        return rest.WithUsings(rest.Usings.Insert(0, directive.WithLeadingTrivia(header)));
    }

    public static SyntaxTrivia EndOfLine(SyntaxNode root)
    {
        var first = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return first.RawKind == 0 ? SyntaxFactory.LineFeed : first;
    }

    private static bool ComesBefore(UsingDirectiveSyntax directive) =>
        directive is { Alias: null, StaticKeyword.RawKind: 0, Name: { } name }
        && (name.ToString() is var text)
        && (text == "System" || text.StartsWith("System.", StringComparison.Ordinal) || string.CompareOrdinal(text, Namespace) < 0);

    /// <summary>Whether the comment at the top belongs to the file: a blank line or a namespace comes after it.</summary>
    private static bool HasHeader(CompilationUnitSyntax file) =>
        file.Members.FirstOrDefault() is BaseNamespaceDeclarationSyntax
        || file.GetLeadingTrivia() is [.., { RawKind: (int)SyntaxKind.EndOfLineTrivia }, { RawKind: (int)SyntaxKind.EndOfLineTrivia }];
}
