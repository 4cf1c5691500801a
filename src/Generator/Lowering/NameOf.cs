using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering;

/// <summary>Recognises what stands inside <c>nameof(…)</c>: it is a name and no use.</summary>
internal static class NameOf
{
    public static bool Contains(SyntaxNode node) => node.Ancestors().OfType<InvocationExpressionSyntax>().Any(call =>
        call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && call.ArgumentList.Arguments.Count == 1);
}
