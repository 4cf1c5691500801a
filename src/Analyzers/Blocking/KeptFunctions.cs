using System.Collections.Concurrent;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>The functions that a type puts into variables, and what runs them: calls of delegates in fields that nobody else writes, and <c>Lazy&lt;T&gt;.Value</c>.</summary>
internal sealed class KeptFunctions(MethodBodies bodies)
{
    private static readonly IReadOnlyList<IMethodSymbol> s_none = [];

    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IMethodSymbol>> _called = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IMethodSymbol>> _factories = new(SymbolEqualityComparer.Default);

    /// <summary>The functions that the call of a delegate may run; none when it may run others, too.</summary>
    public IReadOnlyList<IMethodSymbol> CalledBy(IOperation operation) => KeeperOf(operation) is { } keeper ? _called.GetOrAdd(keeper.OriginalDefinition, FunctionsIn) : s_none;

    /// <summary>The factory that <c>Lazy&lt;T&gt;.Value</c> may run; none when it cannot be seen.</summary>
    public IReadOnlyList<IMethodSymbol> OfLazy(IOperation operation)
    {
        if (operation is not IPropertyReferenceOperation { Property: { Name: nameof(Lazy<int>.Value), ContainingType.Name: nameof(Lazy<int>) }, Instance: { } variable })
            return s_none;
        ISymbol? declared = variable switch
        {
            ILocalReferenceOperation local => local.Local,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };
        return declared is null ? s_none : _factories.GetOrAdd(declared.OriginalDefinition, variable => [.. MemberWrites.ValuesOf(variable, bodies).SelectMany(FactoriesIn)]);
    }

    /// <summary>What keeps the delegate that is called, when only its own type can write it; or null. A coroutine's delegate is called like a coroutine.</summary>
    public static ISymbol? KeeperOf(IOperation call) =>
        call is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called } && !CoroutineSymbols.IsCoroutineDelegate(called.Type) ? Keeper(called) : null;

    private static ISymbol? Keeper(IOperation called) => called switch
    {
        IFieldReferenceOperation { Field: var field } when field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private => field,
        IPropertyReferenceOperation { Property: { SetMethod: null or { DeclaredAccessibility: Accessibility.Private }, IsVirtual: false, IsAbstract: false, IsOverride: false, IsIndexer: false } property } => property,
        IEventReferenceOperation { Event: { DeclaredAccessibility: Accessibility.Private } own } => own,
        IConditionalAccessInstanceOperation instance => Accessed(instance) is { } value ? Keeper(value) : null,
        _ => null,
    };

    private static IOperation? Accessed(IOperation instance)
    {
        for (var around = instance.Parent; around is not null; around = around.Parent)
        {
            if (around is IConditionalAccessOperation access)
                return access.Operation;
        }

        return null;
    }

    /// <summary>What the type puts into the variable; nothing when that is not all known.</summary>
    private IReadOnlyList<IMethodSymbol> FunctionsIn(ISymbol keeper)
    {
        var values = MemberWrites.ValuesOf(keeper, bodies).Select(Functions).ToList();
        return values.Contains(null) ? s_none : [.. values.SelectMany(functions => functions!)];
    }

    /// <summary>The lambdas and methods that the value is one of, or null when it may be another.</summary>
    private static IReadOnlyList<IMethodSymbol>? Functions(IOperation? value) => value switch
    {
        IDelegateCreationOperation { Target: var target } => Functions(target),
        IConversionOperation { Operand: var operand } => Functions(operand),
        IAnonymousFunctionOperation lambda => [lambda.Symbol],
        IMethodReferenceOperation group => [group.Method],
        IConditionalOperation { WhenTrue: var one, WhenFalse: var other } => Both(Functions(one), Functions(other)),
        ICoalesceOperation { Value: var one, WhenNull: var other } => Both(Functions(one), Functions(other)),
        { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation => s_none,
        _ => null,
    };

    private static IReadOnlyList<IMethodSymbol>? Both(IReadOnlyList<IMethodSymbol>? one, IReadOnlyList<IMethodSymbol>? other) => one is null || other is null ? null : [.. one, .. other];

    private static IEnumerable<IMethodSymbol> FactoriesIn(IOperation? made)
    {
        while (made is IConversionOperation conversion)
            made = conversion.Operand;
        return made is IObjectCreationOperation creation ? creation.Arguments.Select(argument => argument.Value).OfType<IDelegateCreationOperation>().SelectMany(function => Functions(function) ?? s_none) : s_none;
    }
}
