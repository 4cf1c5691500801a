using System.Collections.Immutable;
using CoroGen.Generator.Lowering;
using CoroGen.Generator.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>The members that an operation calls, those among them that C# calls by itself: accessors, operators, the methods of <c>using</c> and <c>foreach</c>.</summary>
/// <param name="model">The model of the body.</param>
/// <param name="exact">What is known of the classes of objects.</param>
/// <param name="coroutine">The coroutine that the body is of, or null for a plain method. In a coroutine others stand in for <c>Dispose</c> and <c>MoveNext</c>.</param>
internal sealed class CalledMembers(SemanticModel model, ExactTypes exact, SyntaxNode? coroutine)
{
    /// <summary>Whether an operation of its kind calls anything, or uses a type for the first time. Most are of other kinds, and nothing need be asked of them.</summary>
    public static bool MayCall(IOperation operation) => operation.Kind switch
    {
        OperationKind.Invocation or OperationKind.MethodReference or OperationKind.ObjectCreation or OperationKind.TypeParameterObjectCreation or OperationKind.CollectionExpression => true,
        OperationKind.PropertyReference or OperationKind.ImplicitIndexerReference or OperationKind.EventAssignment or OperationKind.DeconstructionAssignment => true,
        OperationKind.RecursivePattern or OperationKind.With or OperationKind.Interpolation or OperationKind.Using or OperationKind.UsingDeclaration or OperationKind.Lock => true,
        OperationKind.FieldReference => ((IFieldReferenceOperation)operation).Field.IsStatic,
        OperationKind.Loop => operation is IForEachLoopOperation,
        OperationKind.Binary => operation is IBinaryOperation { OperatorMethod: not null } or { Type.SpecialType: SpecialType.System_String },
        OperationKind.Unary => operation is IUnaryOperation { OperatorMethod: not null },
        OperationKind.Increment or OperationKind.Decrement => operation is IIncrementOrDecrementOperation { OperatorMethod: not null },
        OperationKind.CompoundAssignment => operation is ICompoundAssignmentOperation { OperatorMethod: not null },
        OperationKind.Conversion => operation is IConversionOperation { OperatorMethod: not null },
        _ => false,
    };

