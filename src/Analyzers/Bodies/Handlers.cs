using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>Tells which <c>catch</c> clauses a cancellation of the coroutine comes to.</summary>
internal static class Handlers
{
    /// <summary>Whether the clause catches a cancellation: its type and filter allow it, and no clause before it takes it.</summary>
    public static bool CatchesCancellation(ICatchClauseOperation clause, Compilation compilation) =>
        Catches(clause, compilation) != false
        && clause.Parent is ITryOperation @try
        && !@try.Catches.TakeWhile(other => other != clause).Any(other => Catches(other, compilation) == true || AsksAboutCancellation(other));

    /// <summary>Whether the filter names the coroutine's cancellation: who does that means what becomes of it.</summary>
    public static bool NamesCancellation(ICatchClauseOperation clause) => clause.Filter is { } filter && Mentions(filter.Syntax, "CoroutineCanceledException");

    /// <summary>Whether the clause is there for cancellations: it names them, and nothing more general.</summary>
    public static bool IsForCancellation(ICatchClauseOperation clause) =>
        clause.ExceptionType is { } type && (Names.IsRuntimes(type, "CoroutineCanceledException") || type.ToDisplayString() == "System.OperationCanceledException");

    /// <summary>The variable of the exception, or null.</summary>
    public static ILocalSymbol? VariableOf(ICatchClauseOperation clause) => (clause.ExceptionDeclarationOrExpression as IVariableDeclaratorOperation)?.Symbol;

    /// <summary>Whether the filter hands the exception to a method that names the cancellation, and so has told about it already.</summary>
    private static bool AsksAboutCancellation(ICatchClauseOperation clause) =>
        VariableOf(clause) is { } variable
        && clause.Filter is { } filter
        && filter.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call =>
            call.Arguments.Any(argument => argument.Value is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, variable))
            && call.TargetMethod.DeclaringSyntaxReferences.Any(method => Mentions(method.GetSyntax(), "CoroutineCanceledException", nameof(OperationCanceledException))));

    private static bool Mentions(SyntaxNode code, params string[] types) => code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => types.Contains(name.Identifier.ValueText));

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
