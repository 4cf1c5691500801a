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

    private static bool HasCycles(CoroutineBody body) => body.Root.Syntax.DescendantNodes().Any(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or GotoStatementSyntax);

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
