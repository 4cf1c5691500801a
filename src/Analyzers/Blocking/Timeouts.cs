using CoroGen.Analyzers.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroGen.Analyzers.Blocking;

/// <summary>A call with a constant zero timeout only asks.</summary>
internal static class Timeouts
{
    public static bool IsZero(IOperation call) =>
        call is IInvocationOperation invocation
        && invocation.Arguments.Any(argument => argument.Parameter is { } parameter && SymbolTable.IsTimeout(parameter) && IsZeroValue(argument.Value));

    private static bool IsZeroValue(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: { } constant } } => constant is 0 or 0L or 0u or 0.0,
        IConversionOperation conversion => IsZeroValue(conversion.Operand),
        IDefaultValueOperation => true,
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: nameof(TimeSpan) } } => true,
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => IsZeroField(field, value),
        IInvocationOperation { TargetMethod: { ContainingType.Name: nameof(TimeSpan), IsStatic: true } } from => from.Arguments.All(argument => IsZeroValue(argument.Value)),
        IObjectCreationOperation { Type.Name: nameof(TimeSpan) } creation => creation.Arguments.All(argument => IsZeroValue(argument.Value)),
        _ => false,
    };

    /// <summary>A constant of the type that cannot be <c>const</c>: <c>static readonly TimeSpan Now = TimeSpan.Zero;</c>.</summary>
    private static bool IsZeroField(IFieldSymbol field, IOperation use) =>
        use.SemanticModel is { } model
        && field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
        && declarator.SyntaxTree == model.SyntaxTree
        && model.GetOperation(value) is { } initializer
        && IsZeroValue(initializer);
}
