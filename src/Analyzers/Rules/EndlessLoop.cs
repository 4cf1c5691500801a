using CoroGen.Analyzers.Bodies;
using CoroGen.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroGen.Analyzers;

/// <summary>CORO204: a loop that may run for ever, and never suspends on some way round.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndlessLoop() : BodyRule(DiagnosticDescriptors.EndlessLoop)
{
    private protected override IEnumerable<Diagnostic> Check(CoroutineBody body, CancellationToken cancellation)
    {
        if (!HasCycles(body) || body.Graph is not { } graph)
            return [];
        return StuckCycles.In(body, graph).Select(cycle => PlaceOf(cycle, body)).OfType<SyntaxNode>().Distinct()
            .Select(place => At(Keyword(place).GetLocation(), Facts.Of((Facts.Handle, CanSuspend(place, body) ? body.Handle.Name : null)), body.Handle.Name));
    }

    /// <summary>Whether a look at the syntax leaves a loop in doubt. A graph is made for those only: it takes as long as all the other rules.</summary>
    private static bool HasCycles(CoroutineBody body) => body.Root.Syntax.DescendantNodes().Any(node => node switch
    {
        GotoStatementSyntax => true,
        ForStatementSyntax loop => !Counts(loop) && !SuspendsEachTurn(loop.Statement, body),
        WhileStatementSyntax loop => !SuspendsEachTurn(loop.Statement, body),
        DoStatementSyntax loop => !SuspendsEachTurn(loop.Statement, body),
        _ => false,
    });

    /// <summary>Whether each turn writes, last, a variable of the condition.</summary>
    private static bool Counts(ForStatementSyntax loop) => loop.Condition is { } condition && loop.Incrementors.Any(incrementor => incrementor switch
    {
        PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax counter } => Mentions(condition, counter),
        PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax counter } => Mentions(condition, counter),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax counter } => Mentions(condition, counter),
        _ => false,
    });

    private static bool Mentions(ExpressionSyntax condition, IdentifierNameSyntax variable) =>
        condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Identifier.ValueText);

    /// <summary>Whether one of its statements is a suspension, and nothing jumps past it.</summary>
    private static bool SuspendsEachTurn(StatementSyntax loopBody, CoroutineBody body) =>
        (loopBody is BlockSyntax block ? block.Statements : [loopBody]).Any(statement => statement switch
        {
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: var value } } => body.IsSuspension(value),
            ExpressionStatementSyntax { Expression: var value } => body.IsSuspension(value),
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value }] } => body.IsSuspension(value),
            _ => false,
        })
        && !loopBody.DescendantNodes().Any(node => node is ContinueStatementSyntax or TryStatementSyntax);

    /// <summary>The innermost loop that the whole cycle stands in; the label of one that <c>goto</c> makes.</summary>
    private static SyntaxNode? PlaceOf(IReadOnlyList<IOperation> cycle, CoroutineBody body)
    {
        if (cycle.Count == 0)
            return body.Root.Syntax.DescendantNodes().OfType<ForStatementSyntax>().FirstOrDefault(IsEmpty);
        var (first, last) = (cycle.Min(operation => operation.Syntax.SpanStart), cycle.Max(operation => operation.Syntax.Span.End));
        var around = body.Root.Syntax.FindToken(first).Parent!.AncestorsAndSelf().TakeWhile(node => body.Root.Syntax.FullSpan.Contains(node.FullSpan)).Where(node => node.Span.End >= last);
        return around.FirstOrDefault(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
            ?? body.Root.Syntax.DescendantNodes().OfType<LabeledStatementSyntax>().LastOrDefault(label => label.SpanStart <= first);
    }

    private static bool IsEmpty(ForStatementSyntax loop) => loop is { Condition: null, Incrementors.Count: 0, Statement: EmptyStatementSyntax or BlockSyntax { Statements.Count: 0 } };

    private static SyntaxToken Keyword(SyntaxNode place) => place switch
    {
        CommonForEachStatementSyntax loop => loop.ForEachKeyword,
        LabeledStatementSyntax label => label.Identifier,
        _ => place.GetFirstToken(),
    };

    /// <summary>Whether a suspension may be put into the loop: nothing there belongs to the thread or its stack.</summary>
    private static bool CanSuspend(SyntaxNode place, CoroutineBody body) =>
        place is not LabeledStatementSyntax
        && !place.Ancestors().Any(node => node is LockStatementSyntax or FixedStatementSyntax or UnsafeStatementSyntax)
        && !body.Operations.Any(operation => operation is Microsoft.CodeAnalysis.Operations.IVariableDeclaratorOperation { Symbol: var local } && (local.RefKind != RefKind.None || local.Type.IsRefLikeType || local.Type is IPointerTypeSymbol));
}
