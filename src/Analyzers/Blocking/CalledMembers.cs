using CoroGen.Generator.Lowering;
using CoroGen.Generator.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>The members that an operation calls, those among them that C# calls by itself: accessors, operators, the methods of <c>using</c> and <c>foreach</c>.</summary>
/// <param name="model">The model of the body.</param>
/// <param name="coroutine">The coroutine that the body is of, or null for a plain method. In a coroutine others stand in for <c>Dispose</c> and <c>MoveNext</c>.</param>
internal sealed class CalledMembers(SemanticModel model, SyntaxNode? coroutine)
{
    public IEnumerable<ISymbol> Of(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: not MethodKind.DelegateInvoke } call => [call.TargetMethod],
        IMethodReferenceOperation group => [group.Method],
        IObjectCreationOperation { Constructor: { } constructor } => [constructor],
        IPropertyReferenceOperation property => [property.Property, .. AccessorsOf(property)],
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

    private static IEnumerable<ISymbol> AccessorsOf(IPropertyReferenceOperation property)
    {
        var isSet = property.Parent is IAssignmentOperation { Target: var target } && target == property;
        var isGet = !isSet || property.Parent is not ISimpleAssignmentOperation;
        if (isGet && property.Property.GetMethod is { } get)
            yield return get;
        if ((isSet || property.Parent is IIncrementOrDecrementOperation) && property.Property.SetMethod is { } set)
            yield return set;
    }

    private static IEnumerable<ISymbol> MethodsOf(DeconstructionInfo info) =>
        [.. info.Method is { } method ? [method] : Array.Empty<ISymbol>(), .. info.Nested.SelectMany(MethodsOf)];

    private static IEnumerable<ITypeSymbol?> TypesOf(IVariableDeclarationGroupOperation resources) =>
        resources.Declarations.SelectMany(declaration => declaration.Declarators).Select(declarator => declarator.Symbol.Type).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);

    private IEnumerable<ISymbol> OfUsing(IOperation operation, IEnumerable<ITypeSymbol?> types) =>
        StandIns(operation.Syntax) is { Dispose: not null } ? [] : types.Select(DisposeOf).OfType<ISymbol>();

    private IEnumerable<ISymbol> OfForEach(CommonForEachStatementSyntax loop)
    {
        var info = model.GetForEachStatementInfo(loop);
        var standIns = StandIns(loop);
        ISymbol?[] members =
        [
            info.GetEnumeratorMethod,
            standIns?.MoveNext is null ? info.MoveNextMethod : null,
            info.CurrentProperty?.GetMethod,
            standIns?.Dispose is null && info.DisposeMethod is not null ? DisposeOf(info.GetEnumeratorMethod?.ReturnType) : null,
        ];
        return members.OfType<ISymbol>();
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
