using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>A block becomes part of the flat list: its locals are hoisted, its labels have fresh names.</summary>
internal static class Block
{
    public static void Lower(BlockSyntax block, LoweringContext context)
    {
        context.EnterScope(block);
        LowerList(block.Statements, 0, context);
    }

    /// <summary>Lowers the statements from an index on. A <c>using</c> declaration takes all that follow it.</summary>
    public static void LowerList(SyntaxList<StatementSyntax> statements, int from, LoweringContext context)
    {
        if (from == 0)
            DeclareLabels(statements, context);
        for (var i = from; i < statements.Count; i++)
        {
            if (statements[i] is LocalDeclarationStatementSyntax declaration && !declaration.UsingKeyword.IsMissing && declaration.UsingKeyword.Text.Length > 0)
            {
                Using.LowerDeclaration(declaration, statements, i + 1, context);
                return;
            }

            StatementLowering.Lower(statements[i], context);
        }
    }

    private static void DeclareLabels(SyntaxList<StatementSyntax> statements, LoweringContext context)
    {
        foreach (var statement in statements)
        {
            for (var labeled = statement as LabeledStatementSyntax; labeled is not null; labeled = labeled.Statement as LabeledStatementSyntax)
                context.Jumps.AddLabel(context.Model.GetDeclaredSymbol(labeled)!, context.NewTarget(labeled.Identifier.ValueText));
        }
    }
}
