using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>A label of the user's: <c>again: S(co);</c> → <c>__again_1: …</c></summary>
internal static class Labeled
{
    public static void Lower(LabeledStatementSyntax labeled, LoweringContext context) => StatementLowering.Lower(Open(labeled, context), context);

    /// <summary>Marks the labels of a statement, and gives what they stand before.</summary>
    public static StatementSyntax Open(StatementSyntax statement, LoweringContext context)
    {
        for (; statement is LabeledStatementSyntax labeled; statement = labeled.Statement)
        {
            context.Mark(context.Jumps.OfLabel(context.Model.GetDeclaredSymbol(labeled)!)!);
            context.At(SequencePoints.OfLabel(labeled));
        }

        return statement;
    }

    public static StatementSyntax Inner(StatementSyntax statement) => statement is LabeledStatementSyntax labeled ? Inner(labeled.Statement) : statement;
}
