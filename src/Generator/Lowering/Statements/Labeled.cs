using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Statements;

/// <summary>A label of the user's: <c>again: S(co);</c> → <c>__again_1: …</c></summary>
internal static class Labeled
{
    public static void Lower(LabeledStatementSyntax labeled, LoweringContext context)
    {
        context.Mark(context.Jumps.OfLabel(context.Model.GetDeclaredSymbol(labeled)!)!);
        context.At(SequencePoints.OfLabel(labeled));
        StatementLowering.Lower(labeled.Statement, context);
    }
}
