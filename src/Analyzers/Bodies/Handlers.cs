using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>Tells which <c>catch</c> clauses a cancellation of the coroutine comes to.</summary>
internal static class Handlers
{
    /// <summary>Whether the clause catches a cancellation: its type and filter allow it, and no clause before it takes it.</summary>
    public static bool CatchesCancellation(ICatchClauseOperation clause, Compilation compilation) =>
        Catches(clause, compilation) != false
        && clause.Parent is ITryOperation @try
        && !@try.Catches.TakeWhile(other => other != clause).Any(other => Catches(other, compilation) == true);

    /// <summary>Whether the clause is there for cancellations: it names them, and nothing more general.</summary>
    public static bool IsForCancellation(ICatchClauseOperation clause) =>
        clause.ExceptionType is { } type && (Names.IsRuntimes(type, "CoroutineCanceledException") || type.ToDisplayString() == "System.OperationCanceledException");

    /// <summary>The variable of the exception, or null.</summary>
    public static ILocalSymbol? VariableOf(ICatchClauseOperation clause) => (clause.ExceptionDeclarationOrExpression as IVariableDeclaratorOperation)?.Symbol;

    /// <summary>False, too, when a filter may well tell cancellations apart; null when it depends on other things.</summary>
    private static bool? Catches(ICatchClauseOperation clause, Compilation compilation)
    {
        var variable = VariableOf(clause);
        var filter = new CancellationFilter(compilation, operation => operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, variable));
        return filter.Is(clause.ExceptionType) switch
        {
            false => false,
            true when filter.Holds(clause.Filter) is { } holds => holds,
            true when filter.IsOpaque => false,
            _ => null,
        };
    }
}
