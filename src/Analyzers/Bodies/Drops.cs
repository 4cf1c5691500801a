using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>Calls whose result nobody gets: statements, assignments to <c>_</c>, and locals that are never read.</summary>
internal static class Drops
{
    /// <summary>The calls among the operations of a body that are dropped.</summary>
    public static IEnumerable<IInvocationOperation> In(IEnumerable<IOperation> operations, CoroutineBody body) =>
        operations.Select(operation => operation switch
        {
            IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IDiscardOperation } discarded } => CallIn(discarded.Value),
            IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assigned } when IsDead(target.Local, body) => CallIn(assigned.Value),
            IExpressionStatementOperation statement => CallIn(statement.Operation),
            IVariableDeclaratorOperation { Initializer: { } initial } variable when !IsUsing(variable) && IsDead(variable.Symbol, body) => CallIn(initial.Value),
            _ => null,
        }).OfType<IInvocationOperation>();

    private static IInvocationOperation? CallIn(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => CallIn(conversion.Operand),
        IConditionalAccessOperation access => CallIn(access.WhenNotNull),
        IInvocationOperation call => call,
        _ => null,
    };

    /// <summary>Whether a local is only ever written.</summary>
    private static bool IsDead(ILocalSymbol local, CoroutineBody body) => !body.Root.Descendants().Any(operation =>
        operation is ILocalReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Local, local)
        && !(reference.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment && assignment.Target == reference));

    private static bool IsUsing(IVariableDeclaratorOperation variable) => variable.Parent?.Parent?.Parent is IUsingDeclarationOperation or IUsingOperation;
}
