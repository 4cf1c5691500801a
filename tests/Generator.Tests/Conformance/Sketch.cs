using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Tests.Conformance;

/// <summary>
/// A form as a piece of C# in which <c>S</c> stands for anything that suspends and every other letter for anything: <c>a[i] = S</c>. Values of literals, and further operands, statements and
/// modifiers between those of the sketch make no difference.
/// </summary>
internal sealed class Sketch
{
    private const string Suspension = "S";
    private const string Handle = "co";

    private readonly SyntaxNode _pattern;

    private Sketch(SyntaxNode pattern) => _pattern = pattern;

    /// <summary>The sketch, or null when the text is no C#.</summary>
    public static Sketch? Parse(string text) => CSharpFragment.Parse(text) is { } pattern ? new Sketch(pattern) : null;

    /// <summary>Whether a node of the kind stands in the sketch.</summary>
    public bool Has(SyntaxKind kind) => _pattern.DescendantNodesAndSelf().Any(node => node.IsKind(kind));

    /// <summary>Whether a node of the kind stands in the sketch and contains the suspension.</summary>
    public bool HasSuspensionIn(SyntaxKind kind) => _pattern.DescendantNodesAndSelf().Any(node => node.IsKind(kind) && node.DescendantNodes().Any(IsSuspension));

    public bool OccursIn(SyntaxNode code) => code.DescendantNodesAndSelf().Any(node => Fits(_pattern, node));

    private static bool Fits(SyntaxNode pattern, SyntaxNode node) => (pattern, node) switch
    {
        ({ } any, ExpressionSyntax expression) when IsSuspension(any) => Suspends(expression),
        (ExpressionStatementSyntax { Expression: var any }, StatementSyntax statement) when IsSuspension(any) => Suspends(statement),
        (ExpressionStatementSyntax { Expression: var any }, StatementSyntax) when IsAnything(any) => true,
        (ConstantPatternSyntax { Expression: var any }, PatternSyntax) when IsAnything(any) => true,
        (IdentifierNameSyntax { Identifier.Text: "var" }, TypeSyntax) => true,
        ({ } any, ExpressionSyntax or PatternSyntax) when IsAnything(any) => true,
        (not ParenthesizedExpressionSyntax, ParenthesizedExpressionSyntax { Expression: var inner }) => Fits(pattern, inner),
        (BlockSyntax { Statements: [var only] }, StatementSyntax and not BlockSyntax) => Fits(only, node),
        _ => pattern.RawKind == node.RawKind && PartsFit(pattern.ChildNodesAndTokens(), node.ChildNodesAndTokens()),
    };

    /// <summary>Whether the pattern's parts are found among the others, in their order.</summary>
    private static bool PartsFit(ChildSyntaxList pattern, ChildSyntaxList others)
    {
        var next = others.GetEnumerator();
        foreach (var part in pattern)
        {
            do
            {
                if (!next.MoveNext())
                    return false;
            }
            while (!PartFits(part, next.Current));
        }

        return true;
    }

    private static bool PartFits(SyntaxNodeOrToken pattern, SyntaxNodeOrToken other)
    {
        if (pattern.AsNode() is { } node)
            return other.AsNode() is { } otherNode && Fits(node, otherNode);
        return pattern.RawKind == other.RawKind && (pattern.AsToken().Text == other.AsToken().Text || IsAnything(pattern.AsToken()));
    }

    private static bool IsAnything(SyntaxNode node) => node is IdentifierNameSyntax { Identifier.Text: { Length: 1 } and not Suspension };

    private static bool IsAnything(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.IdentifierToken => token.Text.Length == 1,
        SyntaxKind.NumericLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.CharacterLiteralToken => true,
        _ => false,
    };

    private static bool IsSuspension(SyntaxNode node) => node is IdentifierNameSyntax { Identifier.Text: Suspension };

    private static bool Suspends(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call =>
        call.ArgumentList.Arguments.Any(argument => IsHandle(argument.Expression)) || call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && IsHandle(receiver));

    private static bool IsHandle(ExpressionSyntax expression) => expression is IdentifierNameSyntax { Identifier.Text: Handle };
}
