using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>A block becomes part of the flat list: its locals are hoisted, its labels have fresh names.</summary>
internal static class Block
{
    public static void Lower(BlockSyntax block, LoweringContext context)
    {
        context.At(block.OpenBraceToken.Span);
        context.EnterScope(block);
        LowerList(block.Statements, 0, context);
        context.AtEnd(block.CloseBraceToken.Span);
    }

    /// <summary>Lowers the statements from an index on. A <c>using</c> declaration takes all that follow it.</summary>
    public static void LowerList(SyntaxList<StatementSyntax> statements, int from, LoweringContext context)
    {
        var until = from;
        while (until < statements.Count && !IsUsing(statements[until]))
            until++;
        DeclareLabels(statements.Skip(from).Take(until - from + 1), context);
        for (var i = from; i < until; i++)
            StatementLowering.Lower(statements[i], context);
        if (until < statements.Count)
            Using.LowerDeclaration((LocalDeclarationStatementSyntax)Labeled.Open(statements[until], context), statements, until + 1, context);
    }

    /// <summary>Declares the labels of all sections, which can jump to each other's. No <c>using</c> declaration stands there.</summary>
    public static void DeclareLabels(SwitchStatementSyntax node, LoweringContext context) => DeclareLabels(node.Sections.SelectMany(section => section.Statements), context);

    private static bool IsUsing(StatementSyntax statement) =>
        Labeled.Inner(statement) is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword };

    /// <summary>Those behind a <c>using</c> declaration stand in its <c>try</c>; nothing before it may jump there.</summary>
    private static void DeclareLabels(IEnumerable<StatementSyntax> statements, LoweringContext context)
    {
        foreach (var statement in statements)
        {
            for (var labeled = statement as LabeledStatementSyntax; labeled is not null; labeled = labeled.Statement as LabeledStatementSyntax)
                context.Jumps.AddLabel(context.Model.GetDeclaredSymbol(labeled)!, context.NewTarget(labeled.Identifier.ValueText));
        }
    }
}
