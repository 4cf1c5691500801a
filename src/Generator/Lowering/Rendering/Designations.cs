using CoroGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Rendering;

/// <summary>The declaration of a hoisted variable in an expression becomes the variable: <c>out var x</c> → <c>out x</c>.</summary>
internal static class Designations
{
    public static bool TryWrite(DeclarationExpressionSyntax declaration, Renderer renderer)
    {
        if (PatternVariables.Of(declaration.Designation, renderer.Context).Count == 0)
            return false;
        renderer.Around(declaration, () => Write(declaration.Designation, renderer));
        return true;
    }

    private static void Write(VariableDesignationSyntax designation, Renderer renderer)
    {
        switch (designation)
        {
            case ParenthesizedVariableDesignationSyntax tuple:
                renderer.Text.AppendLiteral("(");
                for (var i = 0; i < tuple.Variables.Count; i++)
                {
                    renderer.Text.AppendLiteral(i == 0 ? "" : ", ");
                    Write(tuple.Variables[i], renderer);
                }

                renderer.Text.AppendLiteral(")");
                break;
            case SingleVariableDesignationSyntax single when renderer.Context.Model.GetDeclaredSymbol(single) is { } symbol && renderer.Context.Variables.Of(symbol) is { } variable:
                renderer.Writes = true;
                renderer.Text.AppendAssigned(variable, ConditionalCode.Of(single, renderer.Root));
                break;
            default:
                renderer.Text.AppendLiteral("_");
                break;
        }
    }
}
