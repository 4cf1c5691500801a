using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>The variables of a body that change where the flow does not see it: by functions inside of it, which may run at each call, and through references.</summary>
internal sealed class FunctionWrites
{
    private readonly HashSet<ISymbol> _byFunctions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _referenced = new(SymbolEqualityComparer.Default);
    private readonly List<(ISymbol Variable, SyntaxNode Place)> _writes = [];

    /// <summary>What lambdas and local functions write, and what references are made to.</summary>
    public static FunctionWrites In(IOperation body)
    {
        var writes = new FunctionWrites();
        writes.Read(body, function: null);
        return writes;
    }

    /// <summary>An operation that may run a function which writes variables.</summary>
    public void Forget(IOperation operation, FlowState state)
    {
        if (_byFunctions.Count > 0 && operation is IInvocationOperation or IObjectCreationOperation or IAwaitOperation or IDynamicInvocationOperation)
            ForgetAll(_byFunctions, state);
    }

    /// <summary>Nothing is ever known of what can be written through a reference.</summary>
    public void ForgetReferenced(FlowState state) => ForgetAll(_referenced, state);

    /// <summary>Takes away what may no longer hold when the lambda runs.</summary>
    public void ForgetWrittenAfter(IFlowAnonymousFunctionOperation lambda, FlowState state)
    {
        ForgetAll(_byFunctions, state);
        ForgetAll(_writes.Where(write => write.Place.SpanStart > lambda.Syntax.Span.End || IsRepeated(write.Variable, write.Place, lambda.Syntax)).Select(write => write.Variable), state);
    }

    private void Read(IOperation operation, ISymbol? function)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (WrittenBy(child) is { } written)
            {
                _writes.Add((written, child.Syntax));
                if (IsForeign(written, function))
                    _byFunctions.Add(written);
            }

            if (VariableOf(TaskCollections.ChangedBy(child)) is { } changed && IsForeign(changed, function))
                _byFunctions.Add(changed);
            if (ReferencedBy(child) is { } referenced)
                _referenced.Add(referenced);
            Read(child, (child as IAnonymousFunctionOperation)?.Symbol ?? (child as ILocalFunctionOperation)?.Symbol ?? function);
        }
    }

    private static bool IsForeign(ISymbol variable, ISymbol? function) => function is not null && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function);

    /// <summary>Whether a loop comes back to the lambda after the variable was written.</summary>
    private static bool IsRepeated(ISymbol variable, SyntaxNode write, SyntaxNode lambda) => lambda.Ancestors().Any(loop =>
        loop is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
        && loop.Span.Contains(write.Span)
        && !variable.DeclaringSyntaxReferences.Any(declaration => loop.Span.Contains(declaration.Span)));

    private static void ForgetAll(IEnumerable<ISymbol> variables, FlowState state)
    {
        foreach (var variable in variables)
            state.Forget(variable);
    }

    private static ISymbol? WrittenBy(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => VariableOf(assignment.Target),
        IIncrementOrDecrementOperation increment => VariableOf(increment.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => VariableOf(argument.Value),
        _ => null,
    };

    private static ISymbol? ReferencedBy(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None, Initializer.Value: var value } => VariableOf(value),
        ISimpleAssignmentOperation { IsRef: true, Value: var value } => VariableOf(value),
        IAddressOfOperation address => VariableOf(address.Reference),
        _ => null,
    };

    private static ISymbol? VariableOf(IOperation? value) => value switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
