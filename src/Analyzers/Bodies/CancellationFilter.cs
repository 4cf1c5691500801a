using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Bodies;

/// <summary>What a condition on a caught exception comes to when the exception is the coroutine's cancellation: <c>e is not IOException</c> is true, for one.</summary>
internal sealed class CancellationFilter(Compilation compilation, Func<IOperation, bool> isException)
{
    private readonly INamedTypeSymbol? _canceled = compilation.GetTypeByMetadataName("CoroGen.CoroutineCanceledException");

    /// <summary>Whether an unknown part of a condition depends on the exception, so that it may well tell cancellations apart.</summary>
    public bool IsOpaque { get; private set; }

    /// <summary>Whether the condition holds, or null when that is not known.</summary>
    public bool? Holds(IOperation? condition) => condition switch
    {
        null => true,
        { ConstantValue: { HasValue: true, Value: bool value } } => value,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => !Holds(not.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And, OperatorMethod: null } and => And(Holds(and.LeftOperand), Holds(and.RightOperand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or, OperatorMethod: null } or => !And(!Holds(or.LeftOperand), !Holds(or.RightOperand)),
        IIsTypeOperation test when IsException(test.ValueOperand) => Is(test.TypeOperand) is { } result ? result != test.IsNegated : Unknown(),
        IIsPatternOperation test when IsException(test.Value) => Matches(test.Pattern),
        IIsNullOperation test when IsException(test.Operand) => false,
        _ => condition.DescendantsAndSelf().Any(isException) ? Unknown() : null,
    };

    /// <summary>Whether a cancellation is of the type, or null when only a class derived from it may be.</summary>
    public bool? Is(ITypeSymbol? type)
    {
        if (_canceled is null || type is null)
            return false;
        if (type.SpecialType == SpecialType.System_Object || BasesOf(_canceled).Contains(type, SymbolEqualityComparer.Default) || _canceled.AllInterfaces.Contains(type, SymbolEqualityComparer.Default))
            return true;
        return type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter || BasesOf(type).Contains(_canceled, SymbolEqualityComparer.Default) ? null : false;
    }

    private bool? Matches(IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => true,
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => false,
        ITypePatternOperation type => Is(type.MatchedType) ?? Unknown(),
        IDeclarationPatternOperation declaration => Is(declaration.MatchedType) ?? Unknown(),
        INegatedPatternOperation not => !Matches(not.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and => And(Matches(and.LeftPattern), Matches(and.RightPattern)),
        IBinaryPatternOperation or => !And(!Matches(or.LeftPattern), !Matches(or.RightPattern)),
        IRecursivePatternOperation recursive when Is(recursive.MatchedType) == false => false,
        IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } recursive => Is(recursive.MatchedType) ?? Unknown(),
        _ => Unknown(),
    };

    private bool IsException(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => IsException(conversion.Operand),
        _ => isException(value),
    };

    private bool? Unknown()
    {
        IsOpaque = true;
        return null;
    }

    private static bool? And(bool? one, bool? other) => one == false || other == false ? false : one & other;

    private static IEnumerable<ITypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }
}
