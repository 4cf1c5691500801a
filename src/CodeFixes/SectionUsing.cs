using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace CoroGen.CodeFixes;

/// <summary>A <c>using</c> statement in a section of a switch: from a statement on, to the jump that ends the section.</summary>
internal static class SectionUsing
{
    /// <summary>Whether what follows the statement can stand in a block of its own: it declares nothing that other sections use, and has no label.</summary>
    public static bool CanHold(SwitchSectionSyntax section, StatementSyntax statement)
    {
        var held = Held(section.Statements, section.Statements.IndexOf(statement)).ToList();
        var declared = new HashSet<string>(held.OfType<LocalDeclarationStatementSyntax>().SelectMany(local => local.Declaration.Variables).Select(variable => variable.Identifier.ValueText));
        return held.TrueForAll(each => each is not (LabeledStatementSyntax or LocalFunctionStatementSyntax))
            && !section.Parent!.DescendantNodes(node => node is not SwitchSectionSyntax || node != section).OfType<IdentifierNameSyntax>().Any(name => declared.Contains(name.Identifier.ValueText));
    }

    /// <summary>The section with <c>using (call) { … }</c> in place of the statement and what follows.</summary>
    public static SwitchSectionSyntax Hold(SwitchSectionSyntax section, StatementSyntax statement, ExpressionSyntax call)
    {
        var text = statement.ToString();
        var index = section.Statements.IndexOf(other => other.ToString() == text);
        if (index < 0)
            return section;
        var held = Held(section.Statements, index).ToList();
        var whole = SyntaxFactory.UsingStatement(declaration: null, call.WithoutTrivia(), SyntaxFactory.Block(held)).WithTriviaFrom(section.Statements[index]).WithAdditionalAnnotations(Formatter.Annotation);
        return section.WithStatements([.. section.Statements.Take(index), whole, .. section.Statements.Skip(index + 1 + held.Count)]);
    }

    private static IEnumerable<StatementSyntax> Held(SyntaxList<StatementSyntax> statements, int index) =>
        statements.Skip(index + 1).TakeWhile(statement => statement is not (BreakStatementSyntax or GotoStatementSyntax or ContinueStatementSyntax));
}
