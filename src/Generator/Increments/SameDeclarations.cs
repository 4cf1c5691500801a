using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Increments;

/// <summary>
/// Whether two versions of a file declare the same: they differ in nothing but bodies, initializers of fields, and comments. In doubt they do not. (<c>SyntaxTree.IsEquivalentTo</c> is
/// meant for the same, but in Roslyn 4.14 it takes no notice of the default value of a parameter that stands after a field.)
/// </summary>
internal static class SameDeclarations
{
    public static bool Have(SyntaxTree one, SyntaxTree other) =>
        one.FilePath == other.FilePath
        && one.Options.Equals(other.Options)
        && AreIn(one.GetRoot(), other.GetRoot())
        && DirectivesIn(one.GetRoot()).SequenceEqual(DirectivesIn(other.GetRoot()))
        && !BodiesTellFields(one.GetRoot()) && !BodiesTellFields(other.GetRoot());

    private static bool AreIn(SyntaxNode one, SyntaxNode other)
    {
        var open = new Stack<(SyntaxNode, SyntaxNode)>([(one, other)]);
        while (open.Count > 0)
        {
            (one, other) = open.Pop();
            if (one.IsIncrementallyIdenticalTo(other))
                continue;
            var (parts, others) = (one.ChildNodesAndTokens(), other.ChildNodesAndTokens());
            if (one.RawKind != other.RawKind || parts.Count != others.Count)
                return false;
            foreach (var (part, another) in parts.Zip(others, (part, another) => (part, another)))
            {
                if (part.RawKind != another.RawKind || (part.IsToken && part.AsToken().Text != another.AsToken().Text))
                    return false;
                if (part.AsNode() is { } node && !IsBody(node, one))
                    open.Push((node, another.AsNode()!));
            }
        }

        return true;
    }

    /// <summary>What nobody else sees. The value of a constant is seen.</summary>
    private static bool IsBody(SyntaxNode node, SyntaxNode around) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax => true,
        EqualsValueClauseSyntax => around is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } && !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    /// <summary><c>#nullable</c> says what the types mean that follow.</summary>
    private static IEnumerable<string> DirectivesIn(SyntaxNode root) =>
        root.ContainsDirectives ? root.DescendantTrivia().Where(trivia => trivia.IsDirective).Select(trivia => trivia.ToString()) : [];

    /// <summary>Whether bodies tell which fields a struct has: an accessor that mentions <c>field</c>, and a member that captures a parameter of the constructor, make one.</summary>
    private static bool BodiesTellFields(SyntaxNode root) => root
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .Any(static node => node is StructDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword }
            && (((TypeDeclarationSyntax)node).ParameterList is not null || node.DescendantNodes().OfType<FieldExpressionSyntax>().Any()));
}
