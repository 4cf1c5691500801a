using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Flow;

/// <summary>Which variable an expression is of.</summary>
internal static class Variables
{
    /// <summary>The variable that the expression reads, through conversions, captures and helpers that return what they are given, or null. What a capture keeps that is in no variable is one itself.</summary>
    public static object? Of(IOperation? value, FlowState state) => value switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property: var property } when IsField(property) => property,
        IConversionOperation conversion => Of(conversion.Operand, state),
        IFlowCaptureReferenceOperation capture => Of(state.ValueOf(capture), state) ?? capture.Id,
        IInvocationOperation call when ReturnedArguments.Of(call) is { } argument => Of(argument, state),
        _ => null,
    };

    /// <summary>What an expression is without conversions.</summary>
    public static IOperation Value(IOperation value, FlowState state) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Value(conversion.Operand, state),
        IFlowCaptureReferenceOperation capture when state.ValueOf(capture) is { } captured => Value(captured, state),
        IInvocationOperation call when ReturnedArguments.Of(call) is { } argument => Value(argument, state),
        _ => value,
    };

    /// <summary>Whether the property is a field by another name.</summary>
    private static bool IsField(IPropertySymbol property) =>
        property is { IsVirtual: false, IsOverride: false, IsAbstract: false }
        && property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
