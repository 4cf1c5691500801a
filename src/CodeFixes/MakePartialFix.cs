using System.Composition;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>CORO004: declares the type of a coroutine <c>partial</c>, with the types round it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : DocumentFix
{
    private protected override string Id => Rules.NotPartial.Id;

    private protected override string Title => "Declare it 'partial'";

    private protected override bool CanFix(SyntaxNode declaration) => declaration is TypeDeclarationSyntax;

    private protected override void Fix(SyntaxNode declaration, NameSyntax? name, SyntaxEditor editor)
    {
    }

    private protected override void FixRound(IEnumerable<SyntaxNode> declarations, SyntaxEditor editor) => PartialTypes.MakeRound(declarations, editor);
}
