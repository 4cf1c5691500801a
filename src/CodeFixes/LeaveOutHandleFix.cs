using System.Composition;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroGen.CodeFixes;

/// <summary>CORO026: <c>co.Launch(Serve(co, "A"))</c> becomes <c>co.Launch(Serve("A"))</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveOutHandleFix)), Shared]
public sealed class LeaveOutHandleFix : DocumentFix
{
    private protected override string Id => Rules.CallForCoroutine.Id;

    private protected override string Title => "Leave out the handle";

    private protected override bool CanFix(SyntaxNode declaration) => declaration.FirstAncestorOrSelf<ArgumentSyntax>() is not null;

    private protected override void Fix(SyntaxNode declaration, NameSyntax? name, SyntaxEditor editor) =>
        editor.RemoveNode(declaration.FirstAncestorOrSelf<ArgumentSyntax>()!);
}
