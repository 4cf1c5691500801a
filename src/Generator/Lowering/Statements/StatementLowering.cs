using CoroGen.Generator.Lowering.Spilling;
using CoroGen.Generator.Refusals;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>Lowers a statement of a flattened scope: copied when nothing in it suspends, otherwise by the file of its form.</summary>
internal static class StatementLowering
{
    public static void Lower(StatementSyntax statement, LoweringContext context)
    {
        var isOurs = statement is LocalDeclarationStatementSyntax or LabeledStatementSyntax or ReturnStatementSyntax { Expression: not null };
        if (!context.Suspends(statement) && !isOurs)
            CopiedStatement.Lower(statement, context);
        else if (SupportTable.Of(statement.Kind()) is Support.Refused refused)
            context.Refuse(Rules.UnsupportedForm, statement, SupportTable.NameOf(statement), refused.Advice);
        else
            LowerForm(statement, context);
    }

    /// <summary>Lowers a statement under <c>if</c>, <c>while</c> …: what its expressions declare is its own.</summary>
    public static void LowerEmbedded(StatementSyntax statement, LoweringContext context)
    {
        if (statement is not BlockSyntax)
            context.EnterScope(statement);
        Lower(statement, context);
    }

    private static void LowerForm(StatementSyntax statement, LoweringContext context)
    {
        if (SequencePoints.OfStart(statement) is { } place)
            context.At(place);
        switch (statement)
        {
            case BlockSyntax block: Block.Lower(block, context); break;
            case LocalDeclarationStatementSyntax declaration: LocalDeclaration.Lower(declaration, context); break;
            case ExpressionStatementSyntax expression: ExpressionStatement.Lower(expression.Expression, context); break;
            case IfStatementSyntax choice: If.Lower(choice, context); break;
            case WhileStatementSyntax loop: Loops.Lower(loop, context); break;
            case DoStatementSyntax loop: Loops.Lower(loop, context); break;
            case ForStatementSyntax loop: Loops.Lower(loop, context); break;
            case CommonForEachStatementSyntax loop: ForEach.Lower(loop, context); break;
            case SwitchStatementSyntax choice: Switch.Lower(choice, context); break;
            case TryStatementSyntax node: Try.Lower(node, context); break;
            case UsingStatementSyntax node: Using.Lower(node, context); break;
            case FixedStatementSyntax node: Fixed.Lower(node, context); break;
            case LockStatementSyntax node: Lock.Lower(node, context); break;
            case CheckedStatementSyntax node: CheckedCode.Lower(node, context); break;
            case UnsafeStatementSyntax node: Block.Lower(node.Block, context); break;
            case LabeledStatementSyntax labeled: Labeled.Lower(labeled, context); break;
            case ReturnStatementSyntax result: Return.Lower(result.Expression!, result, context); break;
            case ThrowStatementSyntax thrown: Throw.Lower(thrown.Expression!, thrown, context); break;
            default: context.Refuse(Rules.UnsupportedForm, statement, SupportTable.NameOf(statement), "write it another way"); break;
        }
    }
}
