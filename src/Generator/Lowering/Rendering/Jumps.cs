using CoroGen.Generator.Lowering.Ir;
using CoroGen.Generator.Lowering.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Rendering;

/// <summary>Jumps of a copied statement to where a lowered one leads: <c>break;</c> → <c>goto __end_1;</c></summary>
internal static class Jumps
{
    public static bool TryWrite(StatementSyntax statement, Renderer renderer)
    {
        if (statement is ReturnStatementSyntax result)
        {
            var text = Return.Render(result, renderer);
            renderer.Around(statement, () => renderer.Text.AppendFormatted(text));
            return true;
        }

        var target = statement switch
        {
            BreakStatementSyntax => renderer.Context.Jumps.OfBreak(statement),
            ContinueStatementSyntax => renderer.Context.Jumps.OfContinue(statement),
            GotoStatementSyntax jump => renderer.Context.Jumps.OfGoto(jump),
            _ => null,
        };
        if (target is not null)
        {
            var text = renderer.Context.JumpTo(target, renderer.Context.Places.Claim(statement.Span));
            renderer.Around(statement, () => renderer.Text.AppendFormatted(text));
            return true;
        }

        if (statement is not ThrowStatementSyntax { Expression: null } || renderer.Context.Jumps.OfRethrow(statement) is not { } exception)
            return false;
        renderer.Around(statement, () => renderer.Text.AppendFormatted(Fragment.Of($"throw {GeneratedNames.Services}.Rethrow({exception});")));
        return true;
    }
}
