using System.Collections.Immutable;
using CoroGen.Analyzers.Catalogue;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>
/// What runs on the thread that runs a body: its own operations, those of the local functions in it that it calls, and those of lambdas that run there. Coroutine functions are
/// bodies of their own.
/// </summary>
internal sealed class ReachedCode
{
    private readonly List<IOperation> _operations = [];
    private readonly HashSet<ISymbol> _entered = new(SymbolEqualityComparer.Default);
    private readonly IOperation _body;
    private readonly SemanticModel _model;
    private readonly DelegateUse _delegates;
    private readonly bool _withUnknown;

    private ReachedCode(IOperation body, SemanticModel model, DelegateKinds kinds, bool withUnknown)
    {
        _body = body;
        _model = model;
        _delegates = new DelegateUse(body, kinds, ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default));
        _withUnknown = withUnknown;
    }

    /// <summary>The operations that may call something, in the order of the source where nothing is called.</summary>
    public IReadOnlyList<IOperation> Operations => _operations;

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="model">The model it is from.</param>
    /// <param name="kinds">Where delegates run.</param>
    /// <param name="withUnknown">Whether those run here of which nobody knows.</param>
    public static ReachedCode Of(IOperation body, SemanticModel model, DelegateKinds kinds, bool withUnknown)
    {
        var code = new ReachedCode(body, model, kinds, withUnknown);
        code.VisitChildren(body);
        return code;
    }

    /// <summary>Whether the method is a local function whose operations are among these.</summary>
    public bool HasEntered(IMethodSymbol method) => _entered.Count > 0 && _entered.Contains(method.OriginalDefinition);

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

        if (CalledMembers.MayCall(operation))
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
        if (method.MethodKind != MethodKind.LocalFunction || CoroutineSymbols.IsCoroutine(method))
            return;
        foreach (var declaration in method.OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (_body.Syntax.SyntaxTree == declaration.SyntaxTree
                && _body.Syntax.Span.Contains(declaration.Span)
                && _entered.Add(method.OriginalDefinition)
                && _model.GetOperation(declaration.GetSyntax()) is { } function)
                VisitChildren(function);
        }
    }

    private bool RunsHere(DelegateKind kind) => kind == DelegateKind.Here || (_withUnknown && kind == DelegateKind.Unknown);
}