    public ImmutableArray<ISymbol> Of(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: not MethodKind.DelegateInvoke } call => [call.TargetMethod],
        IMethodReferenceOperation group => [group.Method],
        IObjectCreationOperation { Constructor: { } constructor } => [constructor],
        ICollectionExpressionOperation { ConstructMethod: { } construct, Elements.IsEmpty: var isEmpty } => [construct, .. isEmpty || construct.MethodKind != MethodKind.Constructor ? [] : AddsOf(construct.ContainingType)],
        IPropertyReferenceOperation property => WithAccessors(property.Property, property),
        IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol indexer } element => [.. WithAccessors(indexer, element), .. LengthOf(element)],
        IImplicitIndexerReferenceOperation element => [element.IndexerSymbol, .. LengthOf(element)],
        IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } => [method],
        IWithOperation { Type: INamedTypeSymbol { IsRecord: true } record } => CopyOf(record),
        IInterpolationOperation { Expression.Type: { } type } => TextOf(type),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } join => [.. TextOf(Unconverted(join.LeftOperand)), .. TextOf(Unconverted(join.RightOperand))],
        IBinaryOperation { OperatorMethod: { } method } => [method],
        IUnaryOperation { OperatorMethod: { } method } => [method],
        IIncrementOrDecrementOperation { OperatorMethod: { } method } => [method],
        ICompoundAssignmentOperation { OperatorMethod: { } method } => [method],
        IConversionOperation { OperatorMethod: { } method } => [method],
        IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: { } e } } assignment => (assignment.Adds ? e.AddMethod : e.RemoveMethod) is { } accessor ? [accessor] : [],
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax } => MethodsOf(model.GetDeconstructionInfo(syntax)),
        IUsingOperation { Resources: IVariableDeclarationGroupOperation resources } => OfUsing(operation, TypesOf(resources)),
        IUsingOperation resource => OfUsing(operation, [resource.Resources.Type]),
        IUsingDeclarationOperation declaration => OfUsing(operation, TypesOf(declaration.DeclarationGroup)),
        IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax } => OfForEach(syntax),
        _ => [],
    };

    /// <summary>The same, with those of the classes that objects are known to have instead of what is declared.</summary>
    public ImmutableArray<ISymbol> ExactlyOf(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: not MethodKind.DelegateInvoke } call => [exact.Target(call.TargetMethod, call.Instance)],
        IPropertyReferenceOperation property when exact.Target(property.Property, property.Instance) is IPropertySymbol target => WithAccessors(target, property),
        IUsingOperation { Resources: IVariableDeclarationGroupOperation resources } => OfUsing(operation, ExactTypesOf(resources)),
        IUsingDeclarationOperation declaration => OfUsing(operation, ExactTypesOf(declaration.DeclarationGroup)),
        _ => Of(operation),
    };

    private static ImmutableArray<ISymbol> WithAccessors(IPropertySymbol property, IOperation reference)
    {
        var isSet = reference.Parent is IAssignmentOperation { Target: var target } && target == reference;
        var isGet = !isSet || reference.Parent is not ISimpleAssignmentOperation;
        var get = isGet ? property.GetMethod : null;
        var set = isSet || reference.Parent is IIncrementOrDecrementOperation ? property.SetMethod : null;
        return set is null ? get is null ? [property] : [property, get] : get is null ? [property, set] : [property, get, set];
    }

    /// <summary>What <c>list[^1]</c> asks for first.</summary>
    private static ImmutableArray<ISymbol> LengthOf(IImplicitIndexerReferenceOperation element) => element.LengthSymbol is IPropertySymbol { GetMethod: { } get } length ? [length, get] : [];

    /// <summary>What puts the elements into a collection that is made of them.</summary>
    private static ImmutableArray<ISymbol> AddsOf(INamedTypeSymbol collection) => [.. collection.GetMembers("Add").OfType<IMethodSymbol>().Where(add => add is { IsStatic: false, Parameters.Length: 1 })];

    /// <summary>The copy constructor, which <c>with</c> calls.</summary>
    private static ImmutableArray<ISymbol> CopyOf(INamedTypeSymbol record) =>
        [.. record.InstanceConstructors.Where(constructor => constructor.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, record))];

    /// <summary>What makes a text of a value.</summary>
    private static ImmutableArray<ISymbol> TextOf(ITypeSymbol? type)
    {
        for (; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            if (type.GetMembers(nameof(ToString)).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty) is { } own)
                return [own];
        }

        return [];
    }

    private static ITypeSymbol? Unconverted(IOperation operand) => (operand is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : operand).Type;

    private static ImmutableArray<ISymbol> MethodsOf(DeconstructionInfo info) =>
        [.. info.Method is { } method ? [method] : ImmutableArray<ISymbol>.Empty, .. info.Nested.SelectMany(nested => MethodsOf(nested))];

    private static IEnumerable<ITypeSymbol?> TypesOf(IVariableDeclarationGroupOperation resources) =>
        resources.Declarations.SelectMany(declaration => declaration.Declarators).Select(declarator => declarator.Symbol.Type).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);

    private IEnumerable<ITypeSymbol?> ExactTypesOf(IVariableDeclarationGroupOperation resources) =>
        resources.Declarations.SelectMany(declaration => declaration.Declarators).Select(declarator => declarator.Initializer is { Value: var made } ? exact.Of(made) ?? declarator.Symbol.Type : declarator.Symbol.Type);

    private ImmutableArray<ISymbol> OfUsing(IOperation operation, IEnumerable<ITypeSymbol?> types) =>
        StandIns(operation.Syntax) is { Dispose: not null } ? [] : [.. types.Select(DisposeOf).OfType<ISymbol>()];

    private ImmutableArray<ISymbol> OfForEach(CommonForEachStatementSyntax loop)
    {
        var info = model.GetForEachStatementInfo(loop);
        var standIns = StandIns(loop);
        ISymbol?[] members =
        [
            info.GetEnumeratorMethod,
            standIns?.MoveNext is null ? info.MoveNextMethod : null,
            info.CurrentProperty?.GetMethod,
            standIns?.Dispose is null && info.DisposeMethod is not null ? DisposeOf(info.GetEnumeratorMethod?.ReturnType) : null,
            .. loop is ForEachVariableStatementSyntax deconstructing ? MethodsOf(model.GetDeconstructionInfo(deconstructing)) : [],
        ];
        return [.. members.OfType<ISymbol>()];
    }

    private LanguageCalls? StandIns(SyntaxNode syntax) =>
        coroutine is not null && syntax is StatementSyntax statement && CoroutineFunctions.BodyOf(coroutine) is { } body ? LanguageCalls.Of(statement, body, model, CancellationToken.None) : null;

    private ISymbol? DisposeOf(ITypeSymbol? type)
    {
        if (type is null)
            return null;
        var disposable = model.Compilation.GetSpecialType(SpecialType.System_IDisposable);
        var declared = disposable.GetMembers(nameof(IDisposable.Dispose)).FirstOrDefault();
        return declared is not null && type.FindImplementationForInterfaceMember(declared) is { } implementation
            ? implementation
            : type.GetMembers(nameof(IDisposable.Dispose)).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty);
    }
}
