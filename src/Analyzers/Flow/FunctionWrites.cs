using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>The variables of a body that change where the flow does not see it: by functions inside of it, which may run at each call, and through references.</summary>
internal sealed class FunctionWrites
{
    private readonly HashSet<ISymbol> _byFunctions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _referenced = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> _lastWrites = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, HashSet<ISymbol>> _inLoops = [];

    /// <summary>What lambdas and local functions write, and what references are made to.</summary>
    public static FunctionWrites In(IOperation body)
    {
        var writes = new FunctionWrites();
        writes.Read(body, function: null, loop: null);
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
        ForgetAll(_lastWrites.Where(write => write.Value > lambda.Syntax.Span.End).Select(write => write.Key), state);
        foreach (var loop in lambda.Syntax.Ancestors())
        {
            if (_inLoops.TryGetValue(loop, out var repeated))
                ForgetAll(repeated, state);
        }
    }

    private void Read(IOperation operation, ISymbol? function, Loop? loop)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (WrittenBy(child) is { } written)
            {
                Note(written, child.Syntax, loop);
                if (IsForeign(written, function))
                    _byFunctions.Add(written);
            }

            if (VariableOf(TaskCollections.ChangedBy(child)) is { } changed && IsForeign(changed, function))
                _byFunctions.Add(changed);
            if (ReferencedBy(child) is { } referenced)
                _referenced.Add(referenced);
            Read(child, (child as IAnonymousFunctionOperation)?.Symbol ?? (child as ILocalFunctionOperation)?.Symbol ?? function, child is ILoopOperation ? new Loop(child.Syntax, loop) : loop);
        }
    }

    /// <summary>A loop repeats what it writes, of variables that live longer than a turn.</summary>
    private void Note(ISymbol variable, SyntaxNode place, Loop? loop)
    {
        _lastWrites[variable] = _lastWrites.TryGetValue(variable, out var last) ? Math.Max(last, place.SpanStart) : place.SpanStart;
        for (; loop is not null && !variable.DeclaringSyntaxReferences.Any(declaration => loop.Syntax.Span.Contains(declaration.Span)); loop = loop.Around)
        {
            if (!_inLoops.TryGetValue(loop.Syntax, out var written))
                _inLoops.Add(loop.Syntax, written = new(SymbolEqualityComparer.Default));
            written.Add(variable);
        }
    }

    private static bool IsForeign(ISymbol variable, ISymbol? function) => function is not null && !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function);

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

    private sealed record Loop(SyntaxNode Syntax, Loop? Around);
}
