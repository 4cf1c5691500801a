using CoroGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroGen.Generator.Discovery;

/// <summary>A parameter's default value as C#: a constant, a cast constant of an enum, <c>null</c> or <c>default</c>.</summary>
internal static class DefaultValue
{
    /// <summary><c> = value</c>, or empty.</summary>
    public static string Read(IParameterSymbol parameter) =>
        parameter is { HasExplicitDefaultValue: true } && !AttributeReader.HasDefault(parameter) ? " = " + Text(parameter.Type, parameter.ExplicitDefaultValue) : "";

    /// <summary>A constant of a type.</summary>
    public static string Text(ITypeSymbol type, object? value)
    {
        if (value is null)
            return type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "null" : "default";
        return Underlying(type) is { TypeKind: TypeKind.Enum } @enum
            ? $"({TypeFacts.Text(@enum)})({Constant(value)})"
            : Constant(value);
    }

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static string Constant(object value) => value switch
    {
        double number when double.IsNaN(number) => "double.NaN",
        double number when double.IsInfinity(number) => number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        float number when float.IsNaN(number) => "float.NaN",
        float number when float.IsInfinity(number) => number > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
        // What is written as a negated integer is an integer, and no integer is negative zero.
        double number and 0 when double.IsNegativeInfinity(1 / number) => "-0D",
        double number => Literal(SyntaxFactory.Literal(number)),
        float number => Literal(SyntaxFactory.Literal(number)),
        decimal number => Literal(SyntaxFactory.Literal(number)),
        long number => Literal(SyntaxFactory.Literal(number)),
        ulong number => Literal(SyntaxFactory.Literal(number)),
        uint number => Literal(SyntaxFactory.Literal(number)),
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default",
    };

    private static string Literal(SyntaxToken literal) => literal.Text;
}
