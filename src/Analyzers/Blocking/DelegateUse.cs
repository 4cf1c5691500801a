using System.Collections.Immutable;
using CoroGen.Analyzers.Bodies;
using CoroGen.Analyzers.Catalogue;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>Where a lambda or a method group runs that a body makes a delegate of, and a delegate that it is given.</summary>
/// <param name="body">The body.</param>
/// <param name="kinds">What is known of methods that take delegates.</param>
/// <param name="asked">What is being asked about already: nothing is known of that, so that recursion ends.</param>
internal sealed class DelegateUse(IOperation body, DelegateKinds kinds, ImmutableHashSet<ISymbol> asked)
{
    /// <summary>Where a lambda runs. That of a coroutine delegate is a coroutine of its own.</summary>
    public DelegateKind Of(IAnonymousFunctionOperation lambda) => Of(lambda, unused: DelegateKind.Unknown);

    /// <summary>Where a method group runs. One that is only kept in a variable is taken as a call.</summary>
    public DelegateKind Of(IMethodReferenceOperation group) => Of(group, unused: DelegateKind.Here);

    /// <summary>Where the delegate of a parameter runs.</summary>
    public DelegateKind Of(IParameterSymbol parameter) => Of(parameter, unused: DelegateKind.Unknown);

    private DelegateKind Of(IOperation function, DelegateKind unused)
    {
        var whole = function;
        while (whole.Parent is IDelegateCreationOperation or IConversionOperation or IConditionalOperation or ICoalesceOperation or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation or ITupleOperation)
        {
            whole = whole.Parent;
            if (CoroutineSymbols.IsCoroutineDelegate(whole.Type) || whole.Type?.Name == "Expression")
                return DelegateKind.Elsewhere;
        }

        return UseOf(whole, unused);
    }

    /// <summary>A variable's delegate runs here when one use does.</summary>
    private DelegateKind Of(ISymbol variable, DelegateKind unused)
    {
        var uses = body.Descendants()
            .Where(reference => SymbolEqualityComparer.Default.Equals(SymbolOf(reference), variable) && !(reference.Parent is IAssignmentOperation { Target: var target } && target == reference))
            .Select(reference => In(reference, UseOf(reference, DelegateKind.Unknown)))
            .ToList();
        return uses.Count == 0 ? unused : uses.Contains(DelegateKind.Here) ? DelegateKind.Here : uses[0];
    }

    /// <summary>What a function inside does is done where that runs: a coroutine's, on the loop's thread as well.</summary>
    private DelegateKind In(IOperation use, DelegateKind kind)
    {
        for (var around = use.Parent; around is not null && around != body && kind == DelegateKind.Here; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda && !CoroutineBodies.IsCoroutine(lambda))
                kind = asked.Contains(lambda.Symbol) ? DelegateKind.Unknown : Inside(lambda.Symbol).Of(lambda);
        }

        return kind;
    }

    private DelegateKind UseOf(IOperation value, DelegateKind unused)
    {
        // What holds delegates is used when one of them is.
        while (value.Parent is IConversionOperation or IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } or IFieldReferenceOperation { Field.ContainingType.IsTupleType: true } || value.Parent is IConditionalAccessOperation { WhenNotNull: var last } && last == value)
            value = value.Parent;
        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var variable } } => OfVariable(variable, unused),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var variable } } => OfVariable(variable, unused),
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance == value => DelegateKind.Here,
            IConditionalAccessOperation access when access.Operation == value => DelegateKind.Here,
            IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var variable } } loop when loop.Collection == value => OfVariable(variable, unused),
            IArgumentOperation { Parent: IInvocationOperation call } argument => kinds.Of(call.TargetMethod, argument.Parameter, asked),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } argument => kinds.Of(constructor, argument.Parameter, asked),
            _ => DelegateKind.Unknown,
        };
    }

    private DelegateKind OfVariable(ILocalSymbol variable, DelegateKind unused) => asked.Contains(variable) ? DelegateKind.Unknown : Inside(variable).Of(variable, unused);

    private DelegateUse Inside(ISymbol symbol) => new(body, kinds, asked.Add(symbol));

    private static ISymbol? SymbolOf(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
