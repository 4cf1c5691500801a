using CoroGen.Generator.Lowering.Locals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroGen.Generator.Lowering.Regions;

/// <summary>Where <c>break</c>, <c>continue</c>, <c>goto</c> and <c>throw;</c> lead when the statement that they refer to is lowered.</summary>
internal sealed class JumpTargets(SemanticModel model)
{
    private readonly Dictionary<SyntaxNode, Target> _breaks = [];
    private readonly Dictionary<SyntaxNode, Target> _continues = [];
    private readonly Dictionary<SyntaxNode, Target> _sections = [];
    private readonly Dictionary<SyntaxNode, Variable> _handlers = [];
    private readonly Dictionary<ISymbol, Target> _labels = new(SymbolEqualityComparer.Default);

    public void AddLoop(SyntaxNode loop, Target onBreak, Target onContinue)
    {
        _breaks.Add(loop, onBreak);
        _continues.Add(loop, onContinue);
    }

    public void AddSwitch(SwitchStatementSyntax node, Target onBreak) => _breaks.Add(node, onBreak);

    public void AddSection(SwitchSectionSyntax section, Target target) => _sections.Add(section, target);

    public Target OfSection(SwitchSectionSyntax section) => _sections[section];

    public void AddLabel(ISymbol label, Target target) => _labels.Add(label, target);

    /// <summary>Notes a <c>catch</c> block that runs after its <c>try</c>, and the variable that keeps the exception.</summary>
    public void AddHandler(CatchClauseSyntax clause, Variable exception) => _handlers.Add(clause, exception);

    /// <summary>The target, or null when the statement round it is copied, and the jump with it.</summary>
    public Target? OfBreak(SyntaxNode jump) =>
        Around(jump, node => node is SwitchStatementSyntax || IsLoop(node)) is { } left && _breaks.TryGetValue(left, out var target) ? target : null;

    public Target? OfContinue(SyntaxNode jump) => Around(jump, IsLoop) is { } loop && _continues.TryGetValue(loop, out var target) ? target : null;

    public Target? OfGoto(GotoStatementSyntax jump)
    {
        if (!jump.IsKind(SyntaxKind.GotoStatement))
            return GotoCase.SectionOf(jump, model) is { } section && _sections.TryGetValue(section, out var found) ? found : null;
        return jump.Expression is not null && model.GetSymbolInfo(jump.Expression).Symbol is { } label ? OfLabel(label) : null;
    }

    public Target? OfLabel(ISymbol label) => _labels.TryGetValue(label, out var target) ? target : null;

    /// <summary>The variable that has the exception to throw again, or null when the <c>catch</c> is in place.</summary>
    public Variable? OfRethrow(SyntaxNode statement) =>
        Around(statement, node => node is CatchClauseSyntax) is { } clause && _handlers.TryGetValue(clause, out var exception) ? exception : null;

    private static bool IsLoop(SyntaxNode node) => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    /// <summary>The innermost such node round the jump, in the same function.</summary>
    private static SyntaxNode? Around(SyntaxNode jump, Func<SyntaxNode, bool> isIt)
    {
        for (var node = jump.Parent; node is not null and not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); node = node.Parent)
        {
            if (isIt(node))
                return node;
        }

        return null;
    }
}
