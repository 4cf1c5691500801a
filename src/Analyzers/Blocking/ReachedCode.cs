using CoroGen.Analyzers.Catalogue;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>
/// What runs on the thread that runs a body: its own operations, those of the local functions that it calls, and those of lambdas that run there. Coroutine functions are
/// bodies of their own.
/// </summary>
internal sealed class ReachedCode
{
    private readonly List<IOperation> _operations = [];
    private readonly HashSet<IMethodSymbol> _entered = new(SymbolEqualityComparer.Default);
    private readonly SemanticModel _model;
    private readonly DelegateUse _delegates;
    private readonly bool _withUnknown;

    private ReachedCode(IOperation body, SemanticModel model, KnownMembers members, bool withUnknown)
    {
        _model = model;
        _delegates = new DelegateUse(body, members.Delegates);
        _withUnknown = withUnknown;
    }

    /// <summary>The operations, in the order of the source where nothing is called.</summary>
    /// <param name="body">A method's body.</param>
    /// <param name="model">The model it is from.</param>
    /// <param name="members">The catalogue.</param>
    /// <param name="withUnknown">Whether delegates run here of which nobody knows.</param>
    public static IReadOnlyList<IOperation> Of(IOperation body, SemanticModel model, KnownMembers members, bool withUnknown)
    {
        var code = new ReachedCode(body, model, members, withUnknown);
        code.VisitChildren(body);
        return code._operations;
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case INameOfOperation or ILocalFunctionOperation:
            case IAnonymousFunctionOperation lambda when !RunsHere(_delegates.Of(lambda)):
                return;
            case IMethodReferenceOperation group when !RunsHere(_delegates.Of(group)):
                VisitChildren(group);
                return;
            case IMethodReferenceOperation group:
                Enter(group.Method);
                break;
            case IInvocationOperation call:
                Enter(call.TargetMethod);
                break;
        }

        _operations.Add(operation);
        VisitChildren(operation);
    }

    private void VisitChildren(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
            Visit(child);
    }

    private void Enter(IMethodSymbol method)
    {
        if (method.MethodKind != MethodKind.LocalFunction || CoroutineSymbols.IsCoroutine(method) || !_entered.Add(method.OriginalDefinition))
            return;
        foreach (var declaration in method.OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (_model.GetOperation(declaration.GetSyntax()) is { } function)
                VisitChildren(function);
        }
    }

    private bool RunsHere(DelegateKind kind) => kind == DelegateKind.Here || (_withUnknown && kind == DelegateKind.Unknown);
}
