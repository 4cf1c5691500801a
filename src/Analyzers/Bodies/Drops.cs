using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>Calls whose result nobody gets: statements, assignments to <c>_</c>, and locals that are never read.</summary>
internal static class Drops
{
    /// <summary>The calls of some kind that the body drops, or the plain functions inside of it, which may run at any time; coroutines inside are bodies of their own.</summary>
    public static IEnumerable<IInvocationOperation> In(CoroutineBody body, Func<IInvocationOperation, bool> isOfKind)
    {
        var read = new Lazy<HashSet<ILocalSymbol>>(() => new(body.Root.Descendants().OfType<ILocalReferenceOperation>().Where(IsRead).Select(reference => reference.Local), SymbolEqualityComparer.Default));
        return
            from operation in body.Root.Descendants()
            let call = operation switch
            {
                IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IDiscardOperation or ILocalReferenceOperation } assigned } => CallIn(assigned.Value),
                IExpressionStatementOperation statement => CallIn(statement.Operation),
                IVariableDeclaratorOperation { Initializer: { } initial } variable when !IsUsing(variable) => CallIn(initial.Value),
                _ => null,
            }
            where call is not null && isOfKind(call) && (LocalIn(operation) is not { } local || !read.Value.Contains(local)) && !CoroutineBodies.EnclosingFunctions(operation, body.Root).Any(CoroutineBodies.IsCoroutine)
            select call;
    }

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
