using CoroGen.Analyzers.Bodies;
using CoroGen.Generator.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>What some operations, done again and again, can change of the value of a condition. When that is not certain, they can.</summary>
internal sealed class Changes
{
    private readonly OtherWrites _others;
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);
    private readonly bool _runsOtherCode;

    public Changes(OtherWrites others, IReadOnlyCollection<IOperation> operations)
    {
        _others = others;
        _runsOtherCode = operations.Any(RunsOtherCode);
        _written.UnionWith(operations.Select(WrittenBy).OfType<ISymbol>());
    }

    /// <summary>Whether the value can be another one in the next turn.</summary>
    public bool CanChange(IOperation? value) => value switch
    {
        null => false,
        { ConstantValue.HasValue: true } => false,
        IUnaryOperation { OperatorMethod: null } or IBinaryOperation { OperatorMethod: null } or IConversionOperation { OperatorMethod: null } or IIsTypeOperation
            or IIsPatternOperation or INegatedPatternOperation or IBinaryPatternOperation or IConstantPatternOperation or IRelationalPatternOperation or ITypePatternOperation
            or IArgumentOperation => value.ChildOperations.Any(CanChange),
        IInstanceReferenceOperation => false,
        ILocalReferenceOperation { Local: var local } => local.RefKind != RefKind.None || _written.Contains(local) || _others.Contain(local),
        IParameterReferenceOperation { Parameter: var parameter } => parameter.RefKind != RefKind.None || _written.Contains(parameter) || _others.Contain(parameter),
        IFieldReferenceOperation { Field.IsReadOnly: true } field => CanChange(field.Instance),
        IFieldReferenceOperation field => _runsOtherCode || _written.Contains(field.Field) || CanChange(field.Instance),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => CanChange(property),
        IInvocationOperation { TargetMethod: { Name: "Read", ContainingType: { Name: "Volatile", ContainingNamespace.Name: "Threading" } } } read => read.Arguments.Any(CanChange),
        _ => true,
    };

    /// <summary>A token is cancelled from elsewhere; tasks and what belongs to the loop change while others run; other properties may do anything, unless they are fields by another name.</summary>
    private bool CanChange(IPropertyReferenceOperation property) => property.Property switch
    {
        { Name: "IsCancellationRequested", ContainingType.Name: "CancellationToken" or "CancellationTokenSource" } => CanChange(property.Instance),
        { ContainingType: var type } when CoroutineSymbols.IsHandle(type) => false,
        { ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } } or { ContainingType.ContainingNamespace: { Name: "CoroGen", ContainingNamespace.IsGlobalNamespace: true } } =>
            _runsOtherCode || CanChange(property.Instance),
        { IsVirtual: false, IsOverride: false, IsAbstract: false } other when other.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, other)) =>
            _runsOtherCode || _written.Contains(other) || CanChange(property.Instance),
        _ => true,
    };

    /// <summary>Whether code runs that may write any field: reading properties does not count as such.</summary>
    private static bool RunsOtherCode(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Read", ContainingType.Name: "Volatile" } } => false,
        IInvocationOperation or IObjectCreationOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IEventAssignmentOperation or IFunctionPointerInvocationOperation => true,
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => !property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)),
        IBinaryOperation { OperatorMethod: not null } or IUnaryOperation { OperatorMethod: not null } or IConversionOperation { OperatorMethod: not null } => true,
        _ => false,
    };

    /// <summary>The variable that the operation writes, or may write, or null.</summary>
    public static ISymbol? WrittenBy(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment and not ISimpleAssignmentOperation { IsRef: true } => SymbolOf(assignment.Target),
        IIncrementOrDecrementOperation increment => SymbolOf(increment.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => SymbolOf(argument.Value),
        IAddressOfOperation address => SymbolOf(address.Reference),
        IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
        IRecursivePatternOperation pattern => pattern.DeclaredSymbol,
        IListPatternOperation pattern => pattern.DeclaredSymbol,
        // Targets of a deconstruction, and what a reference is made of.
        ITupleOperation or IDeconstructionAssignmentOperation => null,
        ILocalReferenceOperation { Parent: ITupleOperation } local => local.Local,
        IParameterReferenceOperation { Parent: ITupleOperation } parameter => parameter.Parameter,
        IFieldReferenceOperation { Parent: ITupleOperation } field => field.Field,
        _ => null,
    };

    public static ISymbol? SymbolOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };
}
