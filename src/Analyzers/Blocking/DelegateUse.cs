using CoroGen.Analyzers.Catalogue;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>Where a lambda or a method group runs that a body makes a delegate of.</summary>
/// <param name="body">The body.</param>
/// <param name="kinds">What is known of methods that take delegates.</param>
internal sealed class DelegateUse(IOperation body, DelegateKinds kinds)
{
    /// <summary>Where a lambda runs. That of a coroutine delegate is a coroutine of its own.</summary>
    public DelegateKind Of(IAnonymousFunctionOperation lambda) => Of(lambda, unused: DelegateKind.Unknown);

    /// <summary>Where a method group runs. One that is only kept in a variable is taken as a call.</summary>
    public DelegateKind Of(IMethodReferenceOperation group) => Of(group, unused: DelegateKind.Here);

    private DelegateKind Of(IOperation function, DelegateKind unused)
    {
        var whole = function;
        while (whole.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IConditionalOperation or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation)
        {
            whole = whole.Parent;
            if (CoroutineSymbols.IsCoroutineDelegate(whole.Type) || whole.Type?.Name == "Expression")
                return DelegateKind.Elsewhere;
        }

        return whole.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => Of(declarator.Symbol, unused),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation variable } => Of(variable.Local, unused),
            _ => UseOf(whole),
        };
    }

    /// <summary>A variable's delegate runs here when one use does.</summary>
    private DelegateKind Of(ILocalSymbol variable, DelegateKind unused)
    {
        var uses = body.Descendants().OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, variable) && reference.Parent is not IAssignmentOperation)
            .Select(UseOf)
            .ToList();
        return uses.Count == 0 ? unused : uses.Contains(DelegateKind.Here) ? DelegateKind.Here : uses[0];
    }

    private DelegateKind UseOf(IOperation value)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == value => DelegateKind.Here,
            IConditionalAccessOperation access when access.Operation == value => DelegateKind.Here,
            IArgumentOperation { Parent: IInvocationOperation call } => kinds.Of(call.TargetMethod),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } => kinds.Of(constructor),
            _ => DelegateKind.Unknown,
        };
    }
}
