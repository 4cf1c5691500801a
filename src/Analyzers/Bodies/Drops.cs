using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>Calls whose result nobody gets: statements, assignments to <c>_</c>, and locals that are never read; also what is awaited right there, for nobody else has it.</summary>
internal static class Drops
{
    /// <summary>The calls of some kind that the body drops, or the plain functions inside of it, which may run at any time; coroutines inside are bodies of their own.</summary>
    public static IEnumerable<IInvocationOperation> In(CoroutineBody body, Func<IInvocationOperation, bool> isOfKind)
    {
        HashSet<ISymbol>? read = null;
        foreach (var operation in body.AllOperations)
        {
            var call = operation switch
            {
                IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IDiscardOperation or ILocalReferenceOperation } assigned } => CallIn(assigned.Value),
                IExpressionStatementOperation statement => CallIn(statement.Operation),
                IAwaitOperation wait => CallIn(wait.Operation),
                IVariableDeclaratorOperation { Initializer: { } initial } variable when !IsUsing(variable) => CallIn(initial.Value),
                _ => null,
            };
            if (call is not null && isOfKind(call) && !(LocalIn(operation) is { } local && (read ??= ReadIn(body)).Contains(local)) && !CoroutineBodies.EnclosingFunctions(operation, body.Root).Any(CoroutineBodies.IsCoroutine))
                yield return call;
        }
    }

    private static HashSet<ISymbol> ReadIn(CoroutineBody body) => new(body.AllOperations.OfType<ILocalReferenceOperation>().Where(IsRead).Select(reference => reference.Local), SymbolEqualityComparer.Default);

    private static ILocalSymbol? LocalIn(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation variable => variable.Symbol,
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } } => target.Local,
        _ => null,
    };

    private static IInvocationOperation? CallIn(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => CallIn(conversion.Operand),
        IConditionalAccessOperation access => CallIn(access.WhenNotNull),
        IInvocationOperation call => call,
        _ => null,
    };

    /// <summary>Whether the local is not just written.</summary>
    private static bool IsRead(ILocalReferenceOperation reference) => !(reference.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment && assignment.Target == reference);

    private static bool IsUsing(IVariableDeclaratorOperation variable) => variable.Parent?.Parent?.Parent is IUsingDeclarationOperation or IUsingOperation;
}
