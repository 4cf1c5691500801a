using System.Composition;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>CORO002: marks a method with a handle <c>[Coroutine]</c>, and makes the types round it partial, as a coroutine needs them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddAttributeFix)), Shared]
public sealed class AddAttributeFix : DocumentFix
{
    private protected override string Id => Rules.MissingAttribute.Id;

    private protected override string Title => "Mark it '[Coroutine]'";

    private protected override bool CanFix(SyntaxNode declaration) => declaration is MethodDeclarationSyntax;

    private protected override string RuntimeType => "CoroutineAttribute";

    private protected override void Fix(SyntaxNode declaration, NameSyntax? name, SyntaxEditor editor) =>
        editor.ReplaceNode(declaration, (current, _) => Mark((MethodDeclarationSyntax)current, name!, RuntimeNames.EndOfLine(editor.OriginalRoot)));

    private protected override void FixRound(IEnumerable<SyntaxNode> declarations, SyntaxEditor editor) => PartialTypes.MakeRound(declarations, editor);

    /// <summary>Puts the attribute first, on a line of its own when the method begins a line.</summary>
    private static MethodDeclarationSyntax Mark(MethodDeclarationSyntax method, NameSyntax name, SyntaxTrivia endOfLine)
    {
        var leading = method.GetLeadingTrivia();
        var mark = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(name))).WithLeadingTrivia(leading);
        mark = leading switch
        {
            [.., { RawKind: (int)SyntaxKind.WhitespaceTrivia } indentation] => mark.WithTrailingTrivia(endOfLine, indentation),
            _ => mark.WithTrailingTrivia(SyntaxFactory.Space),
        };
        var bare = method.WithoutLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, mark));
    }
}
